// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace inkling::io {

/// Splits text that comes in chunks into lines. The first line break decides: CR alone ends the lines of old
/// Mac files, LF those of all others. A CR before the LF is removed, as is a byte order mark before the first
/// line. Only lines that lie across two chunks are copied.
class LineSplitter {
 public:
  using OnLine = std::function<Status(std::string_view line)>;

  /// Fast path: reads the line at the start of `text`, which may contain more, and finds its end itself.
  /// Returns the number of characters used, with the break, or 0 to pass the line to OnLine. `line_break` is
  /// LF or CR; a CR before a LF belongs to the break.
  using OnText = std::function<std::size_t(std::string_view text, char line_break)>;

  /// Lines of more than `max_length` characters are an error, so that a file without breaks cannot fill the
  /// memory. So are lines with a NUL byte, which text does not have.
  explicit LineSplitter(std::size_t max_length) : max_length_(max_length) {}

  /// Passes each line that ends in `chunk` to `on_text`, and to `on_line` if that does not use it. Stops at
  /// the first error.
  Status push(std::span<const char> chunk, const OnLine& on_line, const OnText& on_text = no_fast_path);

  /// Passes on the last line if no break followed it.
  Status finish(const OnLine& on_line);

  /// The number of the current line, counted from 1.
  std::size_t line_number() const { return line_number_; }

 private:
  static std::size_t no_fast_path(std::string_view, char) { return 0; }
  Status split(std::string_view text, const OnLine& on_line, const OnText& on_text);
  void take_fast_lines(std::string_view& text, const OnText& on_text);
  Status complete_line(std::string_view end, const OnLine& on_line);
  Status take_line(std::string_view line, const OnLine& on_line);
  Status check_pending();
  Error bad_line(std::string_view line) const;

  std::size_t max_length_;
  std::size_t line_number_ = 0;
  char line_break_ = 0;  // 0 until the first is complete
  std::string pending_;  // the start of a line whose end has not come yet
};

}  // namespace inkling::io
