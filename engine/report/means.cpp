#include "engine/report/means.h"

namespace rashomon {
namespace {

void add(Profile& sum, const Profile& other, double weight) {
  sum.agree += other.agree * weight;
  sum.reframe += other.reframe * weight;
  sum.oppose += other.oppose * weight;
  sum.silent += other.silent * weight;
}

}  // namespace

Totals totals(const Comparison& comparison) {
  Totals all;
  all.profiles.resize(comparison.accounts.size());
  const double of_pairs = 1.0 / static_cast<double>(comparison.pairs.size());
  const double of_account = 1.0 / static_cast<double>(comparison.accounts.size() - 1);
  double tension = 0;
  std::size_t meet = 0;
  for (const PairComparison& pair : comparison.pairs) {
    const Summary& one = pair.summary;
    all.divergence += one.divergence * of_pairs;
    for (std::size_t i : {0U, 1U}) all.divergence_interval[i] += one.divergence_interval[i] * of_pairs;
    all.silence += one.silence * of_pairs;
    all.narrative += one.narrative * of_pairs;
    all.position += one.position * of_pairs;
    if (one.tension) {
      tension += *one.tension;
      ++meet;
    }
    add(all.profiles[pair.left], one.profiles[0], of_account);
    add(all.profiles[pair.right], one.profiles[1], of_account);
    for (std::size_t i = 0; i < all.relations.size(); ++i) all.relations[i] += one.relations[i];
  }
  if (meet > 0) all.tension = tension / static_cast<double>(meet);
  return all;
}

double mean_answered(const Comparison& comparison, std::size_t account, std::size_t statement) {
  double sum = 0;
  double count = 0;
  for (const PairComparison& pair : comparison.pairs) {
    if (pair.left != account && pair.right != account) continue;
    sum += pair.answered[pair.left == account ? 0 : 1][statement];
    ++count;
  }
  return count > 0 ? sum / count : 0;
}

}  // namespace rashomon
