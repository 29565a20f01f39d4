#include "tests/fixtures.h"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "engine/text/code_points.h"

namespace rashomon::fixtures {
namespace {

const char* const kLeft =
    "President Biden spoke by phone with President Xi of the People's Republic of China. The PRC had asked "
    "for the call. "
    "It lasted an hour and three quarters. The exchange was candid and constructive. President Biden "
    "underscored that "
    "peace across the Taiwan Strait is a matter of global concern and that longstanding US policy is "
    "unchanged. He raised "
    "subsidies, the cases of US citizens wrongfully held in China, and human rights, including in Xinjiang "
    "and Tibet. On "
    "technology, he explained that US measures are narrow and that ordinary commerce is not their target. "
    "The two leaders "
    "agreed to keep channels open at every level.";

const char* const kRight =
    "On the evening of April 2, President Xi Jinping spoke by telephone with US President Joe Biden. The "
    "call was held at the "
    "request of the American side. It lasted close to two and a half hours. The two heads of state had a "
    "candid, in-depth and "
    "wide-ranging exchange. Xi Jinping emphasized that Taiwan is the first red line in China-US relations "
    "and is not to be "
    "crossed. Xi Jinping pointed out that the United States has taken one measure after another to hold down "
    "China's economy, "
    "trade and science. The treatment of TikTok is one more instance of how unfairly Chinese companies fare. "
    "They agreed to "
    "stay in communication.";

/// Where `part` stands in `text`, in code points.
Span locate(const std::string& text, const std::string& part) {
  const std::size_t at = text.find(part);
  if (at == std::string::npos) throw std::logic_error("the fixture does not hold: " + part);
  const std::size_t begin = count_code_points(std::string_view(text).substr(0, at));
  return {begin, begin + count_code_points(part)};
}

/// An account cut into its sentences at ". ", all of one mass.
ComparedAccount account(const std::string& id, const std::string& label, const std::string& name,
                        const std::string& text) {
  ComparedAccount made;
  made.account.id = id;
  made.account.label = label;
  made.account.document = {.name = name,
                           .text = text,
                           .characters = count_code_points(text),
                           .sha256 = std::string(64, id[0] == 'u' ? 'a' : 'b'),
                           .media_type = "text/plain",
                           .encoding = "UTF-8",
                           .language = "en",
                           .extracted = false,
                           .id = {},
                           .party = {},
                           .title = {},
                           .date = {},
                           .url = {}};
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t stop = text.find(". ", from);
    const std::string sentence = text.substr(from, stop == std::string::npos ? stop : stop + 1 - from);
    Statement statement;
    statement.id = id + ':' + std::to_string(made.account.statements.size() + 1);
    statement.span.begin = count_code_points(std::string_view(text).substr(0, from));
    statement.span.end = statement.span.begin + count_code_points(sentence);
    statement.text = sentence;
    made.account.statements.push_back(statement);
    from = stop == std::string::npos ? text.size() : stop + 2;
  }
  const double mass = 1.0 / static_cast<double>(made.account.statements.size());
  made.figures.assign(made.account.statements.size(),
                      {.concepts = {}, .register_level = 0, .mass = mass, .salience = mass});
  return made;
}

Evidence row(const std::string& kind, double contribution) { return {kind, "", "", {}, {}, contribution}; }

/// An evidence row that names words of both sides.
Evidence row(const std::string& kind, const ComparedAccount& left, const std::string& left_words,
             const ComparedAccount& right, const std::string& right_words, double contribution) {
  return {kind,
          left_words,
          right_words,
          locate(left.account.document.text, left_words),
          locate(right.account.document.text, right_words),
          contribution};
}

Link link(std::size_t left, std::size_t right, double probability, Voice voice, Relation relation,
          double score, RelationProbabilities chances, std::vector<Evidence> evidence) {
  Link made;
  made.left = left - 1;  // numbers from 1, as reports print them
  made.right = right - 1;
  made.similarity = probability / 2;
  made.probability = probability;
  made.share = probability * 0.9;
  made.voice = voice;
  made.relation = relation;
  made.score = score;
  made.probabilities = chances;
  made.confidence = relation == Relation::agree     ? chances.agree
                    : relation == Relation::reframe ? chances.reframe
                                                    : chances.oppose;
  made.evidence = std::move(evidence);
  for (const Evidence& one : made.evidence) made.evidence_total += one.contribution;
  return made;
}

Summary summary(double silence, double narrative, double position, Profile left, Profile right) {
  Summary made;
  made.silence = silence;
  made.narrative = narrative;
  made.position = position;
  made.divergence = silence + narrative + position;
  made.divergence_interval = {made.divergence - 0.1, made.divergence + 0.1 > 1 ? 1 : made.divergence + 0.1};
  if (silence < 1) made.tension = (narrative + position) / (1 - silence);
  made.profiles = {left, right};
  return made;
}

Highlight highlight(const ComparedAccount& teller, std::size_t number, const std::string& words,
                    double level) {
  return {number - 1, locate(teller.account.document.text, words), words, level};
}

/// Answers every statement by its best share; the rest of the pair's figures are the caller's.
void answer(PairComparison& pair, const Comparison& comparison) {
  const std::size_t sides[] = {pair.left, pair.right};
  for (const std::size_t side : {0U, 1U}) {
    const auto& statements = comparison.accounts[sides[side]].account.statements;
    pair.answered[side].assign(statements.size(), 0.04);
    for (const Link& one : pair.links) {
      double& best = pair.answered[side][side == 0 ? one.left : one.right];
      best = best < one.share ? one.share : best;
    }
    for (std::size_t i = 0; i < statements.size(); ++i) {
      pair.points_answered[side].emplace_back(statements[i].points.size(), 0.1);
      if (pair.answered[side][i] < 0.1) pair.omissions.push_back({sides[side], i, 0.125});
    }
  }
  for (const Link& one : pair.links) ++pair.summary.relations[static_cast<std::size_t>(one.relation)];
}

EngineStamp stamp() {
  return {.version = "0.1.0",
          .model = "base-1 0123456789ab",
          .threshold = 0.31,
          .min_probability = 0.31,
          .options = {}};
}

}  // namespace

Comparison biden_xi() {
  Comparison made;
  made.engine = stamp();
  made.accounts = {account("us", "United States", "left.txt", kLeft),
                   account("cn", "China", "right.txt", kRight)};
  ComparedAccount& us = made.accounts[0];
  ComparedAccount& cn = made.accounts[1];
  us.account.document.title = "Readout of President Biden's Call";
  us.account.document.date = "2024-04-02";
  for (const std::size_t i : {4U, 5U, 6U}) {
    us.account.statements[i].speaker = "Joe Biden";
    us.account.statements[i].source = "White House";
    us.account.statements[i].mode = Mode::indirect;
    us.account.statements[i].holders = {"us"};
  }
  for (const std::size_t i : {4U, 5U, 6U}) {
    cn.account.statements[i].speaker = "Xi Jinping";
    cn.account.statements[i].mode = Mode::indirect;
    cn.account.statements[i].holders = {"cn"};
  }
  us.account.statements[5].points = {
      {locate(kLeft, "subsidies"), 0, 0},
      {locate(kLeft, "the cases of US citizens wrongfully held in China"), 0, 0},
      {locate(kLeft, "human rights, including in Xinjiang and Tibet"), 0, 0}};
  us.figures[4].concepts = cn.figures[4].concepts = {"taiwan"};
  us.figures[6].concepts = {"technology"};
  cn.figures[5].concepts = {"trade", "technology"};
  cn.figures[6].concepts = {"tiktok"};
  cn.figures[4].register_level = -4;

  PairComparison pair{
      .left = 0,
      .right = 1,
      .links = {},
      .omissions = {},
      .answered = {},
      .points_answered = {},
      .highlights = {},
      .summary = summary(0.3749, 0.0649, 0.145, {0.41, 0.24, 0.15, 0.2}, {0.205, 0.145, 0.1, 0.55})};
  pair.links = {
      link(1, 1, 0.93, Voice::same, Relation::agree, 0.71, {0.9, 0.08, 0.02},
           {row("similarity", 0.8), row("intercept", 0.09)}),
      link(2, 2, 0.88, Voice::same, Relation::contradict, -0.66, {0.05, 0.1, 0.85},
           {row("initiator", us, "The PRC had asked", cn, "at the request of the American side", -0.9),
            row("similarity", 0.02), row("intercept", 0.09)}),
      link(3, 3, 0.91, Voice::same, Relation::contradict, -0.6, {0.1, 0.1, 0.8},
           {row("duration", us, "an hour and three quarters", cn, "close to two and a half hours", -0.8),
            row("intercept", 0.09)}),
      link(4, 4, 0.84, Voice::same, Relation::reframe, 0.31, {0.38, 0.5, 0.12},
           {row("coldness.apart", us, "candid and constructive", cn, "candid, in-depth and wide-ranging",
                -0.2),
            row("similarity", 0.43), row("intercept", 0.09)}),
      link(5, 5, 0.9, Voice::cross, Relation::diverge, -0.55, {0.05, 0.23, 0.72},
           {row("coldness.apart", us, "global concern", cn, "red line", -0.61), row("similarity", 0.1),
            row("voice.cross", -0.2), row("booster.both", 0.01), row("intercept", 0.09)}),
      link(6, 6, 0.52, Voice::cross, Relation::reframe, 0.05, {0.15, 0.65, 0.2},
           {row("similarity", 0.12), row("coldness.both", us, "wrongfully", cn, "hold down", -0.16),
            row("intercept", 0.09)}),
      link(7, 6, 0.47, Voice::cross, Relation::diverge, -0.4, {0.1, 0.32, 0.58},
           {row("accuse.apart", us, "explained", cn, "pointed out", -0.52), row("intercept", 0.09)}),
      link(8, 8, 0.87, Voice::same, Relation::agree, 0.8, {0.88, 0.1, 0.02},
           {row("similarity", 1.0), row("intercept", 0.09)}),
  };
  pair.links[1].type = FactType::initiator;
  pair.links[2].type = FactType::duration;
  pair.links[3].dimension = Dimension::tone;
  pair.links[3].plausible = {Relation::reframe, Relation::agree, Relation::diverge};
  pair.links[5].dimension = Dimension::scope;
  pair.links[6].plausible = {Relation::diverge, Relation::reframe};
  pair.highlights[0] = {highlight(us, 4, "candid and constructive", -0.5),
                        highlight(us, 5, "global concern", -2)};
  pair.highlights[1] = {highlight(cn, 4, "candid, in-depth and wide-ranging", -0.5),
                        highlight(cn, 5, "red line", -4)};
  made.pairs = {pair};
  answer(made.pairs[0], made);
  made.pairs[0].points_answered[0][5] = {0.62, 0.12, 0.08};
  const auto told = [](const ComparedAccount& teller, std::size_t number, const std::string& words) {
    return FactValue{number - 1, locate(teller.account.document.text, words), words};
  };
  made.pairs[0].facts = {
      {FactKind::initiator,
       FactVerdict::differs,
       {told(us, 2, "The PRC had asked"), told(cn, 2, "at the request of the American side")}},
      {FactKind::date, FactVerdict::silent, {std::nullopt, told(cn, 1, "April 2")}},
      {FactKind::place, FactVerdict::silent, {}}};
  made.pairs[0].claims = {{1, 6, ClaimVerdict::silent, false, std::nullopt, 0.12, 0.07, {}, 0.8, {}},
                          {0, 7, ClaimVerdict::confirmed, true, 7, 0.87, 0.78, 0.8, 0.8, 0.8}};
  made.pairs[0].keywords = {{"longstanding", {1, 0}, 1.1, 0.7}, {"first", {0, 1}, -1.1, -0.7}};
  made.topics = {{"taiwan", {0.125, 0.125}, {0.0, -4.0}, {5, 5}, -0.55},
                 {"technology", {0.125, 0.125}, {0.0, 0.0}, {7, 6}, -0.4},
                 {"tiktok", {0, 0.125}, {{}, -0.0}, {{}, 7}, {}}};
  made.warnings = {"a warning"};
  return made;
}

Comparison three_accounts() {
  Comparison made = biden_xi();
  made.accounts.push_back(
      account("eu", "European Union", "eu.txt", "The two presidents spoke. Europe followed their call."));
  for (const std::size_t left : {0U, 1U}) {
    PairComparison pair{.left = left,
                        .right = 2,
                        .links = {},
                        .omissions = {},
                        .answered = {},
                        .points_answered = {},
                        .highlights = {},
                        .summary = summary(0.8, 0.02, 0, {0.1, 0, 0, 0.9}, {0.3, 0, 0, 0.7})};
    pair.links = {link(1, 1, 0.7, Voice::same, Relation::agree, 0.6, {0.9, 0.1, 0},
                       {row("similarity", 0.5), row("intercept", 0.2)})};
    answer(pair, made);
    made.pairs.push_back(pair);
  }
  for (Topic& topic : made.topics) {
    topic.emphasis.push_back(0);
    topic.register_level.emplace_back();
    topic.first.emplace_back();
  }
  return made;
}

Comparison hostile() {
  Comparison made;
  made.engine = stamp();
  made.accounts = {
      account("us", "\x1b[31mRed\u202e |`States`", "a\xff\x1b]0;title\x07.txt",
              "=cmd|'/c calc'!A1, \"quoted\"\nand \x1b[2Jcleared. "
              "\u4e2d\u65b9\u5f3a\u8c03\uff0c\u53f0\u6e7e\u95ee\u9898\u662f\u4e2d\u7f8e\u5173\u7cfb"
              "\u7b2c\u4e00\u6761\u4e0d\u53ef\u903e\u8d8a\u7684\u7ea2\u7ebf\u3002. '=still a formula. "
              "- <script>alert(1)</script> [x](javascript:1) *bold* _it_ # `code` | cell"),
      account("cn", "China", "b.txt", "@SUM(1). \u202eevil\u2066 bidi\u200b and a\u0301 e\u0301. +1. -2.")};
  PairComparison pair{.left = 0,
                      .right = 1,
                      .links = {},
                      .omissions = {},
                      .answered = {},
                      .points_answered = {},
                      .highlights = {},
                      .summary = summary(0.9, 0.005, 0.005, {0.1, 0, 0, 0.9}, {0.1, 0, 0, 0.9})};
  pair.links = {
      link(1, 2, 0.5, Voice::same, Relation::agree, -0.0, {1, 0, 0},
           {row("\x1b[5mkind|", -0.0), row("intercept", 0)}),
      link(2, 1, 0.5, Voice::same, Relation::diverge, -0.1, {0.2, 0.2, 0.6}, {row("intercept", -0.1)})};
  made.pairs = {pair};
  answer(made.pairs[0], made);
  const auto first = [&](std::size_t side) {
    const Statement& one = made.accounts[side].account.statements.front();
    return FactValue{0, one.span, one.text};
  };
  made.pairs[0].facts = {{FactKind::follow_up, FactVerdict::differs, {first(0), first(1)}}};
  made.pairs[0].claims = {{0, 0, ClaimVerdict::denied, false, 0, 0.5, 0.4, -0.5, {}, {}},
                          {1, 1, ClaimVerdict::weakened, true, 2, 0.5, 0.4, 0.1, {}, {}}};
  made.pairs[0].keywords = {{"<script>\x1b&", {1, 0}, 1.1, 0.7}, {"\u202e=evil", {0, 1}, -1.1, -0.7}};
  return made;
}

Comparison strangers() {
  Comparison made;
  made.engine = stamp();
  made.accounts = {account("left", "left", "a.txt", "Snow fell."),
                   account("right", "right", "b.txt", "Prices rose.")};
  made.pairs = {{.left = 0,
                 .right = 1,
                 .links = {},
                 .omissions = {},
                 .answered = {},
                 .points_answered = {},
                 .highlights = {},
                 .summary = summary(1, 0, 0, {0, 0, 0, 1}, {0, 0, 0, 1})}};
  answer(made.pairs[0], made);
  return made;
}

}  // namespace rashomon::fixtures
