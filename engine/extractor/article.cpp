#include "engine/extractor/article.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "engine/extractor/citations.h"
#include "engine/extractor/event_parties.h"
#include "engine/extractor/extractor.h"
#include "engine/extractor/origins.h"
#include "engine/extractor/party_ids.h"
#include "engine/extractor/quotations.h"
#include "engine/extractor/reading.h"
#include "engine/records/error.h"

namespace rashomon {
namespace {

constexpr std::size_t kNoticeLength = 40;  // tokens; what is longer is no publisher's notice
constexpr std::size_t kCarryReach = 8;     // tokens from a sentence's start to its "also" or "he"
constexpr std::size_t kFewestQuoted = 3;   // quoted words of a full quotation
constexpr double kMostlyQuoted = 0.5;      // share of quoted words of one that more stands beside

constexpr std::array kPeople = {CitationRole::private_, CitationRole::spokesman, CitationRole::official,
                                CitationRole::body, CitationRole::document};

// Whose words a sentence passes on.
struct Telling {
  std::vector<Origin> sources;
  std::optional<std::string> speaker;
  bool carried = false;

  bool sourced() const { return !sources.empty(); }
};

class Splitter {
 public:
  Splitter(std::vector<Statement>& statements, const Text& text, const Lexicons& lexicons)
      : statements_(statements), text_(text), lexicons_(lexicons), origins_(lexicons) {
    read_quoted();
  }

  std::vector<Telling> run() {
    std::vector<Telling> tellings(statements_.size());
    for (std::size_t k = 0; k < statements_.size(); ++k) {
      origins_.mention(text_.readings[k]);
      Telling& telling = tellings[k];
      telling = tell(k);
      statements_[k].mode = mode_of(k, telling);
      if (!telling.sourced()) continue;
      last_ = telling;
      last_index_ = k;
    }
    adopt_open_quotations(tellings);
    return tellings;
  }

 private:
  const std::vector<Token>& tokens(std::size_t k) const { return statements_[k].tokens; }

  void read_quoted() {
    for (const Statement& statement : statements_) {
      std::vector<bool> quoted;
      for (const Token& token : statement.tokens) {
        quoted.push_back(std::any_of(text_.quotations.begin(), text_.quotations.end(), [&](const Span& q) {
          return q.begin <= token.span.begin && token.span.end <= q.end;
        }));
      }
      quoted_.push_back(std::move(quoted));
    }
  }

  bool same_paragraph(std::size_t a, std::size_t b) const {
    return text_.paragraphs[a] == text_.paragraphs[b];
  }

  bool has_role(std::size_t k, CitationRole role) const {
    return std::any_of(statements_[k].finds.begin(), statements_[k].finds.end(), [&](const Find& find) {
      return find.table == Table::citations && lexicons_.citations()[find.entry].role == role &&
             !quoted_[k][find.first];
    });
  }

  Telling tell(std::size_t k) {
    if (has_role(k, CitationRole::notice) && tokens(k).size() <= kNoticeLength) return {};
    const std::vector<Citation> citations = read_citations(text_.readings[k], quoted_[k], lexicons_);
    if (Telling told = cited(k, citations); told.sourced()) return told;
    if (statements_[k].heading) return {};
    if (carries(k)) {
      Telling told = last_;
      told.carried = true;
      return told;
    }
    return {};
  }

  // The sources of the outermost citations: those that close the sentence, else the first, and those beside
  // it. A position that somebody takes counts only where nobody is cited.
  Telling cited(std::size_t k, const std::vector<Citation>& citations) {
    const Reading& reading = text_.readings[k];
    Telling told;
    const bool closed =
        std::any_of(citations.begin(), citations.end(), [](const Citation& c) { return c.closing; });
    const bool strong =
        closed || std::any_of(citations.begin(), citations.end(), [](const Citation& c) { return !c.weak; });
    const Citation* first = nullptr;
    std::vector<const Citation*> inner;
    for (const Citation& citation : citations) {
      if (!citation.weak && !is_somebody(k, citation)) continue;
      const bool outer =
          strong ? !citation.weak && (closed ? citation.closing || (citation.apart && first != nullptr)
                                             : first == nullptr || citation.apart)
                 : first == nullptr && takes_position(k, citation);
      if (!outer) {
        inner.push_back(&citation);
        continue;
      }
      first = &citation;
      told.sources.push_back(origins_.read(reading, citation));
    }
    if (!told.sourced()) return told;
    told.speaker = speaker_of(reading, inner, *first, told.sources.front());
    return told;
  }

  // Verbs other than "said" may have things for subjects: "the flights continued".
  bool is_somebody(std::size_t k, const Citation& citation) {
    const std::string& verb = tokens(k)[citation.verb].form;
    if (verb == "said" || verb == "told") return true;
    const Phrase source = citation.source;
    if (is_owned(k, source)) return false;
    const Origin origin = origins_.meant(text_.readings[k], source, citation.apposition);
    if (origin.both || origin.told || !origin.parties.empty()) return true;
    const bool named =
        std::any_of(tokens(k).begin() + static_cast<std::ptrdiff_t>(source.first + 1),
                    tokens(k).begin() + static_cast<std::ptrdiff_t>(source.last), is_capitalised) ||
        (source.last - source.first == 1 && is_capitalised(tokens(k)[source.first]));
    return named || std::any_of(kPeople.begin(), kPeople.end(), [&](CitationRole role) {
             return holds_role(statements_[k], source, role, lexicons_);
           });
  }

  // "Arland's decision to ...": the party only owns what the verb belongs to.
  bool is_owned(std::size_t k, Phrase source) const {
    const Reading& reading = text_.readings[k];
    const auto owner = std::find_if(reading.actors.begin(), reading.actors.end(), [&](const Actor& actor) {
      return actor.first >= source.first && actor.last <= source.last && !actor.party.empty();
    });
    if (owner == reading.actors.end() || !reading.classes[owner->last - 1].is(Word::genitive)) return false;
    const auto begin = tokens(k).begin();
    const bool named = std::any_of(begin + static_cast<std::ptrdiff_t>(owner->last),
                                   begin + static_cast<std::ptrdiff_t>(source.last), is_capitalised);
    return !named && std::none_of(kPeople.begin(), kPeople.end(), [&](CitationRole role) {
      return holds_role(statements_[k], {owner->last, source.last}, role, lexicons_);
    });
  }

  // "Roe and Doe pledged": what two do is no source. Nor is what no known side or speaker does.
  bool takes_position(std::size_t k, const Citation& citation) {
    const Origin origin = origins_.meant(text_.readings[k], citation.source, citation.apposition);
    if (origin.both || origin.parties.size() > 1 || is_owned(k, citation.source)) return false;
    return !origin.parties.empty() || origin.told ||
           holds_role(statements_[k], citation.source, CitationRole::private_, lexicons_);
  }

  // Somebody who speaks within what a source passes on, else the source itself where it is a person.
  std::optional<std::string> speaker_of(const Reading& reading, const std::vector<const Citation*>& inner,
                                        const Citation& outer, const Origin& source) {
    if (!outer.quoted.empty()) {
      Origin quoted = origins_.meant(reading, outer.quoted);
      if (quoted.person) return spoken(std::move(quoted), source);
    }
    for (const Citation* citation : inner) {
      Origin origin = origins_.meant(reading, citation->source);
      if (origin.person && !origin.label.empty()) return spoken(std::move(origin), source);
    }
    if (source.person && !source.label.empty()) return source.label;
    return std::nullopt;
  }

  // "He" will mean this speaker, in the account of the source that passes on the words.
  std::string spoken(Origin speaker, const Origin& source) {
    speaker.parties = source.parties;
    speaker.both = source.both;
    origins_.speaks(speaker);
    return speaker.label;
  }

  double quoted_share(std::size_t k) const {
    std::size_t words = 0;
    std::size_t inside = 0;
    for (std::size_t t = 0; t < tokens(k).size(); ++t) {
      if (tokens(k)[t].kind == TokenKind::mark) continue;
      ++words;
      inside += quoted_[k][t] ? 1U : 0U;
    }
    return words == 0 ? 0 : static_cast<double>(inside) / static_cast<double>(words);
  }

  // Whether a sentence without a source goes on with the last one.
  bool carries(std::size_t k) const {
    if (!last_.sourced()) return false;
    const bool follows = last_index_ + 1 == k;
    if (!has_words(k)) return false;
    if (quoted_share(k) == 1.0) return follows || same_paragraph(last_index_, k);
    if (!follows || has_role(k, CitationRole::background) || names_year(k)) return false;
    const bool nobodys = std::all_of(last_.sources.begin(), last_.sources.end(),
                                     [](const Origin& o) { return o.parties.empty() && !o.both; });
    if (begins_with_others(k)) return false;
    if (same_paragraph(last_index_, k) && !nobodys) return true;
    return points_back(k) || has_early_carrier(k);
  }

  // "Chinese officials have ..." behind a source of another party; people may be spoken of, bodies act. So
  // does "he" behind two sources.
  bool begins_with_others(std::size_t k) const {
    std::set<std::string> parties;
    for (const Origin& source : last_.sources) parties.insert(source.parties.begin(), source.parties.end());
    if (text_.readings[k].classes[0].is(Word::he)) return parties.size() > 1;
    if (text_.readings[k].actors.empty()) return false;
    const Actor& subject = text_.readings[k].actors.front();
    const bool somebody =
        subject.kind == ActorKind::person && !text_.readings[k].classes[subject.last - 1].is(Word::actor);
    return subject.first <= 1 && !subject.object && !subject.owner && !somebody && !subject.party.empty() &&
           !parties.contains(subject.party);
  }

  bool has_words(std::size_t k) const {
    return std::any_of(tokens(k).begin(), tokens(k).end(),
                       [](const Token& t) { return t.kind != TokenKind::mark; });
  }

  bool names_year(std::size_t k) const {
    return std::any_of(tokens(k).begin(), tokens(k).end(), [](const Token& token) {
      return token.kind == TokenKind::number && token.form.size() == 4 &&
             (token.form.starts_with("19") || token.form.starts_with("20"));
    });
  }

  // "He also ...", "They ..."
  bool points_back(std::size_t k) const {
    const std::vector<WordClass>& classes = text_.readings[k].classes;
    return !classes.empty() &&
           (classes[0].is(Word::he) || classes[0].is(Word::they) || tokens(k)[0].form == "it");
  }

  bool has_early_carrier(std::size_t k) const {
    return std::any_of(statements_[k].finds.begin(), statements_[k].finds.end(), [&](const Find& find) {
      return find.table == Table::citations && find.first < kCarryReach &&
             lexicons_.citations()[find.entry].role == CitationRole::carries;
    });
  }

  // A quotation that opens a paragraph and names its speaker only in a later sentence.
  void adopt_open_quotations(std::vector<Telling>& tellings) {
    for (std::size_t k = statements_.size(); k-- > 1;) {
      if (!tellings[k].sourced() || !same_paragraph(k - 1, k) || quoted_share(k - 1) < 1.0) continue;
      const bool open = std::any_of(text_.quotations.begin(), text_.quotations.end(), [&](const Span& q) {
        return q.begin < statements_[k - 1].span.end && q.end > statements_[k].span.begin;
      });
      const bool unheard = !tellings[k - 1].sourced() || tellings[k - 1].carried;
      if (!unheard || !(open || starts_paragraph(k - 1))) continue;
      tellings[k - 1] = tellings[k];
      statements_[k - 1].mode = Mode::direct;
    }
  }

  bool starts_paragraph(std::size_t k) const { return k == 0 || !same_paragraph(k - 1, k); }

  Mode mode_of(std::size_t k, const Telling& telling) const {
    if (!telling.sourced()) return Mode::narrated;
    const double share = quoted_share(k);
    if (share == 0) return Mode::indirect;
    if (share == 1.0) return Mode::direct;
    return is_full_quotation(k, share) ? Mode::direct : Mode::partial;
  }

  // A quotation that is a sentence of its own: beside it stands only who says it.
  bool is_full_quotation(std::size_t k, double share) const {
    const std::vector<bool>& quoted = quoted_[k];
    const std::size_t count = quoted.size();
    std::size_t first = 0;
    while (first < count && !quoted[first]) ++first;
    std::size_t last = first;
    std::size_t words = 0;
    for (; last < count && quoted[last]; ++last) words += tokens(k)[last].kind == TokenKind::mark ? 0U : 1U;
    const auto is_end = [&](std::size_t at) {
      const std::string& form = tokens(k)[at].form;
      return form == "," || form == "." || form == "?" || form == "!" || form == "-";
    };
    const bool closed = (last >= 2 && is_end(last - 2)) || (last < count && tokens(k)[last].form == ",");
    if (first == 0)
      return closed && words >= kFewestQuoted && (share >= kMostlyQuoted || names_source_next(k, last));
    const std::string& before = tokens(k)[first - 1].form;
    const bool begins = first + 1 < count && is_capitalised(tokens(k)[first + 1]);
    const bool ends = last >= 2 && last == count && is_end(last - 2) && before == ":";
    return begins && (ends || ((before == "," || before == ":") && share >= kMostlyQuoted));
  }

  // "..., Roe said", "..., said Roe" right behind the closing mark
  bool names_source_next(std::size_t k, std::size_t at) const {
    const std::vector<Citation> citations = read_citations(text_.readings[k], quoted_[k], lexicons_);
    return std::any_of(citations.begin(), citations.end(), [&](const Citation& citation) {
      const std::size_t begin = std::min(citation.source.first, citation.verb);
      return citation.closing && (begin == at || begin == at + 1);
    });
  }

  std::vector<Statement>& statements_;
  const Text& text_;
  const Lexicons& lexicons_;
  Origins origins_;
  std::vector<std::vector<bool>> quoted_;  // by statement and token
  Telling last_;                           // the last sentence with a source
  std::size_t last_index_ = 0;
};

std::set<std::string> parties_in(const Telling& telling) {
  std::set<std::string> parties;
  for (const Origin& source : telling.sources) parties.insert(source.parties.begin(), source.parties.end());
  return parties;
}

std::vector<std::string> accounts_of(const Telling& telling, const std::vector<std::string>& parties) {
  std::set<std::string> accounts;
  for (const Origin& source : telling.sources) {
    if (source.both)
      accounts.insert(parties.begin(), parties.begin() + static_cast<std::ptrdiff_t>(
                                                             std::min<std::size_t>(2, parties.size())));
  }
  for (const std::string& party : parties_in(telling)) {
    if (std::find(parties.begin(), parties.end(), party) != parties.end()) accounts.insert(party);
  }
  return {accounts.begin(), accounts.end()};
}

std::string label_of(const std::vector<Origin>& sources) {
  std::string label;
  for (const Origin& source : sources) {
    if (source.label.empty() || label.find(source.label) != std::string::npos) continue;
    label += (label.empty() ? "" : "; ") + source.label;
  }
  return label;
}

}  // namespace

Article split_article(Document document, const Lexicons& lexicons) {
  std::vector<Statement> statements = cut_statements(document, lexicons);
  if (statements.empty()) {
    throw InputError(document.name, "the text holds no sentence", "give a text with at least one sentence");
  }
  const Text text = read_text(document, statements, "", lexicons);
  const std::vector<Telling> tellings = Splitter(statements, text, lexicons).run();
  std::vector<std::set<std::string>> cited;
  for (const Telling& telling : tellings) cited.push_back(parties_in(telling));
  const std::vector<std::string> parties = event_parties(statements, cited, lexicons);

  Article article;
  std::map<std::string, std::size_t> count;
  for (std::size_t k = 0; k < statements.size(); ++k) {
    Passage passage;
    passage.accounts = accounts_of(tellings[k], parties);
    passage.statement = std::move(statements[k]);
    passage.statement.id = std::to_string(k + 1);
    passage.statement.speaker = tellings[k].speaker;
    if (std::string label = label_of(tellings[k].sources); !label.empty())
      passage.statement.source = std::move(label);
    for (const std::string& account : passage.accounts) ++count[account];
    article.passages.push_back(std::move(passage));
  }
  for (const std::string& party : parties) {
    if (count[party] > 0) article.parties.push_back(party);
  }
  std::stable_sort(article.parties.begin(), article.parties.end(),
                   [&](const std::string& a, const std::string& b) { return count[a] > count[b]; });
  article.document = std::move(document);
  return article;
}

Account account_of(const Article& article, const std::string& party, const std::vector<std::string>& parties,
                   const Lexicons& lexicons) {
  Account account{party, account_label(party, lexicons), article.document, {}};
  std::vector<const Passage*> passages;
  for (const Passage& passage : article.passages) {
    if (std::find(passage.accounts.begin(), passage.accounts.end(), party) == passage.accounts.end())
      continue;
    passages.push_back(&passage);
    account.statements.push_back(passage.statement);
  }
  if (passages.empty()) {
    throw InputError(article.document.name, "it passes on nothing of the account of '" + party + "'",
                     "see whose accounts it holds with rashomon split");
  }
  extract_statements(account, parties, lexicons);
  for (std::size_t k = 0; k < passages.size(); ++k) {
    const Statement& told = passages[k]->statement;
    Statement& statement = account.statements[k];
    statement.sentence = static_cast<std::size_t>(passages[k] - article.passages.data()) + 1;
    statement.speaker = told.speaker;
    statement.source = told.source;
    statement.mode = told.mode;
  }
  return account;
}

}  // namespace rashomon
