#include "engine/extractor/transcript.h"

#include <algorithm>
#include <array>
#include <map>

#include "engine/extractor/lines.h"
#include "engine/text/characters.h"
#include "engine/text/normalize.h"

namespace rashomon {
namespace {

constexpr std::array<std::string_view, 15> kAsking = {
    "q",   "question", "questions", "reporter", "journalist", "press", "moderator", "\u95ee", "\u8bb0\u8005",
    "afp", "ap",       "bbc",       "cnn",      "pti",        "ani"};
constexpr std::array<std::string_view, 4> kAnswering = {"a", "answer", "answers", "\u7b54"};

constexpr std::size_t kLongestOpening = 8;

enum class Voice { asks, answers, unknown };

// One label of the text and its turns.
struct Label {
  Voice voice = Voice::unknown;
  std::size_t turns = 0;
  std::size_t questions = 0;  // turns that end with a question mark
};

struct Start {
  std::size_t statement = 0;
  std::string name;        // folded, without its colon
  std::size_t tokens = 0;  // with the colon
};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, const std::string& name) {
  return std::find(words.begin(), words.end(), name) != words.end();
}

bool asks(const Statement& statement) {
  std::string_view text = statement.text;
  while (text.ends_with('"') || text.ends_with(')')) text.remove_suffix(1);
  if (text.ends_with("\u201D")) text.remove_suffix(3);
  return text.ends_with('?') || text.ends_with("\uFF1F");
}

// "NEXT STEPS:" is a heading within the line, "MR. KIRBY:" a speaker.
bool is_shouted(std::u32string_view name) {
  return name.size() > 2 && std::none_of(name.begin(), name.end(), is_lower);
}

const Actor* speaker_of(const Reading& reading, std::size_t tokens) {
  for (const Actor& actor : reading.actors) {
    if (actor.first >= tokens) break;
    if (actor.kind == ActorKind::person || actor.kind == ActorKind::title) return &actor;
  }
  return nullptr;
}

bool names_medium(const Statement& statement, std::size_t tokens, const Lexicons& lexicons) {
  return std::any_of(statement.finds.begin(), statement.finds.end(), [&](const Find& find) {
    return find.table == Table::parties && find.first < tokens &&
           lexicons.party_names()[find.entry].kind == PartyNameKind::media;
  });
}

std::vector<Start> starts_of_turns(const std::vector<Statement>& statements,
                                   const std::vector<Reading>& readings, const Lexicons& lexicons) {
  std::vector<Start> starts;
  for (std::size_t k = 0; k < statements.size(); ++k) {
    const std::u32string text = to_code_points(statements[k].text);
    std::size_t begin = 0;  // behind what opens a turn in some transcripts: "* * *"
    while (begin < text.size() && begin < kLongestOpening && !is_alphabetic(text[begin])) ++begin;
    const std::u32string_view rest = std::u32string_view(text).substr(begin);
    const std::size_t length = begin + label(rest);
    if (length == begin) continue;
    const std::u32string_view name = rest.substr(0, length - begin - 1);
    std::size_t tokens = 0;
    while (tokens < statements[k].tokens.size() &&
           statements[k].tokens[tokens].span.end <= statements[k].span.begin + length)
      ++tokens;
    const std::string folded = fold_text(to_utf8(name));
    const bool heading = is_shouted(name) && speaker_of(readings[k], tokens) == nullptr &&
                         !holds(kAsking, folded) && !holds(kAnswering, folded) &&
                         !names_medium(statements[k], tokens, lexicons);
    if (!heading) starts.push_back({k, folded, tokens});
  }
  return starts;
}

}  // namespace

std::vector<Turn> read_turns(const std::vector<Statement>& statements, const std::vector<Reading>& readings,
                             const Lexicons& lexicons) {
  std::vector<Turn> turns(statements.size());
  const std::vector<Start> starts = starts_of_turns(statements, readings, lexicons);
  std::map<std::string, Label> labels;
  for (std::size_t s = 0; s < starts.size(); ++s) {
    const Start& start = starts[s];
    const std::size_t last = s + 1 < starts.size() ? starts[s + 1].statement : statements.size();
    Label& label = labels[start.name];
    ++label.turns;
    label.questions += asks(statements[last - 1]) ? 1U : 0U;
    if (holds(kAsking, start.name) || names_medium(statements[start.statement], start.tokens, lexicons))
      label.voice = Voice::asks;
    const Actor* actor = speaker_of(readings[start.statement], start.tokens);
    if (holds(kAnswering, start.name) || (actor != nullptr && !actor->party.empty()))
      label.voice = Voice::answers;
  }
  for (std::size_t s = 0; s < starts.size(); ++s) {
    const Start& start = starts[s];
    const Label& label = labels[start.name];
    const bool question =
        label.voice == Voice::asks || (label.voice == Voice::unknown && 2 * label.questions >= label.turns);
    if (!question && label.voice == Voice::unknown && label.turns == 1) continue;  // "First:", "Background:"
    const std::size_t last = s + 1 < starts.size() ? starts[s + 1].statement : statements.size();
    const Actor* actor = speaker_of(readings[start.statement], start.tokens);
    for (std::size_t k = start.statement; k < last; ++k) {
      turns[k].question = question;
      if (!question && actor != nullptr && !actor->party.empty()) {
        turns[k].speaker = actor->label;
        turns[k].party = actor->party;
      }
    }
    turns[start.statement].label = start.tokens;
  }
  return turns;
}

}  // namespace rashomon
