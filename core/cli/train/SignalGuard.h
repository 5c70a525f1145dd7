// SPDX-License-Identifier: MIT
#pragma once

namespace inkling::cli {

/// While this object exists, SIGINT and SIGTERM are recorded instead of ending the process, so that a
/// training run can save its state. The same signal a second time ends the process.
class SignalGuard {
 public:
  /// If training is `distributed`, the signal may mean that another process has died and this one would wait
  /// for it forever. The process then exits with an error half a second after the signal, unless
  /// cancel_timeout() is called first.
  explicit SignalGuard(bool distributed);
  ~SignalGuard();
  SignalGuard(const SignalGuard&) = delete;
  SignalGuard& operator=(const SignalGuard&) = delete;

  /// The signal that was received, or 0.
  int signal() const;

  void cancel_timeout();
};

}  // namespace inkling::cli
