#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace inkling {

/// A count that threads wait for to grow. Who waits looks again and again for some tens of microseconds,
/// within which the next loop of a training comes, and only then sleeps: to be woken takes the system as
/// long.
class EventCount {
 public:
  std::uint32_t count() const { return count_; }

  /// Counts one on and wakes whoever waits. What was written before is seen by those who wake.
  void raise();

  /// Returns once count() is no longer `seen`.
  void wait(std::uint32_t seen);

 private:
  std::atomic<std::uint32_t> count_{0};
  std::atomic<int> sleepers_{0};
  std::mutex mutex_;
  std::condition_variable raised_;
};

}  // namespace inkling
