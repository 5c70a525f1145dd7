// SPDX-License-Identifier: MIT
#include "core/base/JsonParser.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/Number.h"
#include "core/base/Text.h"

namespace inkling {

namespace {

constexpr int max_depth = 32;
constexpr std::string_view escape_letters = "\"\\/bfnrt", escaped = "\"\\/\b\f\n\r\t";

/// A recursive descent parser: each function consumes one part of the grammar, or returns false.
class JsonParser {
 public:
  explicit JsonParser(std::string_view text) : rest_(text) {}

  bool take_document(JsonValue& json) {
    skip_whitespace();
    return take_value(json, 0) && rest_.empty();
  }

 private:
  bool take(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }

  void skip_whitespace() { rest_.remove_prefix(std::min(rest_.find_first_not_of(blanks), rest_.size())); }

  bool take_punctuation(char character) {
    if (!rest_.starts_with(character)) return false;
    rest_.remove_prefix(1);
    skip_whitespace();
    return true;
  }

  bool take_value(JsonValue& json, int depth) {
    const bool taken = take_bare_value(json, depth);
    skip_whitespace();
    return taken;
  }

  bool take_bare_value(JsonValue& json, int depth) {
    if (rest_.empty() || depth > max_depth) return false;
    switch (rest_.front()) {
      case '{':
        json.kind = JsonValue::Kind::object;
        return take_object(json, depth);
      case '[':
        json.kind = JsonValue::Kind::array;
        return take_array(json, depth);
      case '"':
        json.kind = JsonValue::Kind::string;
        return take_string(json.string);
      default:
        return take_literal(json) || take_number(json);
    }
  }

  bool take_literal(JsonValue& json) {
    if (take("null")) return true;
    const bool is_true = take("true");
    if (!is_true && !take("false")) return false;
    json.kind = JsonValue::Kind::boolean;
    json.number = is_true ? 1 : 0;
    return true;
  }

  bool take_array(JsonValue& json, int depth) {
    take_punctuation('[');
    if (take_punctuation(']')) return true;
    do {
      if (!take_value(json.items.emplace_back(), depth + 1)) return false;
    } while (take_punctuation(','));
    return take_punctuation(']');
  }

  bool take_object(JsonValue& json, int depth) {
    take_punctuation('{');
    if (take_punctuation('}')) return true;
    do {
      if (!take_key(json) || !take_value(json.items.emplace_back(), depth + 1)) return false;
    } while (take_punctuation(','));
    return take_punctuation('}') && all_unique(json.keys);
  }

  bool take_key(JsonValue& json) {
    if (!take_string(json.keys.emplace_back())) return false;
    skip_whitespace();
    return take_punctuation(':');
  }

  static bool all_unique(const std::vector<std::string>& keys) {
    return std::set<std::string_view>(keys.begin(), keys.end()).size() == keys.size();
  }

  std::size_t take_digits() {
    const std::size_t count = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    rest_.remove_prefix(count);
    return count;
  }

  bool take_number(JsonValue& json) {
    const std::string_view text = rest_;
    take("-");
    const bool leading_zero = rest_.starts_with('0');
    const std::size_t digits = take_digits();
    if (digits == 0 || (leading_zero && digits > 1)) return false;
    if (take(".") && take_digits() == 0) return false;
    if (take("e") || take("E")) {
      if (!take("-")) take("+");
      if (take_digits() == 0) return false;
    }
    json.kind = JsonValue::Kind::number;
    json.number = parse_number(text.substr(0, text.size() - rest_.size())).value_or(NAN);
    return std::isfinite(json.number);
  }

  bool take_string(std::string& text) {
    if (!take("\"")) return false;
    while (!take("\"")) {
      if (!(rest_.starts_with('\\') ? take_escape(text) : take_character(text))) return false;
    }
    return true;
  }

  bool take_character(std::string& text) {
    const std::size_t length = utf8_length(rest_);
    if (length == 0 || static_cast<std::uint8_t>(rest_.front()) < ' ') return false;
    text += rest_.substr(0, length);
    rest_.remove_prefix(length);
    return true;
  }

  bool take_escape(std::string& text) {
    if (rest_.starts_with("\\u")) return take_unicode_escape(text);
    const std::size_t index = rest_.size() < 2 ? escape_letters.npos : escape_letters.find(rest_[1]);
    if (index == escape_letters.npos) return false;
    text += escaped[index];
    rest_.remove_prefix(2);
    return true;
  }

  /// A backslash, "u" and four hexadecimal digits; two of these for a surrogate pair.
  bool take_unicode_escape(std::string& text) {
    std::uint32_t code_point = 0;
    if (!take_code_unit(code_point)) return false;
    if (code_point >= 0xdc00 && code_point < 0xe000) return false;
    if (code_point >= 0xd800 && code_point < 0xdc00) {
      std::uint32_t low = 0;
      if (!take_code_unit(low) || low < 0xdc00 || low >= 0xe000) return false;
      code_point = 0x10000 + ((code_point - 0xd800) << 10 | (low - 0xdc00));
    }
    append_utf8(text, code_point);
    return true;
  }

  bool take_code_unit(std::uint32_t& unit) {
    constexpr std::string_view hexadecimal = "0123456789abcdef0123456789ABCDEF";
    if (!take("\\u") || rest_.size() < 4) return false;
    for (const char character : rest_.substr(0, 4)) {
      const std::size_t digit = hexadecimal.find(character);
      if (digit == hexadecimal.npos) return false;
      unit = unit << 4 | static_cast<std::uint32_t>(digit % 16);
    }
    rest_.remove_prefix(4);
    return true;
  }

  std::string_view rest_;
};

void append_escape(std::string& json, char character) {
  const std::size_t index = escaped.find(character);
  const auto code = static_cast<std::uint8_t>(character);
  json += '\\';
  if (index != escaped.npos) {
    json += escape_letters[index];
  } else {
    json += "u00";
    json += "0123456789abcdef"[code >> 4];
    json += "0123456789abcdef"[code & 15];
  }
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

std::optional<std::uint64_t> JsonValue::as_uint64() const {
  constexpr double max_exact = 9007199254740992;  // 2^53
  if (!is_number() || number < 0 || number > max_exact || number != std::floor(number)) return std::nullopt;
  return static_cast<std::uint64_t>(number);
}

std::optional<JsonValue> parse_json(std::string_view text) {
  JsonValue json;
  if (!JsonParser(text).take_document(json)) return std::nullopt;
  return json;
}

std::string json_string(std::string_view text) {
  std::string json = "\"";
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const auto code = static_cast<std::uint8_t>(text.front());
    if (length == 1 && (code < ' ' || code == '"' || code == '\\'))
      append_escape(json, text.front());
    else if (length == 0)
      json += '?';
    else
      json += text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return json + '"';
}

}  // namespace inkling
