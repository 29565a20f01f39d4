#include "engine/scorer/figures.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/scorer/cues.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

constexpr double kRegisterRange = 5;

double content_words(const Statement& statement) {
  return static_cast<double>(std::count_if(statement.tokens.begin(), statement.tokens.end(),
                                           [](const Token& t) { return !t.stop; }));
}

// The rungs that a statement takes, negated ones left out.
std::vector<const Find*> rungs_in(const Statement& statement, const Lexicons& lexicons) {
  std::vector<const Find*> out;
  for (const Find& find : statement.finds) {
    if (find.table == Table::register_ && !is_negated(statement, find.first, lexicons)) out.push_back(&find);
  }
  return out;
}

double register_level(const Statement& statement, const Lexicons& lexicons) {
  const auto rungs = rungs_in(statement, lexicons);
  double sum = 0;
  for (const Find* find : rungs) sum += lexicons.rungs()[find->entry].level;
  return rungs.empty() ? 0 : sum / static_cast<double>(rungs.size());
}

std::vector<std::string> concepts_in(const Statement& statement, const Lexicons& lexicons) {
  std::vector<std::string> ids;
  for (const Find& find : statement.finds) {
    if (find.table != Table::concepts) continue;
    const std::string& id = lexicons.concepts()[find.entry].id;
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
  }
  return ids;
}

// It commits to something or draws a red line.
bool binds(const Statement& statement, const Lexicons& lexicons) {
  return std::any_of(statement.finds.begin(), statement.finds.end(), [&](const Find& find) {
    if (find.table == Table::speech_verbs) return lexicons.speech_verbs()[find.entry].act == Act::commit;
    if (find.table != Table::register_) return false;
    const RegisterCategory category = lexicons.rungs()[find.entry].category;
    return category == RegisterCategory::commitment || category == RegisterCategory::warning ||
           category == RegisterCategory::threat;
  });
}

Highlight highlight(const Statement& statement, std::size_t index, const Find& find,
                    const Lexicons& lexicons) {
  const Span span{statement.tokens[find.first].span.begin, statement.tokens[find.last - 1].span.end};
  const CodePoints text(statement.text);
  const auto words = text.slice({span.begin - statement.span.begin, span.end - statement.span.begin});
  return {index, span, std::string(words), lexicons.rungs()[find.entry].level};
}

bool speaks_for_itself(const Statement& statement, const std::string& party) {
  return statement.holders.empty() ||
         std::find(statement.holders.begin(), statement.holders.end(), party) != statement.holders.end();
}

std::size_t words_of(const Statement& statement, const Find& find) {
  const auto first = statement.tokens.begin() + static_cast<std::ptrdiff_t>(find.first);
  const auto last = statement.tokens.begin() + static_cast<std::ptrdiff_t>(find.last);
  return static_cast<std::size_t>(
      std::count_if(first, last, [](const Token& t) { return t.kind != TokenKind::mark; }));
}

// The best so far: harder first, then longer; of equals the first stays.
struct Rank {
  double hardness = 0;
  std::size_t words = 0;

  bool takes(const Rank& other) {
    if (std::pair(other.hardness, other.words) <= std::pair(hardness, words)) return false;
    *this = other;
    return true;
  }
};

}  // namespace

std::vector<StatementFigures> statement_figures(const std::vector<Statement>& statements,
                                                const Lexicons& lexicons) {
  double all = 0;
  for (const Statement& s : statements) all += content_words(s);
  std::vector<StatementFigures> out;
  out.reserve(statements.size());
  for (const Statement& s : statements) {
    StatementFigures figures;
    figures.concepts = concepts_in(s, lexicons);
    figures.register_level = register_level(s, lexicons);
    // an account of function words alone: every statement weighs the same
    figures.mass = all > 0 ? content_words(s) / all : 1 / static_cast<double>(statements.size());
    figures.salience =
        figures.mass * (1 + std::abs(figures.register_level) / kRegisterRange) * (binds(s, lexicons) ? 2 : 1);
    out.push_back(std::move(figures));
  }
  return out;
}

Highlights highlights_of(const Account& account, const Lexicons& lexicons) {
  Highlights out;
  Rank tone;
  Rank sharpest;
  for (std::size_t s = 0; s < account.statements.size(); ++s) {
    const Statement& statement = account.statements[s];
    if (statement.question) continue;
    const bool own = speaks_for_itself(statement, account.id);
    for (const Find* find : rungs_in(statement, lexicons)) {
      const Rung& rung = lexicons.rungs()[find->entry];
      const std::size_t words = words_of(statement, *find);
      if (rung.category == RegisterCategory::talks) {
        if (tone.takes({0, words})) out.tone = highlight(statement, s, *find, lexicons);
      } else if (own && rung.level < 0 && sharpest.takes({-rung.level, words})) {
        out.sharpest = highlight(statement, s, *find, lexicons);
      }
    }
  }
  return out;
}

}  // namespace rashomon
