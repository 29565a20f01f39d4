#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "engine/pipeline.h"
#include "engine/reader/reader.h"
#include "engine/report/report.h"

namespace rashomon {
namespace {

const std::string kLeft =
    "The two presidents spoke by phone for an hour. They had a candid and constructive exchange. The "
    "President raised "
    "tariffs and export controls. He warned of consequences over the strait.";
const std::string kRight =
    "The two heads of state held a telephone conversation. The exchange was candid and in-depth. Tariffs and "
    "export "
    "controls harm both sides and must be lifted. The strait is a red line.";

std::string compared(const Knowledge& knowledge) {
  std::vector<Document> documents = read_documents(kLeft, "left.txt");
  documents.push_back(read_documents(kRight, "right.txt").front());
  return json_report(compare(std::move(documents), knowledge, {{"us", "cn"}, 0}));
}

TEST_SUITE("threads") {
  TEST_CASE("one comparison gives the same bytes again and again") {
    const Knowledge knowledge = Knowledge::builtin();
    const std::string first = compared(knowledge);
    for (int k = 0; k < 5; ++k) CHECK(compared(knowledge) == first);
  }
}

}  // namespace
}  // namespace rashomon
