#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include "core/base/ThreadPool.h"

using inkling::ThreadPool;

TEST_CASE("every index is called exactly once, loop after loop") {
#if defined(__EMSCRIPTEN__) && !defined(__EMSCRIPTEN_PTHREADS__)
  const std::vector<int> thread_counts = {1};
#else
  const std::vector<int> thread_counts = {1, 2, 3, 4};
#endif
  for (const int threads : thread_counts) {
    ThreadPool pool(threads);
    CHECK(pool.threads() == threads);
    for (int count = 0; count < 200; ++count) {
      std::vector<int> calls(count, 0);
      pool.parallel_for(count, [&](int index) { ++calls[index]; });
      CHECK(calls == std::vector<int>(count, 1));
    }
  }
}

#if !defined(__EMSCRIPTEN__) || defined(__EMSCRIPTEN_PTHREADS__)
TEST_CASE("threads that have gone to sleep between two loops wake for the next") {
  ThreadPool pool(2);
  for (int loop = 0; loop < 5; ++loop) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::atomic<int> calls{0};
    pool.parallel_for(2, [&](int) {
      ++calls;
      while (calls < 2) std::this_thread::yield();  // returns only where two threads are in the loop
    });
    CHECK(calls == 2);
  }
}
#endif
