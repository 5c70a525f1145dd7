// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/Digit.h"

namespace inkling::io {

/// Labels whose meaning depends on the others. "10" is 0 where labels go from 1 to 10, and "null" is the
/// German zero, but elsewhere a missing value.
inline constexpr std::uint8_t label_ten = 10, label_null = 11, label_codes = 12;

/// What a label says, as people and programs write it: 7, "7.0", [7], b'7', "seven", "Sieben", "sept",
/// "siete", "digit_7", "Class 7", "7 - seven". Returns a digit, label_ten or label_null; nothing for any
/// other text.
std::optional<std::uint8_t> parse_label(std::string_view text);

/// A cell of a one-hot label: 0, 1, "True", "False"; nothing for any other text.
std::optional<bool> parse_flag(std::string_view text);

/// Tells what the codes beyond 9 mean, once all labels are known.
class LabelMeaning {
 public:
  void add(std::uint8_t code, std::size_t count) { counts_[code] += count; }

  /// Takes note of a word: "null" is a number only beside other German ones.
  void add_word(std::string_view text);

  /// The digit of a code: label_ten is 0 if there is no other 0, label_null beside German numbers. Nothing
  /// otherwise.
  std::optional<std::uint8_t> digit(std::uint8_t code) const;

  /// "labels from 1 to 10, 10 read as 0" where that is so; otherwise empty.
  std::string describe() const;

 private:
  std::array<std::size_t, label_codes> counts_{};
  bool german_ = false;
};

}  // namespace inkling::io
