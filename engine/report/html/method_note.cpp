// How the figures came about, what they do not say, and how to cite them.
#include <string>
#include <string_view>

#include "engine/report/html/parts.h"
#include "engine/report/numbers.h"
#include "engine/report/words.h"

namespace rashomon {
namespace {

struct Entry {
  std::string_view term;
  std::string_view meaning;
};

constexpr Entry kFormulas[] = {
    {"link",
     "two statements of different accounts that speak to the same point. f is the probability of a full "
     "link, h that of a link in part; linked p = f + h, share w = f + h / 2."},
    {"score",
     "tanh of the evidence total η, the sum of what every row of evidence contributes: -1 opposed, +1 "
     "same content and tone."},
    {"relation",
     "P(oppose) = s((t₁ - η) / T), P(agree) = s((η - t₂) / T), P(reframe) = the rest; s the logistic "
     "function, t₁ < t₂ and T from training. The likeliest is the relation, its probability the "
     "confidence. Oppose is called diverge, or contradict where two typed facts cannot both be true."},
    {"voice",
     "two tellings: the holders share a party or one has none; two positions: each side tells its own."},
    {"mass m", "of a statement: its share of its account's content words."},
    {"answered a", "1 - P₀ - P₁ / 2: P₀ = Π (1 - p) that nothing answers it, P₁ that one partial link does."},
    {"ground u", "of a pair: half of m a w / Σ w of the one statement plus the same of the other."},
    {"silence", "1 - Σ u."},
    {"narrative", "Σ u (1 - score) / 2 over pairs of the same voice."},
    {"position", "the same over pairs of two positions."},
    {"divergence",
     "silence + narrative + position: an expectation over all pairs, listed or not; 0 for a text and "
     "its copy, 1 for accounts with nothing in common."},
    {"interval", "set to hold the annotators' divergence in 90 % of events left out of training."},
    {"tension", "(narrative + position) / (1 - silence)."},
    {"profile",
     "of an account: m a split over its pairs by w and by the probabilities of agree, reframe and "
     "oppose; the rest is silent."},
    {"salience",
     "m (1 + |register| / 5), doubled where a statement commits to something or draws a red line; "
     "orders what one side alone says, and enters no total."},
    {"register", "-5 confrontational to +5 cooperative towards the other party, read off a lexicon."},
};

constexpr std::string_view kLimits[] = {
    "It compares what was published. It does not know what was said, or who is right.",
    "Its weights were learned on English texts. Of accounts in two languages it sees concepts, names and "
    "numbers "
    "in common only.",
    "A contradiction comes from two typed facts of the event alone: how long, when, where, who asked, who "
    "took "
    "part, figures, what was agreed or raised.",
    "A low probability is no finding: links below the threshold stay unlisted, and some listed ones are "
    "wrong. "
    "Quote a link after reading both statements.",
};

void definitions(Html& html) {
  html.leaf("h3", "Formulas").open("dl", {{"class", "formulas"}});
  for (const Entry& entry : kFormulas) html.leaf("dt", entry.term).leaf("dd", entry.meaning);
  html.close();
}

void row(Html& html, std::string_view name, std::string_view value) {
  html.open("tr").leaf("th", {{"scope", "row"}}, name).open("td").leaf("bdi", value).close().close();
}

void engine(Html& html, const EngineStamp& stamp) {
  html.leaf("h3", "Engine");
  html.open("table", {{"class", "stamp"}}).open("tbody");
  row(html, "version", "rashomon " + stamp.version);
  row(html, "model", stamp.model);
  row(html, "threshold", shortest(stamp.threshold));
  row(html, "links listed from", shortest(stamp.min_probability));
  for (const auto& [name, value] : stamp.options) row(html, "--" + name, value);
  html.close().close();
}

void sources(Html& html, const Comparison& comparison) {
  html.leaf("h3", "Sources");
  for (const ComparedAccount& one : comparison.accounts) {
    const Document& document = one.account.document;
    html.open("table", {{"class", "stamp"}}).open("caption");
    html.leaf("bdi", one.account.label).text(" (" + one.account.id + ')').close().open("tbody");
    row(html, "file", document.name);
    row(html, "SHA-256", document.sha256);
    row(html, "read as",
        document.media_type + ", " + document.encoding + ", " + document.language + ", " +
            std::to_string(document.characters) + " characters, " +
            std::to_string(one.account.statements.size()) + " statements");
    if (document.title) row(html, "title", *document.title);
    if (document.date) row(html, "date", *document.date);
    if (document.url) row(html, "address", *document.url);
    html.close().close();
  }
}

void citation(Html& html, const Comparison& comparison) {
  std::string texts;
  for (const ComparedAccount& one : comparison.accounts) {
    texts += (texts.empty() ? "" : "; ") + one.account.document.name + " (SHA-256 " +
             one.account.document.sha256.substr(0, 16) + ')';
  }
  html.leaf("h3", "How to cite").open("p", {{"class", "cite"}});
  html.text("The Rashomon developers. ")
      .leaf("cite", "Rashomon")
      .text(", version " + comparison.engine.version);
  html.text(", model " + model_words(comparison.engine) + ", links from probability " +
            shortest(comparison.engine.min_probability) + ". Comparison of " + texts + '.');
  html.close();
}

}  // namespace

void method_note(Html& html, const Comparison& comparison) {
  definitions(html);
  html.leaf("h3", "Limits").open("ul", {{"class", "limits"}});
  for (const std::string_view limit : kLimits) html.leaf("li", limit);
  html.close();
  engine(html, comparison.engine);
  sources(html, comparison);
  citation(html, comparison);
}

}  // namespace rashomon
