// The finding, divergence as its sum, and what each side is.
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "engine/report/html/parts.h"
#include "engine/report/numbers.h"
#include "engine/report/words.h"

namespace rashomon {
namespace {

/// One piece of a bar, and what it means.
struct Piece {
  std::string_view name;
  double share = 0;  // of the bar, 0 .. 1
  std::string meaning;
};

std::string percent(double share) { return fixed(share * 100) + '%'; }

/// The pieces side by side; a class of the style gives each its colour and pattern.
void bar(Html& html, const std::vector<Piece>& pieces, const std::string& label) {
  html.open("svg", {{"class", "bar"}, {"role", "img"}, {"aria-label", label}});
  double at = 0;
  for (const Piece& piece : pieces) {
    html.open("rect", {{"class", "piece " + std::string(piece.name)},
                       {"x", percent(at)},
                       {"width", percent(piece.share)},
                       {"height", "100%"}});
    html.leaf("title", std::string(piece.name) + ' ' + fixed(piece.share) + ": " + piece.meaning).close();
    at += piece.share;
  }
  html.close();
}

/// The pieces by name, each with what it means on hover or focus.
void legend(Html& html, const std::vector<Piece>& pieces, const std::string& id) {
  html.open("ul", {{"class", "legend"}});
  for (const Piece& piece : pieces) {
    const std::string tip = id + '-' + std::string(piece.name);
    html.open("li");
    html.open("button",
              {{"type", "button"}, {"class", "term " + std::string(piece.name)}, {"aria-describedby", tip}});
    html.text(std::string(piece.name) + ' ').leaf("b", fixed(piece.share)).close();
    html.leaf("span", {{"role", "tooltip"}, {"id", tip}, {"class", "tip"}}, piece.meaning).close();
  }
  html.close();
}

void interval(Html& html, const Summary& sums) {
  const std::string low = percent(sums.divergence_interval[0]);
  const std::string high = percent(sums.divergence_interval[1]);
  html.open("svg", {{"class", "interval"},
                    {"role", "img"},
                    {"aria-label", "90% interval " + fixed(sums.divergence_interval[0]) + " to " +
                                       fixed(sums.divergence_interval[1])}});
  html.empty("line", {{"class", "axis"}, {"x1", "0"}, {"x2", "100%"}, {"y1", "6"}, {"y2", "6"}});
  html.empty("line", {{"class", "reach"}, {"x1", low}, {"x2", high}, {"y1", "6"}, {"y2", "6"}});
  for (const std::string& end : {low, high})
    html.empty("line", {{"class", "reach"}, {"x1", end}, {"x2", end}, {"y1", "1"}, {"y2", "11"}});
  html.close();
}

void divergence(Html& html, const Summary& sums, const std::string& id) {
  const std::vector<double> parts = rounded_parts({sums.silence, sums.narrative, sums.position});
  const std::vector<Piece> pieces = {
      {"silence", parts[0], "what one side tells and the other does not"},
      {"narrative", parts[1], "one thing that both tell, told differently"},
      {"position", parts[2], "positions of the two sides that stand against each other"}};
  const std::string figure = fixed(printed_divergence(sums));
  html.open("div", {{"class", "divergence"}});
  html.open("p", {{"class", "figure"}}).leaf("b", figure).text(" divergence").close();
  html.open("div", {{"class", "scale"}});
  bar(html, pieces,
      "divergence " + figure + " = " + printed_sum(sums.silence, sums.narrative, sums.position));
  interval(html, sums);
  html.open("p", {{"class", "ends"}}).leaf("span", "0 a text and its copy");
  html.leaf("span", "1 nothing in common").close();
  legend(html, pieces, id + "-divergence");
  std::string note = "90% interval " + fixed(sums.divergence_interval[0]) + " to " +
                     fixed(sums.divergence_interval[1]) + '.';
  if (sums.tension) note += " Tension, how hard they clash where they meet: " + fixed(*sums.tension) + '.';
  html.leaf("p", {{"class", "note"}}, note).close().close();
}

void highlight(Html& html, std::string_view name, const std::optional<Highlight>& found,
               const Account& account) {
  html.leaf("dt", name).open("dd");
  if (found) {
    html.leaf("q", {{"lang", language_of(account)}, {"dir", "auto"}}, found->text).text(" ");
    statement_reference(html, account.statements[found->statement]);
    html.leaf("span", {{"class", "note"}}, " register " + fixed(found->level, 1, true));
  } else {
    html.leaf("span", {{"class", "note"}}, "no such words found");
  }
  html.close();
}

void side(Html& html, const Comparison& comparison, const PairComparison& pair, std::size_t which,
          const std::string& id) {
  const Account& account = account_of(comparison, pair, which);
  const Account& other = account_of(comparison, pair, 1 - which);
  const Profile& profile = pair.summary.profiles[which];
  const std::vector<double> parts =
      rounded_parts({profile.agree, profile.reframe, profile.oppose, profile.silent});
  const std::vector<Piece> pieces = {
      {"agree", parts[0], "its words that " + other.label + " tells in like terms"},
      {"reframe", parts[1], "its words that " + other.label + " tells with another emphasis"},
      {"oppose", parts[2], "its words that " + other.label + " opposes or contradicts"},
      {"silent", parts[3], "its words that " + other.label + " does not tell"}};
  html.open("section", {{"class", which == 0 ? "side left" : "side right"}});
  html.open("h3").leaf("bdi", account.label).text(" ").leaf("span", {{"class", "tag"}}, account.id).close();
  html.open("dl");
  highlight(html, "sums it up", pair.highlights[which].tone, account);
  highlight(html, "sharpest line", pair.highlights[which].sharpest, account);
  html.leaf("dt", "its words").open("dd");
  std::string label = "profile of " + account.label + ':';
  for (const Piece& piece : pieces) label += ' ' + std::string(piece.name) + ' ' + fixed(piece.share);
  bar(html, pieces, label);
  legend(html, pieces, id + (which == 0 ? "-left" : "-right"));
  html.close().close().close();
}

}  // namespace

void overview(Html& html, const Comparison& comparison, const PairComparison& pair) {
  const std::string id = account_of(comparison, pair, 0).id + '-' + account_of(comparison, pair, 1).id;
  if (const std::string note = standing_out(comparison, pair); !note.empty()) {
    html.open("p", {{"class", "standing-out"}});
    sentence_with_references(html, comparison, note);
    html.close();
  }
  divergence(html, pair.summary, id);
  html.open("div", {{"class", "sides"}});
  for (const std::size_t which : {0U, 1U}) side(html, comparison, pair, which, id);
  html.close();
}

}  // namespace rashomon
