#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace inkling::io {

/// Cuts text that comes in chunks into its lines, so that what reads the lines need not know of chunks.
/// The first break decides: CR alone ends the lines of an old Mac's file, LF those of all others (a CR before
/// it is taken off, and so is a byte order mark before the first line). Lines are given without copying, save
/// those that lie across two chunks.
class LineSplitter {
 public:
  using TakeLine = std::function<Status(std::string_view line)>;

  /// Takes the line that `text`, which may go on, starts with, and finds its end alone: how many characters
  /// it took, the break with them, or 0 to have the line as all others. `line_break` is LF or CR; a CR before
  /// a LF belongs to the break.
  using TakeFirst = std::function<std::size_t(std::string_view text, char line_break)>;

  /// Lines of more than `longest` characters are refused, so that a file without breaks cannot fill the
  /// memory; so are lines with a NUL byte, which text does not have.
  explicit LineSplitter(std::size_t longest) : longest_(longest) {}

  /// Gives each line that ends in `chunk` to `take`, unless `take_first` takes it; stops at the first
  /// refusal.
  Status push(std::span<const char> chunk, const TakeLine& take, const TakeFirst& take_first = take_none);

  /// Gives the last line if no break followed it.
  Status finish(const TakeLine& take);

  /// The line last given, counted from 1 as an editor does.
  std::size_t line_number() const { return line_number_; }

 private:
  static std::size_t take_none(std::string_view, char) { return 0; }
  Status split(std::string_view text, const TakeLine& take, const TakeFirst& take_first);
  void take_all_it_can(std::string_view& text, const TakeFirst& take_first);
  Status give_completed(std::string_view line, const TakeLine& take);
  Status give(std::string_view line, const TakeLine& take);
  Status check_held();
  Error refusal(std::string_view line) const;

  std::size_t longest_;
  std::size_t line_number_ = 0;
  char break_ = 0;    // what ends a line; 0 until the first is seen whole
  std::string held_;  // the start of a line whose end has not come yet
};

}  // namespace inkling::io
