#include "core/base/ThreadPool.h"

namespace inkling {

namespace {

constexpr std::uint64_t one_index = std::uint64_t{1} << 32, end_bits = one_index - 1;

}  // namespace

ThreadPool::ThreadPool(int threads) : shares_(static_cast<std::size_t>(threads)) {
  for (int thread = 1; thread < threads; ++thread) workers_.emplace_back([this, thread] { work(thread); });
}

ThreadPool::~ThreadPool() {
  closing_ = true;
  loops_.raise();
  for (std::thread& worker : workers_) worker.join();
}

void ThreadPool::run(int count, TaskView task) {
  if (workers_.empty() || count <= 1) {
    for (int index = 0; index < count; ++index) task.call(task.context, index);
    return;
  }
  task_ = task;
  unfinished_ = count;
  const auto begin_of = [&](int thread) {
    return std::uint64_t(count) * std::uint64_t(thread) / std::uint64_t(threads());
  };
  for (int thread = 0; thread < threads(); ++thread) {
    shares_[static_cast<std::size_t>(thread)].untaken = begin_of(thread) * one_index + begin_of(thread + 1);
  }
  loops_.raise();
  take_indices(0);
  for (;;) {
    const std::uint32_t seen = finished_.count();
    if (unfinished_ == 0) return;
    finished_.wait(seen);
  }
}

void ThreadPool::take_indices(int thread) {
  for (int other = 0; other < threads(); ++other) {
    while (take_index(shares_[static_cast<std::size_t>((thread + other) % threads())])) {
    }
  }
}

/// Calls the task with an index of that share; false where none is left. A loop does not end before all its
/// calls have returned, so who has taken an index, however late it came, may rely on the task.
bool ThreadPool::take_index(Share& share) {
  std::uint64_t untaken = share.untaken;
  do {
    if (untaken / one_index >= (untaken & end_bits)) return false;
  } while (!share.untaken.compare_exchange_weak(untaken, untaken + one_index));
  task_.call(task_.context, static_cast<int>(untaken / one_index));
  if (--unfinished_ == 0) finished_.raise();
  return true;
}

void ThreadPool::work(int thread) {
  for (;;) {
    const std::uint32_t seen = loops_.count();
    if (closing_) return;
    take_indices(thread);
    loops_.wait(seen);
  }
}

}  // namespace inkling
