// SPDX-License-Identifier: MIT
#include "core/cli/output/ProgressLine.h"

#include <unistd.h>

#include <cmath>
#include <cstdio>

namespace inkling::cli {

ProgressLine::ProgressLine() : enabled_(isatty(STDERR_FILENO) == 1) {}

void ProgressLine::update(double done, const std::string& text) {
  const Clock::time_point now = Clock::now();
  if (!enabled_ || now - last_update_ < std::chrono::milliseconds(100)) return;
  last_update_ = now;
  const double elapsed = std::chrono::duration<double>(now - start_).count();
  const std::string left = done > 0.01 ? ", " + duration_text(elapsed / done * (1 - done)) + " left" : "";
  std::fprintf(stderr, "\r\033[K%3.0f%%  %s%s", done * 100, text.c_str(), left.c_str());
}

void ProgressLine::clear() {
  if (enabled_) std::fputs("\r\033[K", stderr);
}

std::string duration_text(double seconds) {
  const auto whole = std::lround(seconds);
  if (whole < 60) return std::to_string(whole) + " s";
  return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
}

}  // namespace inkling::cli
