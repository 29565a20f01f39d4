// consumer US.txt CN.txt: how far two accounts of one event stand apart, and where they oppose each other.
#include <exception>
#include <iostream>
#include <stdexcept>

#include "engine/pipeline.h"
#include "engine/reader/reader.h"

int main(int argc, char** argv) try {
  using namespace rashomon;
  if (argc != 3) throw std::invalid_argument("name two texts");
  const Comparison comparison = compare({read_file(argv[1]).front(), read_file(argv[2]).front()},
                                        Knowledge::builtin(), {{"us", "cn"}, {}});
  const PairComparison& pair = comparison.pairs.front();
  std::cout << "divergence " << pair.summary.divergence << '\n';
  for (const Link& link : pair.links) {
    if (link.relation != Relation::diverge && link.relation != Relation::contradict) continue;
    std::cout << comparison.accounts[pair.left].account.statements[link.left].text
              << "\n  against: " << comparison.accounts[pair.right].account.statements[link.right].text
              << '\n';
  }
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 2;
}
