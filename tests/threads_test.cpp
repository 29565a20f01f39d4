#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "cli/ordered_pool.h"
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

/// 0, 1 ... `size` - 1 through `work`, as in_order() hands them on.
std::vector<int> passed_on(std::size_t jobs, int size, const std::function<int(const int&)>& work) {
  int given = 0;
  std::vector<int> taken;
  cli::in_order<int, int>(
      jobs, [&] { return given < size ? std::optional(given++) : std::nullopt; }, work,
      [&](int result) {
        taken.push_back(result);
        return true;
      });
  return taken;
}

TEST_SUITE("threads") {
  TEST_CASE("results come in the order of the work, on any number of threads") {
    for (const std::size_t jobs : {1U, 2U, 3U, 8U}) {
      const std::vector<int> taken = passed_on(jobs, 500, [](const int& k) {
        std::this_thread::sleep_for(std::chrono::microseconds((k * 7919) % 13 * 20));
        return 2 * k;
      });
      REQUIRE(taken.size() == 500);
      for (int k = 0; k < 500; ++k) CHECK(taken[static_cast<std::size_t>(k)] == 2 * k);
    }
    CHECK(passed_on(4, 0, [](const int& k) { return k; }).empty());
  }

  TEST_CASE("what is in hand is bounded by the number of threads, not by that of the items") {
    for (const std::size_t jobs : {1U, 4U}) {
      std::size_t given = 0;
      std::size_t taken = 0;
      std::size_t most = 0;
      cli::in_order<std::size_t, std::size_t>(
          jobs,
          [&]() -> std::optional<std::size_t> {
            most = std::max(most, given - taken);
            return given < 2000 ? std::optional(given++) : std::nullopt;
          },
          [](const std::size_t& k) { return k; },
          [&](std::size_t) {
            ++taken;
            return true;
          });
      CHECK(taken == 2000);
      CHECK(most <= 8 * jobs);
    }
  }

  TEST_CASE("what the work or the taking throws ends the run, and nothing is taken after it") {
    const auto refuse = [](const int& k) { return k == 30 ? throw std::runtime_error("thirty") : k; };
    CHECK_THROWS_WITH(passed_on(3, 1000, refuse), "thirty");
    std::atomic<int> worked = 0;
    int given = 0;
    const auto run = [&] {
      cli::in_order<int, int>(
          2, [&] { return std::optional(given++); }, [&](const int& k) { return ++worked, k; },
          [](int result) -> bool { return result < 50 ? true : throw std::runtime_error("full"); });
    };
    CHECK_THROWS_WITH(run(), "full");
    CHECK(worked <= 100);
  }

  TEST_CASE("the run ends when no more is wanted") {
    int last = 0;
    cli::in_order<int, int>(
        2, [given = 0]() mutable { return std::optional(given++); }, [](const int& k) { return k; },
        [&](int result) { return (last = result) < 100; });
    CHECK(last == 100);
  }

  TEST_CASE("comparisons at the same time say what each says alone") {
    const Knowledge knowledge = Knowledge::builtin();
    const std::string alone = compared(knowledge);
    std::vector<std::string> all;
    cli::in_order<int, std::string>(
        4, [given = 0]() mutable { return given < 12 ? std::optional(given++) : std::nullopt; },
        [&](const int&) { return compared(knowledge); },
        [&](std::string result) {
          all.push_back(std::move(result));
          return true;
        });
    CHECK(all == std::vector<std::string>(12, alone));
  }
}

}  // namespace
}  // namespace rashomon
