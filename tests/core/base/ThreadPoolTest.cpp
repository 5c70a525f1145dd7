// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
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
TEST_CASE("threads that fell asleep between two loops wake up for the next") {
  ThreadPool pool(2);
  for (int loop = 0; loop < 5; ++loop) {
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    std::atomic<int> calls{0};
    pool.parallel_for(2, [&](int) {
      ++calls;
      while (calls < 2) std::this_thread::yield();  // ends only once two threads run the loop
    });
    CHECK(calls == 2);
  }
}

TEST_CASE("a loop of two iterations wakes one helper, always the same") {
  ThreadPool pool(4);
  std::mutex mutex;
  std::set<std::thread::id> helpers;
  for (int loop = 0; loop < 20; ++loop) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    std::atomic<int> calls{0};
    pool.parallel_for(2, [&](int) {
      ++calls;
      while (calls < 2) std::this_thread::yield();  // ends only once two threads run the loop
      const std::lock_guard<std::mutex> lock(mutex);
      helpers.insert(std::this_thread::get_id());
    });
  }
  helpers.erase(std::this_thread::get_id());
  CHECK(helpers.size() == 1);
}
#endif
