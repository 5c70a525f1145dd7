// SPDX-License-Identifier: MIT
#include "core/base/EventCount.h"

#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#endif

namespace inkling {

namespace {

#if defined(__x86_64__) || defined(__i386__)
constexpr int spins = 2000;  // 10 to 60 ns each
void pause() {
  _mm_pause();
}
#else
constexpr int spins = 10'000;  // a nanosecond or two each: WebAssembly has no pause instruction
void pause() {}
#endif

}  // namespace

void EventCount::notify_all() {
  ++epoch_;
  if (sleepers_ == 0) return;
  // A waiter that has incremented sleepers_ but isn't asleep yet holds the mutex until it is.
  {
    const std::lock_guard<std::mutex> lock(mutex_);
  }
  notified_.notify_all();
}

void EventCount::wait(std::uint32_t epoch) {
  for (int spin = 0; spin < spins; ++spin) {
    if (epoch_ != epoch) return;
    pause();
  }
  std::unique_lock<std::mutex> lock(mutex_);
  ++sleepers_;
  notified_.wait(lock, [&] { return epoch_ != epoch; });
  --sleepers_;
}

}  // namespace inkling
