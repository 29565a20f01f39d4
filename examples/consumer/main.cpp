#include <iostream>

#include "engine/pipeline.h"
#include "engine/reader/reader.h"

int main() {
  using namespace rashomon;
  const Document us =
      read_documents("The call was candid. The two leaders discussed trade.", "us.txt").front();
  const Document cn =
      read_documents("The call was candid. China drew a red line on Taiwan.", "cn.txt").front();
  const Knowledge knowledge = Knowledge::builtin();
  for (const Document& other : {us, cn}) {
    std::cout << compare({us, other}, knowledge).pairs.front().summary.divergence << '\n';
  }
}
