#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace inkling {

/// A JSON value as RFC 8259 has it. Read by a reader of our own: a general library would be a fifth of what
/// the page loads before it can read a digit.
struct Json {
  enum class Kind { null, boolean, number, text, list, object };

  Kind kind = Kind::null;
  double number = 0;              // 1 for true
  std::string text;               // UTF-8
  std::vector<Json> items;        // of a list; the values of an object
  std::vector<std::string> keys;  // of an object, one for each item

  bool is_number() const { return kind == Kind::number; }
  bool is_text() const { return kind == Kind::text; }
  bool is_list() const { return kind == Kind::list; }
  bool is_object() const { return kind == Kind::object; }

  /// The value of a key; null where this is no object or has no such key.
  const Json* find(std::string_view key) const;

  /// The number, if it is a whole one from 0 to 2^53: what a double holds exactly.
  std::optional<std::uint64_t> whole_number() const;
};

/// Reads one value with nothing but blanks round it. Trusts nothing: the grammar is kept to the letter, text
/// is valid UTF-8, no object has a key twice, and at most 32 lists and objects lie in each other.
std::optional<Json> parse_json(std::string_view text);

/// A text as JSON writes it, in quotes; bytes that are not UTF-8 become "?".
std::string json_text(std::string_view text);

}  // namespace inkling
