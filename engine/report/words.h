// How reports for people put findings into words: plain text without markup, ready for one line.
#pragma once

#include <string>
#include <string_view>

#include "engine/records/comparison.h"

namespace rashomon {

/// "hardly any" < 0.1 <= "low" < 0.3 <= "moderate" < 0.6 <= "high" < 0.8 <= "very high".
std::string_view divergence_level(double divergence);

/// The finding of two accounts in one sentence: how far they diverge, and the sum it is made of.
std::string finding_sentence(const Comparison& comparison, const PairComparison& pair);

/// What a reader should look at first: contradictions, the hardest clash, the weightiest omission. May be
/// empty.
std::string standing_out(const Comparison& comparison, const PairComparison& pair);

/// "base-1 0123456789ab": the model's name and the start of its hash.
std::string model_words(const EngineStamp& engine);

/// The finding of three or more accounts: the mean, the furthest and the closest pair.
std::string overall_sentence(const Comparison& comparison);

/// "Only China says it"; of three and more accounts "China says it, United States does not".
std::string omission_title(const Comparison& comparison, const PairComparison& pair, std::size_t account);

/// "silence 0.38 + narrative 0.06 + position 0.15": rounded so that the parts add up to the printed
/// divergence.
std::string printed_sum(double silence, double narrative, double position);
/// The divergence as that sum prints it.
double printed_divergence(double silence, double narrative, double position);
inline double printed_divergence(const Summary& sums) {
  return printed_divergence(sums.silence, sums.narrative, sums.position);
}

/// A concept as the texts write it, "South China Sea"; empty where they write it in other words.
std::string concept_as_written(const Comparison& comparison, const std::string& concept_id);
/// The same; the words of its id where the texts write it in other words.
std::string concept_words(const Comparison& comparison, const std::string& concept_id);

/// What a link is, "diverge on Taiwan, two positions; unsure: diverge or reframe".
std::string link_words(const Comparison& comparison, const PairComparison& pair, const Link& link);

/// The words of a point, cut out of its statement.
std::string point_text(const Statement& statement, const Span& point, OffsetUnit unit);

/// Who says a statement and how, "Joe Biden, indirect (White House)"; of an article with the sentence's
/// number there, "sentence 7, Joe Biden, ...".
std::string teller_words(const Statement& statement);

}  // namespace rashomon
