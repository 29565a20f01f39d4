// Work on several threads whose results come in the order of the work.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace rashomon::cli {

/// Runs tasks in the order in which they come. Those not begun when it is destroyed are dropped.
template <typename Result>
class ThreadPool {
 public:
  explicit ThreadPool(std::size_t threads) {
    for (std::size_t k = 0; k < threads; ++k)
      threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
  }

  std::future<Result> submit(std::function<Result()> task) {
    std::packaged_task<Result()> packed(std::move(task));
    std::future<Result> result = packed.get_future();
    {
      const std::lock_guard lock(mutex_);
      tasks_.push_back(std::move(packed));
    }
    ready_.notify_one();
    return result;
  }

 private:
  void run(const std::stop_token& stop) {
    while (true) {
      std::packaged_task<Result()> task;
      {
        std::unique_lock lock(mutex_);
        ready_.wait(lock, stop, [&] { return !tasks_.empty(); });
        if (stop.stop_requested()) return;
        task = std::move(tasks_.front());
        tasks_.pop_front();
      }
      task();
    }
  }

  std::mutex mutex_;
  std::condition_variable_any ready_;
  std::deque<std::packaged_task<Result()>> tasks_;
  std::vector<std::jthread> threads_;  // the last member: they end before what they use
};

/// Works on what `next` gives until it gives none, on so many threads, and hands each result to `take` in the
/// order of `next`, until `take` says no more. `next` and `take` are called by the caller's own thread. Of
/// what `next` gave, at most `jobs` x kAhead + 1 are not yet taken at any time. What any of the three throws
/// comes out here.
template <typename Input, typename Result>
void in_order(std::size_t jobs, const std::function<std::optional<Input>()>& next,
              const std::function<Result(const Input&)>& work, const std::function<bool(Result)>& take) {
  constexpr std::size_t kAhead = 8;  // so that a slow item seldom keeps the others waiting
  std::deque<std::future<Result>> pending;
  ThreadPool<Result> pool(jobs);
  const auto take_first = [&] {
    std::future<Result> first = std::move(pending.front());
    pending.pop_front();
    return take(first.get());
  };
  while (std::optional<Input> input = next()) {
    pending.push_back(pool.submit([&work, item = std::move(*input)] { return work(item); }));
    if (pending.size() > jobs * kAhead && !take_first()) return;
  }
  while (!pending.empty()) {
    if (!take_first()) return;
  }
}

}  // namespace rashomon::cli
