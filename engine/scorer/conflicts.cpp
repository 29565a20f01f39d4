#include "engine/scorer/conflicts.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>

namespace rashomon {
namespace {

// Two clocks: the evening of one capital is the next day of another.
constexpr double kDaysOfClocks = 1;
// Words of a denial's matter that the other side must name.
constexpr double kSharedOfDenial = 0.5;
// Of what is counted or planned, the smaller statement's words that the other must name, and how many at
// least.
constexpr double kSharedOfOthers = 0.5;
constexpr std::size_t kFewestOfPlan = 2;
constexpr std::size_t kFewestOfFigure = 3;

unsigned bit(FactType type) { return 1U << static_cast<unsigned>(type); }

std::size_t named_in(const Matter& matter, const Matter& other) {
  return static_cast<std::size_t>(std::count_if(matter.begin(), matter.end(), [&](const MatterTerm& term) {
    return std::any_of(other.begin(), other.end(),
                       [&](const MatterTerm& o) { return term.names_the_same(o); });
  }));
}

// Both speak of the same, whichever is asked of the other; `fewest` shared words, or all where there are
// fewer.
bool same_matter(const Facts& a, const Facts& b, std::size_t fewest) {
  const auto [fewer, more] = std::minmax({a.matter.size(), b.matter.size()});
  const std::size_t shared = std::min(named_in(a.matter, b.matter), named_in(b.matter, a.matter));
  return shared >= std::min(fewest, std::max<std::size_t>(more, 1)) &&
         static_cast<double>(shared) >= kSharedOfOthers * static_cast<double>(fewer);
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& one) { return holds(b, one); });
}

// Whether what this side denies is what the other one tells.
bool denies(const Fact& denial, const Matter& told) {
  if (denial.stance == Stance::no_such && denial.items.empty()) return true;
  std::size_t all = 0;
  std::size_t shared = 0;
  for (const Matter& item : denial.items) {
    const std::size_t named = named_in(item, told);
    if (!item.empty() && denial.type == FactType::raised && named == item.size()) return true;
    all += item.size();
    shared += named;
  }
  return shared > 0 && static_cast<double>(shared) >= kSharedOfDenial * static_cast<double>(all);
}

// Of a denial that names one party ("China did not raise it"): the other side tells it of that party.
bool same_party(const Fact& denial, const Fact& told, const Facts& teller) {
  if (denial.party.empty()) return true;
  if (!told.party.empty()) return told.party == denial.party;
  return teller.holders.size() == 1 && teller.holders.front() == denial.party;
}

bool eu_or_member(const Fact& a, const Fact& b) { return a.party == "eu" || b.party == "eu"; }

// The parties that one names are all named by the other: one contact, not two.
bool same_parties(const Facts& a, const Facts& b) {
  const auto within = [](const Facts& x, const Facts& y) {
    return std::all_of(x.parties.begin(), x.parties.end(),
                       [&](const std::string& p) { return holds(y.parties, p); });
  };
  return within(a, b) || within(b, a);
}

enum class Verdict : std::uint8_t { unrelated, compatible, conflict };

Verdict verdict_if(bool conflict) { return conflict ? Verdict::conflict : Verdict::compatible; }

// Both tell it.
Verdict compare_told(const Fact& a, const Fact& b, const Facts& left, const Facts& right) {
  switch (a.type) {
    case FactType::duration: return verdict_if(!same_value(a, b));
    case FactType::date:
      if (a.planned != b.planned) return Verdict::unrelated;
      if (a.planned ? !same_matter(left, right, kFewestOfPlan) : !same_parties(left, right))
        return Verdict::unrelated;
      return verdict_if(!same_value(a, b));
    case FactType::place:
      if (!same_parties(left, right)) return Verdict::unrelated;
      return a.name.empty() == b.name.empty() ? verdict_if(!same_value(a, b)) : Verdict::unrelated;
    case FactType::initiator: return verdict_if(!same_value(a, b));
    case FactType::figure:
      if (a.name != b.name || !same_matter(left, right, kFewestOfFigure)) return Verdict::unrelated;
      return verdict_if(!a.range.meets(b.range));
    default: return Verdict::compatible;
  }
}

// `denial` is not told by its side, `told` is by the other one.
Verdict compare_denied(const Fact& denial, const Fact& told, const Facts& teller) {
  switch (denial.type) {
    case FactType::initiator: return verdict_if(denial.party == told.party);
    case FactType::participants:
      if (denial.stance == Stance::only) {
        return verdict_if(!told.people.empty() && !share_one(denial.people, told.people));
      }
      return verdict_if(share_one(denial.people, told.people));
    case FactType::agreed:
    case FactType::raised:
      return verdict_if(same_party(denial, told, teller) && denies(denial, teller.named));
    default: return Verdict::unrelated;
  }
}

Verdict compare(const Fact& a, const Fact& b, const Facts& left, const Facts& right) {
  const bool a_told = a.stance == Stance::told;
  const bool b_told = b.stance == Stance::told;
  if (a_told && b_told) return compare_told(a, b, left, right);
  if (a_told) return compare_denied(b, a, left);
  if (b_told) return compare_denied(a, b, right);
  return Verdict::compatible;
}

// Where any two values go together, others of the kind do not count: "spoke for an hour, two hours in all".
bool settles(const Fact& a, const Fact& b) {
  if (a.type == FactType::agreed || a.type == FactType::raised) return false;
  if (a.type == FactType::figure) return a.name == b.name;
  return a.type != FactType::place || a.name.empty() == b.name.empty();  // houses apart from cities
}

std::optional<Conflict> conflict_of_type(FactType type, const Facts& left, const Facts& right) {
  std::optional<Conflict> found;
  for (const Fact& a : left.facts) {
    if (a.type != type) continue;
    for (const Fact& b : right.facts) {
      if (b.type != type) continue;
      const Verdict verdict = compare(a, b, left, right);
      if (verdict == Verdict::compatible && settles(a, b)) return std::nullopt;
      if (verdict != Verdict::conflict) continue;
      const Conflict conflict{type, a.words, b.words};
      const auto place = [](const Conflict& c) {  // the same one whichever side comes first
        return std::tuple(c.left.first + c.right.first, std::max(c.left.first, c.right.first));
      };
      if (!found || place(conflict) < place(*found)) found = conflict;
    }
  }
  return found;
}

}  // namespace

bool same_value(const Fact& a, const Fact& b) {
  switch (a.type) {
    case FactType::date: return a.days->meets(*b.days, a.planned ? 0 : kDaysOfClocks);
    case FactType::place: return a.name == b.name && a.party == b.party;
    case FactType::initiator: return a.party == b.party || eu_or_member(a, b);
    default: return a.range.meets(b.range);
  }
}

std::optional<Conflict> conflict_of(const Facts& left, const Facts& right) {
  for (std::size_t k = 0; k < kFactTypes; ++k) {
    const auto type = static_cast<FactType>(k);
    const bool both = (left.told & bit(type)) != 0 && (right.told & bit(type)) != 0 &&
                      type != FactType::agreed && type != FactType::raised && type != FactType::participants;
    const bool denied = (((left.denied & right.told) | (left.told & right.denied)) & bit(type)) != 0;
    if (!both && !denied) continue;
    if (const auto conflict = conflict_of_type(type, left, right)) return conflict;
  }
  return std::nullopt;
}

}  // namespace rashomon
