// An article taken apart -> terminal, JSON, CSV, one text a party.
#include <algorithm>
#include <string>

#include "engine/report/csv_table.h"
#include "engine/report/json_text.h"
#include "engine/report/names.h"
#include "engine/report/report.h"
#include "engine/report/terminal.h"
#include "engine/report/words.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

std::string joined(const std::vector<std::string>& parts, const std::string& between) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : between) + part;
  return out;
}

std::string teller(const Passage& passage) {
  return passage.accounts.empty() ? "-" : joined(passage.accounts, "+");
}

Json document_json(const Document& document) {
  Object json;
  json.add("name", document.name)
      .add("title", document.title)
      .add("date", document.date)
      .add("url", document.url)
      .add("media_type", document.media_type)
      .add("language", document.language)
      .add("sha256", document.sha256)
      .add("characters", document.characters);
  if (document.extracted) json.add("text", document.text);
  return json.done();
}

std::size_t count_of(const Article& article, const std::string& party) {
  return static_cast<std::size_t>(
      std::count_if(article.passages.begin(), article.passages.end(), [&](const Passage& passage) {
        return std::find(passage.accounts.begin(), passage.accounts.end(), party) != passage.accounts.end();
      }));
}

// Sentences of a text may run over several of its lines.
std::string on_one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

}  // namespace

std::string article_text_report(const Article& article, const TextOptions& options) {
  Page page(std::max<std::size_t>(options.width, 40), options.color);
  std::string head = std::to_string(article.passages.size()) + " sentences";
  for (const std::string& party : article.parties)
    head += ", " + std::to_string(count_of(article, party)) + " of " + party;
  page.paragraph("", head, Tone::strong);
  for (const Passage& passage : article.passages) {
    page.blank();
    page.line(passage.statement.id + "  " + teller(passage) + "  " + teller_words(passage.statement),
              passage.accounts.empty() ? Tone::silent : Tone::strong);
    page.paragraph("   ", make_visible(passage.statement.text));
  }
  return std::move(page).finish();
}

std::string article_json_report(const Article& article, const std::string& engine_version) {
  std::string out = "{\n  \"format\": \"rashomon.article/1\",\n  \"engine\": ";
  write(out, Object().add("version", engine_version).done());
  out += ",\n  \"document\": ";
  write(out, document_json(article.document));
  out += ",\n  \"accounts\": ";
  write(out, article.parties);
  out += ",\n  \"statements\": [";
  for (const Passage& passage : article.passages) {
    const Statement& statement = passage.statement;
    out += &passage == &article.passages.front() ? "\n    " : ",\n    ";
    write(out, Object()
                   .add("id", statement.id)
                   .add("begin", statement.span.begin)
                   .add("end", statement.span.end)
                   .add("text", statement.text)
                   .add("accounts", passage.accounts)
                   .add("speaker", statement.speaker)
                   .add("source", statement.source)
                   .add("mode", statement.mode)
                   .done());
  }
  return out + "]\n}\n";
}

std::string article_csv_report(const Article& article) {
  Csv csv("id,begin,end,accounts,speaker,source,mode,text");
  for (const Passage& passage : article.passages) {
    const Statement& statement = passage.statement;
    csv.word(statement.id).count(statement.span.begin).count(statement.span.end);
    csv.word(joined(passage.accounts, ";")).text(statement.speaker.value_or(""));
    csv.text(statement.source.value_or("")).word(name_of(statement.mode)).text(statement.text);
    csv.end_row();
  }
  return std::move(csv).finish();
}

std::map<std::string, std::string> article_files(const Article& article) {
  std::map<std::string, std::string> files;
  for (const std::string& party : article.parties) {
    std::string text;
    std::string offsets = "begin\tend\tarticle_begin\tarticle_end\tsentence\n";
    std::size_t at = 0;
    for (const Passage& passage : article.passages) {
      const Statement& statement = passage.statement;
      if (std::find(passage.accounts.begin(), passage.accounts.end(), party) == passage.accounts.end())
        continue;
      const std::size_t end = at + count_code_points(statement.text);
      text += on_one_line(statement.text) + '\n';
      offsets += std::to_string(at) + '\t' + std::to_string(end) + '\t' +
                 std::to_string(statement.span.begin) + '\t' + std::to_string(statement.span.end) + '\t' +
                 statement.id + '\n';
      at = end + 1;
    }
    files[party + ".txt"] = std::move(text);
    files[party + ".offsets.tsv"] = std::move(offsets);
  }
  return files;
}

}  // namespace rashomon
