// The report as one page that needs no network: its frame, its policy, the order of its parts.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "engine/report/html/parts.h"
#include "engine/report/plots.h"
#include "engine/report/report.h"
#include "engine/report/words.h"
#include "engine/text/digest.h"

extern "C" const char rashomon_page_style_begin[];
extern "C" const char rashomon_page_style_end[];
extern "C" const char rashomon_page_script_begin[];
extern "C" const char rashomon_page_script_end[];
extern "C" const char rashomon_page_patterns_begin[];
extern "C" const char rashomon_page_patterns_end[];
extern "C" const char rashomon_page_controls_begin[];
extern "C" const char rashomon_page_controls_end[];

namespace rashomon {
namespace {

std::string_view embedded(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// RFC 4648 of bytes that stand as hexadecimal digits.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto bits = [](char digit) {
    return static_cast<std::uint32_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
  };
  std::string out;
  for (std::size_t at = 0; at < hex.size(); at += 3) {  // three of them are two digits of base 64
    std::uint32_t value = 0;
    for (std::size_t k = at; k < at + 3; ++k) value = value << 4U | (k < hex.size() ? bits(hex[k]) : 0U);
    out += kDigits[value >> 6U];
    if (at + 1 < hex.size()) out += kDigits[value & 63U];
  }
  while (out.size() % 4 != 0) out += '=';
  return out;
}

/// The source of a policy that lets in an element with exactly this content (CSP Level 3).
std::string hash_source(std::string_view content) {
  return "'sha256-" + base64_of_hex(sha256_hex(content)) + '\'';
}

void head(Html& html, const Comparison& comparison, std::string_view style, std::string_view script) {
  std::string title;
  for (const ComparedAccount& one : comparison.accounts)
    title += (title.empty() ? "" : " · ") + one.account.label;
  html.open("head").empty("meta", {{"charset", "utf-8"}});
  html.empty("meta", {{"http-equiv", "Content-Security-Policy"},
                      {"content", "default-src 'none'; style-src " + hash_source(style) + "; script-src " +
                                      hash_source(script) + "; base-uri 'none'; form-action 'none'"}});
  html.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  html.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  html.leaf("title", title + " – Rashomon");
  html.open("style").markup(style).close().close();
}

std::string names_of(const Comparison& comparison, const PairComparison& pair) {
  return account_of(comparison, pair, 0).label + " and " + account_of(comparison, pair, 1).label;
}

/// A part of the page that stands once a pair; of several pairs the script shows the one that is chosen.
template <typename Part>
void each_pair(Html& html, const Comparison& comparison, const Part& part) {
  for (const PairComparison& pair : comparison.pairs) {
    const std::size_t number = static_cast<std::size_t>(&pair - comparison.pairs.data());
    html.open("div", {{"class", "pair"}, {"data-pair", std::to_string(number)}});
    if (comparison.pairs.size() > 1) html.leaf("p", {{"class", "pair-name"}}, names_of(comparison, pair));
    part(pair);
    html.close();
  }
}

void section(Html& html, const std::string& id, std::string_view title) {
  html.open("section", {{"id", id}, {"aria-labelledby", id + "-title"}});
  html.leaf("h2", {{"id", id + "-title"}}, title);
}

/// The finding; the sum that divergence is made of stands after the colon, in smaller type.
void headline(Html& html, const std::string& finding) {
  const std::size_t sum = std::min(finding.find(": silence"), finding.size());
  html.open("h1").text(finding.substr(0, sum));
  html.leaf("span", {{"class", "sum"}}, finding.substr(sum)).close();
}

void top(Html& html, const Comparison& comparison) {
  const bool several = comparison.pairs.size() > 1;
  html.open("header", {{"class", "masthead"}})
      .leaf("p", {{"class", "kicker"}}, "Rashomon · accounts compared");
  headline(html,
           several ? overall_sentence(comparison) : finding_sentence(comparison, comparison.pairs.front()));
  for (const std::string& warning : comparison.warnings) html.leaf("p", {{"class", "warning"}}, warning);
  html.open("nav", {{"aria-label", "Parts of this report"}}).open("ul");
  const std::string_view parts[][2] = {{"#findings", "Findings"}, {"#texts", "Texts"},
                                       {"#links", "All links"},   {"#alone", "One side only"},
                                       {"#plots", "Plots"},       {"#method", "Method"}};
  for (const auto& [href, name] : parts)
    html.open("li").leaf("a", {{"href", std::string(href)}}, name).close();
  html.close().close().close();
}

void parts(Html& html, const Comparison& comparison) {
  const bool several = comparison.pairs.size() > 1;
  section(html, "findings", "Findings");
  each_pair(html, comparison, [&](const PairComparison& pair) {
    if (several) html.leaf("p", {{"class", "finding"}}, finding_sentence(comparison, pair));
    overview(html, comparison, pair);
    facts_and_claims(html, comparison, pair);
  });
  html.close();
  section(html, "texts", "Side by side");
  html.markup(embedded(rashomon_page_controls_begin, rashomon_page_controls_end));
  accounts(html, comparison);
  html.close();
  section(html, "links", "All links");
  each_pair(html, comparison, [&](const PairComparison& pair) { links_table(html, comparison, pair); });
  html.close();
  section(html, "alone", "What one side alone says");
  each_pair(html, comparison, [&](const PairComparison& pair) { omissions(html, comparison, pair); });
  html.close();
  section(html, "plots", "Plots");
  plots_section(html, comparison);
  html.close();
  section(html, "method", "Method");
  method_note(html, comparison);
  html.close();
}

}  // namespace

void plots_section(Html& html, const Comparison& comparison) {
  for (const Plot& plot : plots(comparison)) {
    html.open("figure", {{"id", "plot-" + plot.name}}).leaf("figcaption", plot.title);
    html.open("div",
              {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", plot.title}});
    html.markup(plot.svg).close().close();
  }
}

std::string html_report(const Comparison& comparison) {
  const std::string style =
      std::string(embedded(rashomon_page_style_begin, rashomon_page_style_end)) + plot_style();
  const std::string_view script = embedded(rashomon_page_script_begin, rashomon_page_script_end);
  Html html;
  html.markup("<!DOCTYPE html>\n").open("html", {{"lang", "en"}});
  head(html, comparison, style, script);
  html.open("body").markup(embedded(rashomon_page_patterns_begin, rashomon_page_patterns_end));
  top(html, comparison);
  html.open("main");
  parts(html, comparison);
  html.close();
  html.open("script", {{"type", "application/json"}, {"id", "data"}}).markup(page_data(comparison)).close();
  html.open("script").markup(script).close().close().close();
  return std::move(html).finish() + '\n';
}

}  // namespace rashomon
