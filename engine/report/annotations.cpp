// W3C Web Annotation Data Model, for tools that show or exchange annotations of texts.
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "engine/report/database.h"
#include "engine/report/names.h"
#include "engine/report/numbers.h"
#include "engine/report/report.h"
#include "engine/text/offsets.h"

namespace rashomon {
namespace {

using nlohmann::ordered_json;

constexpr std::size_t kContext = 32;  // code points before and after a quotation that tell it from its likes

/// The name of bytes by their hash (RFC 6920, section 7).
std::string hash_name(const std::string& sha256) { return "nih:sha-256;" + sha256; }

ordered_json body(std::string_view purpose, std::string_view value) {
  return {{"type", "TextualBody"}, {"purpose", purpose}, {"value", value}};
}

/// The texts of a comparison, for places in them.
class Targets {
 public:
  explicit Targets(const Comparison& comparison) : comparison_(comparison) {
    for (const ComparedAccount& one : comparison.accounts)
      texts_.emplace_back(one.account.document.text, comparison.offsets);
  }

  /// Where a statement stands.
  ordered_json operator()(std::size_t account, std::size_t statement) const {
    const auto& [id, label, document, statements] = comparison_.accounts[account].account;
    const Statement& one = statements[statement];
    const Offsets& text = texts_[account];
    return {{"type", "SpecificResource"},
            {"source", document.url.value_or(hash_name(document.sha256))},
            {"selector",
             {{{"type", "TextQuoteSelector"},
               {"exact", one.text},
               {"prefix", text.before(one.span, kContext)},
               {"suffix", text.after(one.span, kContext)}},
              {{"type", "TextPositionSelector"}, {"start", one.span.begin}, {"end", one.span.end}}}}};
  }

 private:
  const Comparison& comparison_;
  std::vector<Offsets> texts_;
};

/// One annotation after another, each with its own name under the collection's.
class Annotations {
 public:
  explicit Annotations(const Comparison& comparison)
      : comparison_(comparison), targets_(comparison), name_(hash_name(comparison_key(comparison))) {}

  ordered_json collection() {
    for (std::size_t a = 0; a < comparison_.accounts.size(); ++a) {
      for (std::size_t i = 0; i < comparison_.accounts[a].account.statements.size(); ++i) add_statement(a, i);
    }
    for (const PairComparison& pair : comparison_.pairs) {
      for (const Link& link : pair.links) add_link(pair, link);
    }
    return {{"@context", "http://www.w3.org/ns/anno.jsonld"},
            {"id", name_},
            {"type", "AnnotationCollection"},
            {"label", label()},
            {"total", items_.size()},
            {"first",
             {{"id", name_ + "#page"}, {"type", "AnnotationPage"}, {"startIndex", 0}, {"items", items_}}}};
  }

 private:
  std::string label() const {
    std::string out = "Rashomon " + comparison_.engine.version + ':';
    for (const ComparedAccount& one : comparison_.accounts) out += ' ' + one.account.label + ';';
    return out + " offsets in " + std::string(name_of(comparison_.offsets));
  }

  void add(const std::string& id, std::string_view motivation, ordered_json bodies, ordered_json target) {
    items_.push_back({{"id", name_ + '#' + id},
                      {"type", "Annotation"},
                      {"motivation", motivation},
                      {"body", std::move(bodies)},
                      {"target", std::move(target)}});
  }

  void add_statement(std::size_t account, std::size_t index) {
    const auto& [compared, figures] = comparison_.accounts[account];
    const Statement& one = compared.statements[index];
    ordered_json bodies = ordered_json::array({body("tagging", name_of(one.mode))});
    for (const std::string& concept_id : figures[index].concepts)
      bodies.push_back(body("tagging", concept_id));
    if (one.speaker) bodies.push_back(body("describing", "speaker: " + *one.speaker));
    add(one.id, "tagging", std::move(bodies), targets_(account, index));
  }

  void add_link(const PairComparison& pair, const Link& link) {
    ordered_json linking = targets_(pair.right, link.right);
    linking["purpose"] = "linking";
    const std::string figures = "score " + fixed(link.score, 2, true) + ", confidence " +
                                fixed(link.confidence) + ", linked " + fixed(link.probability);
    add(comparison_.accounts[pair.left].account.statements[link.left].id + '+' +
            comparison_.accounts[pair.right].account.statements[link.right].id,
        "linking",
        ordered_json::array(
            {std::move(linking), body("tagging", name_of(link.relation)), body("describing", figures)}),
        targets_(pair.left, link.left));
  }

  const Comparison& comparison_;
  Targets targets_;
  std::string name_;
  ordered_json items_ = ordered_json::array();
};

}  // namespace

std::string annotations_report(const Comparison& comparison) {
  return Annotations(comparison).collection().dump(2, ' ', false, ordered_json::error_handler_t::replace) +
         '\n';
}

}  // namespace rashomon
