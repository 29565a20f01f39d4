#include "cli/pair_scorer.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "engine/records/error.h"

namespace rashomon::cli {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::string_view kProtocol = "rashomon.pair-scorer/1";
constexpr Eigen::Index kBatch = 64;  // pairs
constexpr double kPatience = 60;     // seconds
constexpr double kLeastPatience = 0.1;
constexpr double kMostPatience = 86400;
constexpr std::chrono::seconds kToLeave{2};  // from the end of its input to the end of its output
constexpr std::size_t kQuoted = 100;         // bytes of a line

const std::string kHelloCure =
    R"(let it print {"protocol": "rashomon.pair-scorer/1", "model": NAME} first (docs/pair-scorer.md))";
const std::string kAnswerCure =
    R"(answer each id once by a line {"id", "score"}, its score a finite number (docs/pair-scorer.md))";
const std::string kLateCure = "make it faster, or give it longer by --pair-scorer-timeout";
const std::string kEndCure = "run it by itself to see why";

[[noreturn]] void refuse(const std::string& problem, const std::string& cure) {
  throw InputError("option --pair-scorer", problem, cure);
}

std::string excerpt(const std::string& line) {
  return line.substr(0, kQuoted) + (line.size() > kQuoted ? "..." : "");
}

bool is_blank(const std::string& line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

std::string in_seconds(std::chrono::duration<double> time) {
  std::ostringstream out;
  out << time.count() << " s";
  return out.str();
}

json parse(const std::string& line, const std::string& place, const std::string& cure) {
  try {
    json value = json::parse(line);
    if (value.is_object()) return value;
  } catch (const json::exception&) {  // NaN and 1e999, too, are no numbers of JSON
  }
  refuse(place + " is no JSON object: " + excerpt(line), cure);
}

// null where there is no such key. No copy: a value may be nested beyond all bounds.
const json& at(const json& object, const char* key) {
  static const json null;
  const auto found = object.find(key);
  return found == object.end() ? null : *found;
}

std::string line_of(std::size_t id, const std::string& left, const std::string& right) {
  const ordered_json line = {{"id", id}, {"left", left}, {"right", right}};
  return line.dump(-1, ' ', true) + '\n';  // in ASCII, which every reader takes
}

}  // namespace

PairScorer::PairScorer(const std::string& command, std::chrono::duration<double> patience)
    : process_(command), patience_(patience) {
  read_hello();
}

void PairScorer::read_hello() {
  const std::string line = read_line(deadline(), "its hello");
  const json hello = parse(line, place_of_line(), kHelloCure);
  const json& protocol = at(hello, "protocol");
  const json& model = at(hello, "model");
  if (!protocol.is_string()) refuse("its hello names no protocol: " + excerpt(line), kHelloCure);
  if (protocol != kProtocol) refuse("it speaks another protocol: " + excerpt(protocol.dump()), kHelloCure);
  if (!model.is_string() || model.get_ref<const std::string&>().empty())
    refuse("its hello names no model: " + excerpt(line), kHelloCure);
  model_ = model;
}

Matrix PairScorer::scores(const Account& left, const Account& right) {
  const auto known = known_.find({left.id, right.id});
  if (known != known_.end()) return known->second;
  Matrix scores(static_cast<Eigen::Index>(left.statements.size()),
                static_cast<Eigen::Index>(right.statements.size()));
  for (Eigen::Index first = 0; first < scores.size(); first += kBatch)
    ask(left, right, first, std::min(first + kBatch, scores.size()), scores);
  // Their scale says nothing, and sums of the greatest doubles are none.
  if (const double greatest = scores.cwiseAbs().maxCoeff(); greatest > 0) scores /= greatest;
  return known_[{left.id, right.id}] = scores;
}

OutsideSimilarity PairScorer::similarity() {
  return [this](const Account& left, const Account& right) { return scores(left, right); };
}

// Pairs first .. last - 1, row by row.
void PairScorer::ask(const Account& left, const Account& right, Eigen::Index first, Eigen::Index last,
                     Matrix& scores) {
  const std::size_t before = asked_;
  for (Eigen::Index pair = first; pair < last; ++pair) {
    const auto row = static_cast<std::size_t>(pair / scores.cols());
    const auto column = static_cast<std::size_t>(pair % scores.cols());
    process_.send(line_of(++asked_, left.statements[row].text, right.statements[column].text));
  }
  process_.send("\n");
  const Process::Clock::time_point until = deadline();
  std::vector<bool> answered(asked_ - before);
  for (std::size_t open = 0; open < answered.size();) {
    const Answer answer = read_answer(until, before + 1 + open);
    const std::size_t place = answer.id - before - 1;
    if (answer.id <= before || answered[place])
      refuse(place_of_line() + " answers id " + std::to_string(answer.id) + " again", kAnswerCure);
    answered[place] = true;
    scores.data()[first + static_cast<Eigen::Index>(place)] = answer.score;
    while (open < answered.size() && answered[open]) ++open;
  }
}

PairScorer::Answer PairScorer::read_answer(Process::Clock::time_point until, std::size_t awaited) {
  const std::string line = read_line(until, "the score of id " + std::to_string(awaited));
  const json answer = parse(line, place_of_line(), kAnswerCure);
  const json& id = at(answer, "id");
  const json& score = at(answer, "score");
  if (id.is_null()) refuse(place_of_line() + " has no id: " + excerpt(line), kAnswerCure);
  if (!id.is_number_unsigned() || id < 1 || id > asked_)
    refuse(place_of_line() + " has an id that was not asked: " + excerpt(line), kAnswerCure);
  if (!score.is_number()) refuse(place_of_line() + " has no score: " + excerpt(line), kAnswerCure);
  return {id, score};
}

std::string PairScorer::read_line(Process::Clock::time_point until, const std::string& awaited) {
  for (;;) {
    const Process::Heard heard = process_.next_line(until);
    switch (heard.kind) {
      case Process::Heard::Kind::end: refuse(process_.how_it_ended() + " before " + awaited, kEndCure);
      case Process::Heard::Kind::late:
        refuse("it did not give " + awaited + " within " + in_seconds(patience_) + process_.last_words(),
               kLateCure);
      case Process::Heard::Kind::long_: refuse("it wrote a line of more than 1 MiB", kAnswerCure);
      case Process::Heard::Kind::line: break;
    }
    ++lines_;
    if (!is_blank(heard.line)) return heard.line;
  }
}

void PairScorer::finish() {
  process_.close_input();
  const Process::Clock::time_point until = Process::Clock::now() + kToLeave;
  Process::Heard heard;
  while ((heard = process_.next_line(until)).kind == Process::Heard::Kind::line) {
    ++lines_;
    if (!is_blank(heard.line))
      refuse(place_of_line() + " answers nothing that is open: " + excerpt(heard.line), kAnswerCure);
  }
  if (heard.kind == Process::Heard::Kind::long_) refuse("it wrote on after its last answer", kAnswerCure);
}

std::string PairScorer::place_of_line() const { return "line " + std::to_string(lines_) + " of its output"; }

Process::Clock::time_point PairScorer::deadline() const {
  return Process::Clock::now() + std::chrono::ceil<Process::Clock::duration>(patience_);
}

std::vector<Option> pair_scorer_options() {
  return {{"pair-scorer", "COMMAND",
           "a scorer of your own, run by /bin/sh, that says how alike two statements are\n"
           "(docs/pair-scorer.md): its scores join the pair model"},
          {"pair-scorer-timeout", "SECONDS", "for its hello, and for each batch of 64 pairs (default: 60)"}};
}

std::unique_ptr<PairScorer> pair_scorer_of(const Options& options) {
  const std::optional<std::string> command = options.value("pair-scorer");
  const std::optional<double> patience = options.number("pair-scorer-timeout", kLeastPatience, kMostPatience);
  if (!command) {
    if (patience)
      throw InputError("option --pair-scorer-timeout", "it says nothing without --pair-scorer", "give both");
    return nullptr;
  }
  if (options.has("embeddings"))
    throw InputError("option --pair-scorer", "--embeddings is given too, and one similarity can join",
                     "give one of the two");
  return std::make_unique<PairScorer>(*command, std::chrono::duration<double>(patience.value_or(kPatience)));
}

}  // namespace rashomon::cli
