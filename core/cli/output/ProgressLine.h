#pragma once

#include <chrono>
#include <string>

namespace inkling::cli {

/// A line on stderr that is written over again and again, with the time left. Nothing is written where stderr
/// is not a terminal.
class ProgressLine {
 public:
  ProgressLine();

  /// `done` goes from 0 to 1; at most ten updates a second are shown.
  void update(double done, const std::string& text);

  /// Takes the line away.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_;
  Clock::time_point start_ = Clock::now(), last_{};
};

/// "3 min 20 s" or "8 s".
std::string duration_text(double seconds);

}  // namespace inkling::cli
