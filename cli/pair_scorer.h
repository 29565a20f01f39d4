// A scorer of the user's: a command that says of every two statements how alike they are. It speaks lines of
// JSON, as docs/pair-scorer.md tells.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/options.h"
#include "cli/process.h"
#include "engine/pipeline.h"

namespace rashomon::cli {

/// All of its functions throw InputError: the scorer cannot be run, ends too early, takes too long, or says
/// what the protocol does not know.
class PairScorer {
 public:
  /// Starts the command and reads its hello. `patience`: for that, and for every batch.
  PairScorer(const std::string& command, std::chrono::duration<double> patience);

  /// Its name, as its hello gives it.
  const std::string& model() const { return model_; }
  /// Of every pair of statements, in -1 .. 1: the scores over the greatest of their sizes. Asked once.
  Matrix scores(const Account& left, const Account& right);
  /// The same as a function, which is not to outlive this.
  OutsideSimilarity similarity();
  /// After the last scores: nothing more may come.
  void finish();

 private:
  struct Answer {
    std::size_t id = 0;  // 1 .. asked_
    double score = 0;
  };

  void read_hello();
  void ask(const Account& left, const Account& right, Eigen::Index first, Eigen::Index last, Matrix& scores);
  Answer read_answer(Process::Clock::time_point until, std::size_t awaited);
  std::string read_line(Process::Clock::time_point until, const std::string& awaited);
  std::string place_of_line() const;
  Process::Clock::time_point deadline() const;

  Process process_;
  std::chrono::duration<double> patience_;
  std::string model_;
  std::size_t asked_ = 0;                                        // pairs; their ids are 1 .. asked_
  std::size_t lines_ = 0;                                        // read
  std::map<std::pair<std::string, std::string>, Matrix> known_;  // by the ids of the accounts
};

/// --pair-scorer and --pair-scorer-timeout, for a command's table.
std::vector<Option> pair_scorer_options();

/// The scorer that the options name, started; null where they name none. Throws where --embeddings is given
/// too.
std::unique_ptr<PairScorer> pair_scorer_of(const Options& options);

}  // namespace rashomon::cli
