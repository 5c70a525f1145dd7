#include "core/io/LineSplitter.h"

#include <utility>

#include "core/base/Text.h"

namespace inkling::io {

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

char first_break(std::string_view text) {
  const std::size_t at = text.find_first_of("\r\n");
  if (at == std::string_view::npos) return 0;
  if (text[at] == '\n') return '\n';
  if (at + 1 == text.size()) return 0;  // whether a LF follows this CR is in the next chunk
  return text[at + 1] == '\n' ? '\n' : '\r';
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

Status LineSplitter::push(std::span<const char> chunk, const TakeLine& take, const TakeFirst& take_first) {
  const std::string_view text(chunk.data(), chunk.size());
  if (break_) return split(text, take, take_first);
  const std::size_t searched = held_.empty() ? 0 : held_.size() - 1;  // a CR at the end waits for its LF
  held_.append(text);
  break_ = first_break(std::string_view(held_).substr(searched));
  return break_ ? split(std::exchange(held_, {}), take, take_first) : check_held();
}

Status LineSplitter::finish(const TakeLine& take) {
  const std::string last = std::exchange(held_, {});
  return last.empty() ? success() : give(last, take);
}

Status LineSplitter::split(std::string_view text, const TakeLine& take, const TakeFirst& take_first) {
  for (;;) {
    if (held_.empty()) take_all_it_can(text, take_first);
    const std::size_t end = text.find(break_);
    if (end == std::string_view::npos) break;
    if (Status status = give_completed(text.substr(0, end), take); !status) return status;
    text.remove_prefix(end + 1);
  }
  held_.append(text);
  return check_held();
}

void LineSplitter::take_all_it_can(std::string_view& text, const TakeFirst& take_first) {
  while (const std::size_t taken = take_first(text, break_)) {
    text.remove_prefix(taken);
    ++line_number_;
  }
}

Status LineSplitter::give_completed(std::string_view line, const TakeLine& take) {
  if (held_.empty()) return give(line, take);
  held_.append(line);
  Status status = give(held_, take);
  held_.clear();
  return status;
}

Status LineSplitter::give(std::string_view line, const TakeLine& take) {
  line = without_return(line);
  ++line_number_;
  if (line.size() > longest_ || line.find('\0') != std::string_view::npos) return refusal(line);
  if (line_number_ == 1 && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  return take(line);
}

Status LineSplitter::check_held() {
  if (without_return(held_).size() <= longest_) return success();
  ++line_number_;
  return refusal(held_);
}

Error LineSplitter::refusal(std::string_view line) const {
  const std::string row = "row " + std::to_string(line_number_);
  const bool is_text = line.substr(0, longest_).find('\0') == std::string_view::npos;
  if (!is_text) return {row + " holds a NUL byte: this is not text."};
  return {row + " is longer than " + group_thousands(longest_) + " characters, which no row of images is."};
}

}  // namespace inkling::io
