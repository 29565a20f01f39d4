#include "cli/gaps.h"

#include <algorithm>
#include <map>

#include "engine/extractor/extractor.h"
#include "engine/lexicon/matcher.h"
#include "engine/text/code_points.h"

namespace rashomon::cli {
namespace {

class Counter {
 public:
  explicit Counter(const Lexicons& lexicons) : lexicons_(lexicons) {}

  void add(const std::vector<Token>& tokens) {
    const Cover cover = cover_of(tokens, lexicons_.find(tokens));
    for (std::size_t k = 0; k < tokens.size(); ++k) {
      if (joins_words(tokens, k)) continue;
      if (tokens[k].kind != TokenKind::word || tokens[k].stop || cover.speech[k]) {
        finish();
        continue;
      }
      words_ += (words_.empty() ? "" : " ") + tokens[k].form;
      covered_ = covered_ && cover.other[k];
    }
    finish();
  }

  const std::map<std::string, Phrase>& phrases() const { return phrases_; }

 private:
  void finish() {
    if (!words_.empty()) {
      Phrase& phrase = phrases_[words_];
      ++phrase.count;
      phrase.covered += covered_ ? 1 : 0;
    }
    words_.clear();
    covered_ = true;
  }

  const Lexicons& lexicons_;
  std::map<std::string, Phrase> phrases_;
  std::string words_;  // of the run that is being read
  bool covered_ = true;
};

}  // namespace

Cover cover_of(const std::vector<Token>& tokens, const std::vector<Find>& finds) {
  Cover cover{std::vector<bool>(tokens.size()), std::vector<bool>(tokens.size()),
              std::vector<bool>(tokens.size())};
  for (const Find& find : finds) {
    if (find.table == Table::facts || find.table == Table::citations)
      continue;  // they list words that name no matter
    for (std::size_t k = find.first; k < find.last; ++k) {
      (find.table == Table::speech_verbs ? cover.speech : cover.other)[k] = true;
      if (find.table == Table::concepts) cover.concepts[k] = true;
    }
  }
  return cover;
}

std::vector<Phrase> frequent_phrases(const std::vector<Document>& documents, const Lexicons& lexicons,
                                     std::size_t least) {
  Counter counter(lexicons);
  for (const Document& document : documents) {
    const CodePoints text(document.text);
    for (const Span& sentence : split_sentences(document))
      counter.add(lexicons.tokenize(text.slice(sentence)));
  }
  std::vector<Phrase> all;
  for (const auto& [words, phrase] : counter.phrases()) {
    if (phrase.count >= least) all.push_back({words, phrase.count, phrase.covered});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const Phrase& a, const Phrase& b) { return a.count > b.count; });
  return all;
}

}  // namespace rashomon::cli
