// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inkling {

/// A JSON value (RFC 8259). Inkling has its own parser because a general library would be a fifth of what the
/// page loads before it can read a digit.
struct JsonValue {
  enum class Kind { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  double number = 0;              // 1 for true
  std::string string;             // UTF-8
  std::vector<JsonValue> items;   // of an array; the values of an object
  std::vector<std::string> keys;  // of an object, one for each item

  bool is_number() const { return kind == Kind::number; }
  bool is_string() const { return kind == Kind::string; }
  bool is_array() const { return kind == Kind::array; }
  bool is_object() const { return kind == Kind::object; }

  /// The value of a key; null if this is not an object or has no such key.
  const JsonValue* find(std::string_view key) const;

  /// The number, if it is an integer from 0 to 2^53, the range that a double holds exactly.
  std::optional<std::uint64_t> as_uint64() const;
};

/// Parses a text that is one JSON value. Strict, since the text may come from anywhere: nothing but RFC
/// 8259's grammar, strings of valid UTF-8, unique keys, and arrays and objects nested at most 32 deep.
std::optional<JsonValue> parse_json(std::string_view text);

/// `text` as a JSON string, in quotes; bytes that are not valid UTF-8 become "?".
std::string json_string(std::string_view text);

}  // namespace inkling
