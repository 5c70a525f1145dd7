#pragma once

#include <atomic>
#include <cstdint>
#include <thread>
#include <type_traits>
#include <vector>

#include "core/base/EventCount.h"

namespace inkling {

/// A fixed set of threads that share the indices of one loop at a time. Which thread takes an index is left
/// to chance, so a result that must not depend on the number of threads is kept per index and added up in
/// order afterwards.
class ThreadPool {
 public:
  /// `threads` counts the calling one: with 1 nothing is started and loops run in place.
  explicit ThreadPool(int threads = 1);
  ~ThreadPool();
  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  int threads() const { return static_cast<int>(shares_.size()); }

  /// Calls `task(index)` once for every 0 <= index < count and returns when all calls have. The task must not
  /// start a loop on the same pool.
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

  // The indices of a loop that one thread takes first: so that it finds what it wrote in the last loop in its
  // cache. Who is done with its own helps the next.
  struct Share {
    std::atomic<std::uint64_t> untaken{0};  // the next index in the upper half, their end in the lower
    char other_cache_line[56] = {};
  };

  void run(int count, TaskView task);
  void take_indices(int thread);
  bool take_index(Share& share);
  void work(int thread);

  TaskView task_;
  std::vector<Share> shares_;
  std::atomic<int> unfinished_{0};
  std::atomic<bool> closing_{false};
  EventCount loops_, finished_;  // raised when a loop begins, and when the last of its calls has returned
  std::vector<std::thread> workers_;
};

}  // namespace inkling
