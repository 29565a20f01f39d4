#include "engine/scorer/points.h"

#include <algorithm>
#include <string_view>

namespace rashomon {
namespace {

constexpr double kNegligible = 0.02;  // links less likely than this answer nothing

constexpr std::size_t kNoConcept = static_cast<std::size_t>(-1);

// A content word and the concept whose expression it is part of.
struct Word {
  std::string_view stem;
  std::size_t concept_entry = kNoConcept;
};

// All that a statement names; each sorted, each once. Views into the statement.
struct Named {
  std::vector<std::string_view> stems;
  std::vector<std::size_t> concepts;

  bool holds(const Word& word) const {
    return std::binary_search(stems.begin(), stems.end(), word.stem) ||
           (word.concept_entry != kNoConcept &&
            std::binary_search(concepts.begin(), concepts.end(), word.concept_entry));
  }
};

template <typename T>
void sort_once(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// The content words of these tokens, each stem once.
std::vector<Word> content_words(const Statement& statement, std::size_t first, std::size_t last) {
  std::vector<Word> words;
  for (std::size_t k = first; k < last; ++k) {
    const Token& token = statement.tokens[k];
    const auto known = [&](const Word& word) { return word.stem == token.stem; };
    if (!token.stop && std::none_of(words.begin(), words.end(), known)) {
      words.push_back({token.stem, kNoConcept});
      for (const Find& find : statement.finds) {
        if (find.table == Table::concepts && find.first <= k && k < find.last)
          words.back().concept_entry = find.entry;
      }
    }
  }
  return words;
}

Named named_in(const Statement& statement) {
  Named out;
  for (const Token& token : statement.tokens) {
    if (!token.stop) out.stems.push_back(token.stem);
  }
  for (const Find& find : statement.finds) {
    if (find.table == Table::concepts) out.concepts.push_back(find.entry);
  }
  sort_once(out.stems);
  sort_once(out.concepts);
  return out;
}

double part_held(const std::vector<Word>& words, const Named& other) {
  if (words.empty()) return 0;
  const auto held = std::count_if(words.begin(), words.end(), [&](const Word& w) { return other.holds(w); });
  return static_cast<double>(held) / static_cast<double>(words.size());
}

}  // namespace

std::vector<std::vector<double>> points_answered(const std::vector<Statement>& statements,
                                                 const std::vector<Statement>& others,
                                                 const Matrix& probability) {
  std::vector<Named> held;
  held.reserve(others.size());
  for (const Statement& other : others) held.push_back(named_in(other));

  std::vector<std::vector<double>> out(statements.size());
  for (std::size_t i = 0; i < statements.size(); ++i) {
    for (const Point& point : statements[i].points) {
      const std::vector<Word> words = content_words(statements[i], point.first, point.last);
      double unanswered = 1;
      for (std::size_t j = 0; j < others.size(); ++j) {
        const double linked = probability(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j));
        if (linked >= kNegligible) unanswered *= 1 - linked * part_held(words, held[j]);
      }
      out[i].push_back(1 - unanswered);
    }
  }
  return out;
}

}  // namespace rashomon
