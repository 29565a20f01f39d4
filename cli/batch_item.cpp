#include "cli/batch_item.h"

#include <algorithm>
#include <exception>
#include <new>

#include "cli/inputs.h"
#include "engine/report/json_text.h"
#include "engine/report/report.h"

namespace rashomon::cli {
namespace {

constexpr std::string_view kComparison = ",\"comparison\":";

/// The parties as compare's --parties names them; nothing where the item leaves all to the texts.
std::string parties_of(const Item& item) {
  std::string list;
  for (const ItemInput& input : item.inputs) list += (list.empty() ? "" : ",") + input.party;
  return list.find_first_not_of(',') == std::string::npos ? "" : list;
}

CompareOptions compare_options_of(const Item& item, const BatchSettings& settings) {
  CompareOptions options;
  if (!item.is_article()) {
    for (const ItemInput& input : item.inputs) options.parties.push_back(input.party);
  }
  options.min_probability = settings.min_probability;
  return options;
}

std::vector<std::pair<std::string, std::string>> typed_options(const Item& item,
                                                               const BatchSettings& settings) {
  std::vector<std::pair<std::string, std::string>> options = settings.options;
  if (const std::string parties = parties_of(item); !parties.empty())
    options.insert(options.begin(), {"parties", parties});
  return options;
}

Comparison compared(const Item& item, const BatchSettings& settings) {
  const Lexicons& lexicons = settings.knowledge.lexicons;
  std::vector<Document> documents = documents_of(item, settings.reading);
  const CompareOptions options = compare_options_of(item, settings);
  Comparison comparison = compare_accounts(
      item.is_article() ? article_accounts(split(std::move(documents.front()), lexicons), {}, lexicons)
                        : read_accounts(std::move(documents), options.parties, lexicons),
      settings.knowledge, options);
  comparison.engine.options = typed_options(item, settings);
  return comparison;
}

/// What a line begins with that tells of a failure.
std::string failure_head(const Item& item) {
  const std::string object = Object().add("id", Json{item.id.dump()}).add("line", item.line).done().text;
  return object.substr(0, object.size() - 1) + ",\"error\":";
}

/// What a line begins with that holds a comparison; the comparison follows.
std::string comparison_head(const Item& item) {
  return "{\"id\":" + item.id.dump() + std::string(kComparison);
}

Answer failure(const Item& item, std::string_view error) {
  Answer out{name_of_id(item.id), {}, failure_head(item)};
  write(out.line, error);
  out.line += "}\n";
  return out;
}

}  // namespace

std::vector<Option> batch_settings_options() {
  std::vector<Option> rows = {account_options().back(), min_probability_option()};
  const std::vector<Option> knowledge = knowledge_options();
  rows.insert(rows.end(), knowledge.begin(), knowledge.end());
  return rows;
}

BatchSettings batch_settings(const Options& options) {
  return {knowledge_of(options),
          {options.value("encoding")},
          options.number("min-probability", 0, 1),
          outcome_options(options)};
}

Answer answer(const ManifestLine& line, const BatchSettings& settings) {
  const Item item = read_item(line);
  if (!item.error.empty()) return failure(item, item.error);
  try {
    Answer out{name_of_id(item.id), compared(item, settings), comparison_head(item)};
    (out.line += json_line(*out.comparison)) += "}\n";
    return out;
  } catch (const std::bad_alloc&) {
    return failure(item, "memory: there is not enough for these inputs; give shorter texts");
  } catch (const std::exception& error) {
    return failure(item, error.what());
  }
}

bool answers(const std::string& answer, const ManifestLine& line, const BatchSettings& settings) {
  const Item item = read_item(line);
  if (answer.starts_with(failure_head(item))) return true;
  if (!item.error.empty()) return false;
  EngineStamp stamp = engine_stamp(settings.knowledge.model, compare_options_of(item, settings));
  stamp.options = typed_options(item, settings);
  if (!answer.starts_with(comparison_head(item) + json_line_head(stamp))) return false;
  const std::vector<Document> documents = documents_of(item, settings.reading);
  return std::all_of(documents.begin(), documents.end(), [&](const Document& document) {
    return answer.find("\"sha256\":\"" + document.sha256 + '"') != std::string::npos;
  });
}

bool is_failure(const std::string& answer) {
  // Within a string the quotation marks would be escaped.
  return answer.find(std::string(kComparison) + '{') == std::string::npos;
}

}  // namespace rashomon::cli
