#pragma once

namespace inkling::cli {

/// For as long as it lives, SIGINT and SIGTERM do not end the process but are noted, so that it can come to a
/// good end by itself. The same signal a second time ends it.
class SignalGuard {
 public:
  /// With `others`, other processes work on the same: the signal may mean that one of them has died, and then
  /// this one waits for it in vain. It ends, with a sentence, unless obeyed() is called within half a second.
  explicit SignalGuard(bool others);
  ~SignalGuard();
  SignalGuard(const SignalGuard&) = delete;
  SignalGuard& operator=(const SignalGuard&) = delete;

  /// The signal that came, or 0.
  int signal() const;

  void obeyed();
};

}  // namespace inkling::cli
