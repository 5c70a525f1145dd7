// SPDX-License-Identifier: MIT
#include "core/base/ThreadPool.h"

#include <algorithm>

namespace inkling {

namespace {

constexpr std::uint64_t one_index = std::uint64_t{1} << 32, end_mask = one_index - 1;

}  // namespace

ThreadPool::ThreadPool(int threads) : workers_(static_cast<std::size_t>(threads)) {
  for (int index = 1; index < threads; ++index) {
    workers_[static_cast<std::size_t>(index)].thread = std::thread([this, index] { work(index); });
  }
}

ThreadPool::~ThreadPool() {
  closing_ = true;
  for (Worker& worker : workers_) worker.started.notify_all();
  for (Worker& worker : workers_) {
    if (worker.thread.joinable()) worker.thread.join();
  }
}

void ThreadPool::run(int count, TaskView task) {
  const int used = std::min(count, threads());
  if (used <= 1) {
    for (int index = 0; index < count; ++index) task.call(task.context, index);
    return;
  }
  task_ = task;
  unfinished_ = count;
  const auto begin_of = [&](int worker) {
    return std::uint64_t(count) * std::uint64_t(worker) / std::uint64_t(used);
  };
  for (int worker = 0; worker < used; ++worker) {
    workers_[static_cast<std::size_t>(worker)].range = begin_of(worker) * one_index + begin_of(worker + 1);
  }
  for (int worker = 1; worker < used; ++worker)
    workers_[static_cast<std::size_t>(worker)].started.notify_all();
  run_iterations(0);
  for (;;) {
    const std::uint32_t epoch = finished_.epoch();
    if (unfinished_ == 0) return;
    finished_.wait(epoch);
  }
}

/// Runs what is left of this worker's range and then of the others'.
void ThreadPool::run_iterations(int first_worker) {
  for (int offset = 0; offset < threads(); ++offset) {
    Worker& owner = workers_[static_cast<std::size_t>((first_worker + offset) % threads())];
    while (run_iteration(owner)) {
    }
  }
}

/// Takes an index from that worker's range and calls the task with it; false if the range is empty. A loop
/// doesn't end before all its calls have returned, so the task is valid for every thread that has taken an
/// index, however late.
bool ThreadPool::run_iteration(Worker& owner) {
  std::uint64_t range = owner.range;
  do {
    if (range / one_index >= (range & end_mask)) return false;
  } while (!owner.range.compare_exchange_weak(range, range + one_index));
  task_.call(task_.context, static_cast<int>(range / one_index));
  if (--unfinished_ == 0) finished_.notify_all();
  return true;
}

void ThreadPool::work(int index) {
  EventCount& started = workers_[static_cast<std::size_t>(index)].started;
  std::uint32_t epoch = 0;
  for (;;) {
    started.wait(epoch);
    epoch = started.epoch();
    if (closing_) return;
    run_iterations(index);
  }
}

}  // namespace inkling
