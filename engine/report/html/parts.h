// The parts of the page, top to bottom.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/records/comparison.h"
#include "engine/report/html/writer.h"

namespace rashomon {

/// The two accounts of a pair: side 0 the left one, 1 the right one.
inline const Account& account_of(const Comparison& comparison, const PairComparison& pair, std::size_t side) {
  return comparison.accounts[side == 0 ? pair.left : pair.right].account;
}

/// A link's number on the page, from 1 through all pairs; the references in the texts name it.
std::size_t number_of(const Comparison& comparison, const PairComparison& pair, const Link& link);

/// The account's language for an attribute `lang`; "und" where it is no language tag.
std::string language_of(const Account& account);

/// The statement's id as a link to where it stands.
void statement_reference(Html& html, const Statement& statement);
/// A sentence of the report in which every statement's id is such a link.
void sentence_with_references(Html& html, const Comparison& comparison, std::string_view sentence);
/// A relation by its name, which the style gives its sign and colour.
void relation_name(Html& html, std::string_view relation, std::string_view words);

/// The finding, divergence as its sum, and each side's summing-up, sharpest line and profile.
void overview(Html& html, const Comparison& comparison, const PairComparison& pair);

/// The facts of the event, and what one side tells of the other.
void facts_and_claims(Html& html, const Comparison& comparison, const PairComparison& pair);

/// Every account in full, its statements numbered, with a reference to every link. The script lays two of
/// them side by side, with its controls.
void accounts(Html& html, const Comparison& comparison);

/// All links as one table.
void links_table(Html& html, const Comparison& comparison, const PairComparison& pair);
/// What no link reaches, and the items of lists that the other side leaves out.
void omissions(Html& html, const Comparison& comparison, const PairComparison& pair);

/// The plots, each with its title.
void plots_section(Html& html, const Comparison& comparison);

/// Formulas, versions, options, hashes, limits, and how to cite.
void method_note(Html& html, const Comparison& comparison);

/// What the script needs beside the texts, as JSON that may stand in a <script> element.
std::string page_data(const Comparison& comparison);

}  // namespace rashomon
