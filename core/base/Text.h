#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace inkling {

/// 42000 as "42,000".
std::string grouped(std::size_t number);

/// "1 cell", "3 cells", "42,000 cells".
std::string counted(std::size_t number, std::string_view noun);

/// The shortest text that stands for this number and no other.
std::string shortest(float number);

/// Without the `blanks` at either end.
inline std::string_view trimmed(std::string_view text, std::string_view blanks) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

/// Text from a file as it may stand in a sentence: in quotes, at most 24 characters, printable ASCII only.
std::string quoted(std::string_view text);

}  // namespace inkling
