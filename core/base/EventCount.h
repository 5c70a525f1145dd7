// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace inkling {

/// Lets threads wait for a change of any state that others share, without a lock around that state. A waiter
/// reads epoch(), checks the state and, if it must wait, calls wait() with that epoch: a notification in
/// between is not lost. It first spins for some tens of microseconds, since the next loop usually starts
/// within that time, and only then sleeps: waking a sleeping thread takes about as long.
class EventCount {
 public:
  std::uint32_t epoch() const { return epoch_; }

  /// Starts the next epoch and wakes all waiters. They see whatever was written before.
  void notify_all();

  /// Returns once epoch() is no longer `epoch`.
  void wait(std::uint32_t epoch);

 private:
  std::atomic<std::uint32_t> epoch_{0};
  std::atomic<int> sleepers_{0};
  std::mutex mutex_;
  std::condition_variable notified_;
};

}  // namespace inkling
