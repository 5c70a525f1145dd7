#include "core/base/EventCount.h"

#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#endif

namespace inkling {

namespace {

#if defined(__x86_64__) || defined(__i386__)
constexpr int looks = 2000;  // of some 10 to 60 ns each
void pause() {
  _mm_pause();
}
#else
constexpr int looks = 10'000;  // of a nanosecond or two: WebAssembly has no word for a pause
void pause() {}
#endif

}  // namespace

void EventCount::raise() {
  ++count_;
  if (sleepers_ == 0) return;
  // One who has counted itself a sleeper, but does not sleep yet, holds the lock until it does.
  {
    const std::lock_guard<std::mutex> lock(mutex_);
  }
  raised_.notify_all();
}

void EventCount::wait(std::uint32_t seen) {
  for (int look = 0; look < looks; ++look) {
    if (count_ != seen) return;
    pause();
  }
  std::unique_lock<std::mutex> lock(mutex_);
  ++sleepers_;
  raised_.wait(lock, [&] { return count_ != seen; });
  --sleepers_;
}

}  // namespace inkling
