// SPDX-License-Identifier: MIT
#pragma once

namespace inkling::cli {

/// While it lives, SIGINT and SIGTERM are recorded instead of ending the process, so that a training can save
/// its state. The same signal a second time ends the process.
class SignalGuard {
 public:
  /// Where the training is `distributed`, the signal may mean that another process has died and this one
  /// waits for it forever: the process then exits with an error half a second after the signal, unless
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
