// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <thread>
#include <type_traits>
#include <vector>

#include "core/base/EventCount.h"

namespace inkling {

/// A fixed set of threads that run the iterations of one loop at a time. Which thread runs an iteration is
/// left to chance, so a result that must not depend on the number of threads is stored per iteration and
/// reduced in order afterwards.
class ThreadPool {
 public:
  /// `threads` includes the calling one: with 1 no thread is started and loops run in place.
  explicit ThreadPool(int threads = 1);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  int threads() const { return static_cast<int>(workers_.size()); }

  /// Calls `task(index)` once for every 0 <= index < count and returns when all calls have. A loop of few
  /// iterations wakes only as many threads as it can use. The task must not start a loop on the same pool.
  template <class Task>
  void parallel_for(int count, Task&& task) {
    run(count,
        {[](void* context, int index) { (*static_cast<std::remove_reference_t<Task>*>(context))(index); },
         const_cast<void*>(static_cast<const void*>(&task))});
  }

 private:
  struct TaskView {  // a borrowed callable: starting a loop allocates nothing
    void (*call)(void* context, int index) = nullptr;
    void* context = nullptr;
  };

  /// A worker starts with a range of its own, whose data may still be in its cache from the last loop, and
  /// then steals from the others. The first worker is the calling thread.
  struct alignas(64) Worker {             // a cache line of its own
    std::atomic<std::uint64_t> range{0};  // the next index in the upper half, the end in the lower
    EventCount started;                   // notified when a loop with a range for this worker begins
    std::thread thread;
  };

  void run(int count, TaskView task);
  void run_iterations(int first_worker);
  bool run_iteration(Worker& owner);
  void work(int index);

  TaskView task_;
  std::vector<Worker> workers_;
  std::atomic<int> unfinished_{0};
  std::atomic<bool> closing_{false};
  EventCount finished_;  // notified when the last call of a loop has returned
};

}  // namespace inkling
