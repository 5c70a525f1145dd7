// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <string>

namespace inkling::cli {

/// A line on stderr that is overwritten as work goes on, with an estimate of the time left. Prints nothing if
/// stderr is not a terminal.
class ProgressLine {
 public:
  ProgressLine();

  /// `done` goes from 0 to 1. Shows at most ten updates a second.
  void update(double done, const std::string& text);

  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  bool enabled_;
  Clock::time_point start_ = Clock::now(), last_update_{};
};

/// "3 min 20 s" or "8 s".
std::string duration_text(double seconds);

}  // namespace inkling::cli
