// SPDX-License-Identifier: MIT
#include "core/io/LineSplitter.h"

#include <utility>

#include "core/base/Text.h"

namespace inkling::io {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

char find_line_break(std::string_view text) {
  const std::size_t position = text.find_first_of("\r\n");
  if (position == std::string_view::npos) return 0;
  if (text[position] == '\n') return '\n';
  if (position + 1 == text.size()) return 0;  // the next chunk shows whether a LF follows this CR
  return text[position + 1] == '\n' ? '\n' : '\r';
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

Status LineSplitter::push(std::span<const char> chunk, const OnLine& on_line, const OnText& on_text) {
  const std::string_view text(chunk.data(), chunk.size());
  if (line_break_) return split(text, on_line, on_text);
  const std::size_t searched = pending_.empty() ? 0 : pending_.size() - 1;  // a CR at the end awaits its LF
  pending_.append(text);
  line_break_ = find_line_break(std::string_view(pending_).substr(searched));
  return line_break_ ? split(std::exchange(pending_, {}), on_line, on_text) : check_pending();
}

Status LineSplitter::finish(const OnLine& on_line) {
  const std::string last = std::exchange(pending_, {});
  return last.empty() ? success() : take_line(last, on_line);
}

Status LineSplitter::split(std::string_view text, const OnLine& on_line, const OnText& on_text) {
  for (;;) {
    if (pending_.empty()) take_fast_lines(text, on_text);
    const std::size_t end = text.find(line_break_);
    if (end == std::string_view::npos) break;
    if (Status status = complete_line(text.substr(0, end), on_line); !status) return status;
    text.remove_prefix(end + 1);
  }
  pending_.append(text);
  return check_pending();
}

void LineSplitter::take_fast_lines(std::string_view& text, const OnText& on_text) {
  while (const std::size_t used = on_text(text, line_break_)) {
    text.remove_prefix(used);
    ++line_number_;
  }
}

Status LineSplitter::complete_line(std::string_view end, const OnLine& on_line) {
  if (pending_.empty()) return take_line(end, on_line);
  pending_.append(end);
  Status status = take_line(pending_, on_line);
  pending_.clear();
  return status;
}

Status LineSplitter::take_line(std::string_view line, const OnLine& on_line) {
  line = without_return(line);
  ++line_number_;
  if (line.size() > max_length_ || line.find('\0') != std::string_view::npos) return bad_line(line);
  if (line_number_ == 1 && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  return on_line(line);
}

Status LineSplitter::check_pending() {
  if (without_return(pending_).size() <= max_length_) return success();
  ++line_number_;
  return bad_line(pending_);
}

Error LineSplitter::bad_line(std::string_view line) const {
  const std::string row = "row " + std::to_string(line_number_);
  const bool is_text = line.substr(0, max_length_).find('\0') == std::string_view::npos;
  if (!is_text) {
    return Error{row + " has a NUL byte, so this is not a text file."}.with_code("notText",
                                                                                 {{"row", line_number_}});
  }
  return Error{row + " is longer than " + group_thousands(max_length_) +
               " characters, so this is not a data file."}
      .with_code("longRow", {{"row", line_number_}, {"limit", max_length_}});
}

}  // namespace inkling::io
