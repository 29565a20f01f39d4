#include "engine/extractor/grammar.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "engine/text/characters.h"
#include "engine/text/code_points.h"

namespace rashomon {
namespace {

constexpr std::size_t kLongestHanWord = 5;

struct Row {
  Word word;
  std::string_view forms;  // parted by blanks
};

constexpr Row kRows[] = {
    {Word::office,
     "president minister secretary premier chancellor ambassador representative advisor adviser spokesperson "
     "spokesman "
     "spokeswoman envoy chief chairman chairwoman chair director commander admiral colonel senator "
     "congressman "
     "governor head leader counterpart commissioner coordinator speaker king emperor mr mrs ms dr nsa"},
    {Word::portfolio,
     "foreign general defense affairs state national security trade treasury commerce war economy finance "
     "interior justice energy "
     "agriculture homeland deputy vice executive assistant under special senior high permanent prime press "
     "cabinet councilor office "
     "administration ministry department staff joint chiefs council bureau of for"},
    {Word::actor,
     "side party delegation government administration authority authorities ministry department embassy team "
     "official "
     "officials spokesperson spokesman spokeswoman negotiators military army forces office leadership regime "
     "leader "
     "representatives members council diplomat diplomats"},
    {Word::pair,
     "sides parties leaders presidents ministers secretaries heads delegations teams countries nations "
     "governments principals "
     "interlocutors economies officials representatives counterparts advisors negotiators chiefs militaries "
     "armies diplomats"},
    {Word::both,
     "both two \u53cc\u65b9 \u4e24\u56fd \u4e24\u56fd\u5143\u9996 \u4e24\u56fd\u9886\u5bfc\u4eba "
     "\u4e24\u56fd\u603b\u7edf \u4e2d\u7f8e\u53cc\u65b9"},
    {Word::pair,
     "\u53cc\u65b9 \u4e24\u56fd \u4e24\u56fd\u5143\u9996 \u4e24\u56fd\u9886\u5bfc\u4eba "
     "\u4e24\u56fd\u603b\u7edf"},
    {Word::they, "they they're they've they'll they'd \u4ed6\u4eec"},
    {Word::he, "he she he's she's he'd she'd \u4ed6 \u5979"},
    {Word::genitive, "his her its their our my"},
    {Word::i, "i i'm i've i'll i'd \u6211"},
    {Word::we, "we we're we've we'll we'd \u6211\u4eec"},
    {Word::article, "the a an this that these those"},
    {Word::conjunction, "and or as \u548c \u4e0e \u53ca \u3001"},
    {Word::preposition,
     "with around to of for from by between against on in at about into among toward towards via through "
     "during after before upon "
     "under over without including regarding alongside like \u540c \u5411 \u5bf9 \u88ab \u4e3a \u4e0e"},
    {Word::subordinate, "that which who whom whose whether how why what where if"},
    {Word::be, "is are was were be been being"},
    {Word::auxiliary,
     "is are was were be been being has have had having did do does will would should must can could may "
     "might shall not "
     "\u5df2 \u5c06 \u4f1a \u4e86"},
    {Word::normative,
     "should must can cannot could may might would need needs ought \u5e94 \u5e94\u8be5 \u5e94\u5f53 \u8981 "
     "\u5fc5\u987b \u53ef\u4ee5 \u9700\u8981"},
    {Word::adverb,
     "also then further again jointly both each once all in turn too still always never even just thus "
     "further "
     "\u8fd8 \u4e5f \u8fdb\u4e00\u6b65 \u518d\u6b21 \u660e\u786e \u90d1\u91cd \u5171\u540c \u4e00\u81f4 "
     "\u5747 \u90fd \u5206\u522b"},
    {Word::meet,
     "met meet meets spoke hosted participated attended attends visited visits arrived telephoned phoned "
     "traveled \u4f1a\u89c1 \u4f1a\u6664 \u901a\u7535\u8bdd \u901a\u8bdd \u51fa\u5e2d \u8bbf\u95ee"},
    {Word::hold,
     "held hold holds had conducted paid led concluded completed convened \u4e3e\u884c \u8fdb\u884c"},
    {Word::encounter,
     "call conversation talk talks meeting meetings visit summit consultations negotiations teleconference "
     "videoconference conference \u4f1a\u8c08 \u78cb\u5546 \u901a\u8bdd"},
    {Word::event, "lasted took held concluded attended chaired initiated convened began ended"},
    {Word::topic, "topic topics focus agenda focused centered covered discussed touched devoted addressed"},
    {Word::commitment, "commitment commitments pledge pledges promise promises obligations actions"},
    {Word::instrument,
     "partnership mou memorandum dialogue board council mechanism initiative programme program programmes "
     "programs framework "
     "arrangement declaration communique"},
    {Word::talk,
     "discussed discuss discussing agreed agree agreeing exchanged exchange exchanging talked talk talking "
     "negotiated negotiate negotiating "
     "consulted reached met explored"},
    {Word::thanks, "thank thanks"},
};

using Table = std::unordered_map<std::string_view, std::uint32_t>;

Table make_table() {
  Table table;
  for (const Row& row : kRows) {
    for (std::size_t from = 0; from < row.forms.size();) {
      const std::size_t end = std::min(row.forms.find(' ', from), row.forms.size());
      table[row.forms.substr(from, end - from)] |= static_cast<std::uint32_t>(row.word);
      from = end + 1;
    }
  }
  return table;
}

const Table& table() {
  static const Table words = make_table();
  return words;
}

WordClass class_of_han(const std::vector<Token>& tokens, std::size_t at) {
  WordClass best;
  std::string run;
  for (std::size_t length = 1; length <= kLongestHanWord && at + length <= tokens.size(); ++length) {
    const Token& token = tokens[at + length - 1];
    if (token.kind != TokenKind::han) break;
    run += token.form;
    if (const auto found = table().find(run); found != table().end()) best = {found->second, length};
  }
  return best;
}

// "China's", "the sides'", and "U.S.'s", whose mark and s are tokens of their own.
bool is_genitive(const Statement& statement, std::u32string_view text, std::size_t at) {
  const auto is_mark = [](char32_t c) { return c == U'\'' || c == 0x2019; };
  const std::size_t end = statement.tokens[at].span.end - statement.span.begin;
  if (end < text.size() && is_mark(text[end])) {
    return text[end - 1] == U's' || (end + 1 < text.size() && text[end + 1] == U's');
  }
  const char32_t last = text[end - 1];
  return end >= 2 && (last == U's' || last == U'S') && is_mark(text[end - 2]);
}

std::uint32_t flags_of(const Token& token) {
  const auto found = table().find(token.form);
  std::uint32_t flags = found == table().end() ? 0 : found->second;
  if (token.form.size() > 3 && token.form.ends_with("ly")) flags |= static_cast<std::uint32_t>(Word::adverb);
  return flags;
}

}  // namespace

std::vector<WordClass> word_classes(const Statement& statement) {
  const std::u32string text = to_code_points(statement.text);
  const std::vector<Token>& tokens = statement.tokens;
  std::vector<WordClass> classes(tokens.size());
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].kind == TokenKind::han) classes[at] = class_of_han(tokens, at);
    if (tokens[at].kind != TokenKind::word) continue;
    std::uint32_t flags = flags_of(tokens[at]);
    if (is_genitive(statement, text, at)) flags |= static_cast<std::uint32_t>(Word::genitive);
    classes[at] = {flags, 1};
  }
  return classes;
}

bool is_capitalised(const Token& token) {
  if (token.kind != TokenKind::word) return false;
  std::size_t at = 0;
  return is_upper(static_cast<char32_t>(next_code_point(token.surface, at)));
}

}  // namespace rashomon
