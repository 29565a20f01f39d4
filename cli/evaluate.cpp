// rashomon evaluate: annotated events -> how well the engine does on them.
#include <algorithm>
#include <atomic>
#include <cmath>
#include <future>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "cli/command.h"
#include "cli/gold.h"
#include "cli/inputs.h"
#include "cli/measures.h"
#include "cli/options.h"
#include "cli/output.h"
#include "engine/pipeline.h"
#include "engine/records/error.h"
#include "engine/report/numbers.h"
#include "engine/report/wrap.h"
#include "engine/version.h"

namespace rashomon::cli {
namespace {

using nlohmann::ordered_json;

enum class Format { text, json, csv };
const std::vector<std::string> kFormats = {"text", "json", "csv"};
constexpr std::string_view kClassNames[] = {"agree", "reframe", "oppose"};

std::vector<Option> table() {
  std::vector<Option> rows = {
      {"kind", "KIND", "only events of this kind in meta.json: readouts or statements"},
      {"format", "FORMAT", "text, json or csv (default: text)", false, 1, kFormats},
      {"output", "PATH", "write there, whole or not at all"}};
  const std::vector<Option> knowledge = knowledge_options();
  rows.insert(rows.end(), knowledge.begin(), knowledge.end());
  return rows;
}

/// Every event by whichever thread is free.
std::vector<ScoredEvent> score_all(const std::vector<GoldEvent>& events, const Knowledge& knowledge) {
  std::vector<ScoredEvent> out(events.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t e = next++; e < events.size(); e = next++) {
      out[e] = scored(events[e], compare(events[e].documents, knowledge, {events[e].parties, 0.0}));
    }
  };
  std::vector<std::future<void>> threads;
  for (unsigned n = std::max(1U, std::thread::hardware_concurrency()); n > 0; --n)
    threads.push_back(std::async(std::launch::async, work));
  for (auto& thread : threads) thread.get();
  return out;
}

void refuse_repeats(const std::vector<GoldEvent>& events) {
  std::set<std::string> names;
  for (const GoldEvent& event : events) {
    if (!names.insert(event.name).second)
      throw InputError(event.name, "the event is given twice", "name each folder once");
  }
}

std::vector<GoldEvent> chosen(const std::string& folder, const std::optional<std::string>& kind) {
  std::vector<GoldEvent> events = read_gold(folder);
  if (!kind) return events;
  std::erase_if(events, [&](const GoldEvent& event) { return event.kind != *kind; });
  if (events.empty())
    throw InputError(folder, "no event of the kind " + *kind, "give another --kind, or none");
  return events;
}

/// Each kind by itself, by name; then, of several, all together.
std::vector<Measures> measure_kinds(const std::vector<ScoredEvent>& events) {
  std::map<std::string, std::vector<ScoredEvent>> kinds;
  for (const ScoredEvent& event : events) kinds[event.kind].push_back(event);
  std::vector<Measures> out;
  for (const auto& [kind, members] : kinds) out.push_back(measure(members, kind));
  if (kinds.size() > 1) out.push_back(measure(events, "all"));
  return out;
}

ordered_json known(double value) { return std::isnan(value) ? ordered_json(nullptr) : ordered_json(value); }

ordered_json bins_json(const std::vector<Bin>& bins) {
  ordered_json out = ordered_json::array();
  for (const Bin& bin : bins) out.push_back({{"count", bin.count}, {"said", bin.said}, {"held", bin.held}});
  return out;
}

ordered_json group_json(const Measures& group) {
  ordered_json out = {{"kind", group.kind}, {"events", group.events}, {"links", group.links}};
  for (const Measure& figure : group.figures) {
    ordered_json interval = nullptr;
    if (!std::isnan(figure.low)) interval = {figure.low, figure.high};
    out["figures"][std::string(figure.name)] = {{"value", known(figure.value)}, {"interval", interval}};
  }
  out["link_calibration"] = bins_json(group.link_calibration);
  out["relation_calibration"] = bins_json(group.relation_calibration);
  for (std::size_t g = 0; g < kClasses; ++g) {
    for (std::size_t s = 0; s < kClasses; ++s)
      out["confusion"][std::string(kClassNames[g])][std::string(kClassNames[s])] = group.confusion[g][s];
  }
  return out;
}

std::string json_of(const std::vector<Measures>& groups, const Model& model,
                    const std::vector<GoldEvent>& events) {
  ordered_json out = {{"format", "rashomon.evaluation/1"},
                      {"engine",
                       {{"version", std::string(version())},
                        {"model", model.name + ' ' + model.hash},
                        {"threshold", model.threshold}}},
                      {"resamples", kResamples}};
  for (const GoldEvent& event : events)
    out["events"].push_back({{"name", event.name}, {"kind", event.kind}, {"sha256", event.hash}});
  for (const Measures& group : groups) out["groups"].push_back(group_json(group));
  return out.dump(1) + '\n';
}

std::string csv_of(const std::vector<Measures>& groups) {
  std::string out = "kind,figure,value,low,high\r\n";
  const auto cell = [](double value) { return std::isnan(value) ? std::string() : shortest(value); };
  for (const Measures& group : groups) {
    for (const Measure& f : group.figures) {
      out += group.kind + ',' + std::string(f.name) + ',' + cell(f.value) + ',' + cell(f.low) + ',' +
             cell(f.high) + "\r\n";
    }
  }
  return out;
}

std::string bins_text(const std::string& title, const std::vector<Bin>& bins) {
  std::string out = "\n  " + title + "\n    count   said   held\n";
  for (const Bin& bin : bins) {
    out += "  " + right_aligned(std::to_string(bin.count), 7) + right_aligned(fixed(bin.said, 3), 7) +
           right_aligned(fixed(bin.held, 3), 7) + '\n';
  }
  return out;
}

std::string figure_text(const Measure& f) {
  if (std::isnan(f.value)) return "";
  return "  " + padded(std::string(f.name), 28) + fixed(f.value, 3) + "  [" + fixed(f.low, 3) + ", " +
         fixed(f.high, 3) + "]  " + std::string(f.meaning) + '\n';
}

std::string group_text(const Measures& group) {
  std::string out = group.kind + ": " + std::to_string(group.events) +
                    (group.events == 1 ? " event, " : " events, ") + std::to_string(group.links) +
                    " annotated links\n\n";
  for (const Measure& figure : group.figures) out += figure_text(figure);
  out += bins_text("Calibration of links with probability 0.05 and more", group.link_calibration);
  out += bins_text("Calibration of the relation's confidence", group.relation_calibration);
  out += "\n  Relations, annotated in rows and said in columns\n           ";
  for (const auto name : kClassNames) out += right_aligned(std::string(name), 9);
  for (std::size_t g = 0; g < kClasses; ++g) {
    out += "\n    " + padded(std::string(kClassNames[g]), 7);
    for (const std::size_t count : group.confusion[g]) out += right_aligned(std::to_string(count), 9);
  }
  return out + '\n';
}

std::string text_of(const std::vector<Measures>& groups, const Model& model) {
  std::string out = "Rashomon " + std::string(version()) + ", model " + model.name + ' ' +
                    model.hash.substr(0, 12) + ", threshold " + fixed(model.threshold) +
                    "\nIn brackets: 95 % bootstrap interval over events (" + std::to_string(kResamples) +
                    " resamples).\n";
  for (const Measures& group : groups) out += '\n' + group_text(group);
  return out;
}

}  // namespace

Manual evaluate_options() {
  return {
      "  GOLD  annotated events: NAME/{meta.json, left.txt, right.txt, left.sentences.tsv, "
      "right.sentences.tsv, links.tsv};\n"
      "        where there are holders.tsv and dimensions.tsv, these are measured too\n",
      table(),
      "Each kind by itself, then all. A model is not to be measured on events that it learned from:\n"
      "scripts/train --leave-one-out measures those. The csv holds the figures; json also the "
      "calibration, "
      "the confusion\nof relations and the hash of every event.\n"};
}

int run_evaluate(const Arguments& arguments) {
  const Options options(arguments, table());
  const std::vector<std::string> folders = checked_inputs(options.inputs());
  const auto format = static_cast<Format>(options.choice("format", kFormats, 0));
  const std::optional<std::string> output = options.value("output");
  if (output) check_output(*output, Target::file);
  const Knowledge knowledge = knowledge_of(options);
  std::vector<GoldEvent> events;
  for (const std::string& folder : folders) {
    for (GoldEvent& event : chosen(folder, options.value("kind"))) events.push_back(std::move(event));
  }
  refuse_repeats(events);
  const std::vector<Measures> groups = measure_kinds(score_all(events, knowledge));
  const std::string report = format == Format::text   ? text_of(groups, knowledge.model)
                             : format == Format::json ? json_of(groups, knowledge.model, events)
                                                      : csv_of(groups);
  deliver(report, output);
  return kDone;
}

}  // namespace rashomon::cli
