#include "core/base/Json.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/Number.h"
#include "core/base/Utf8.h"

namespace inkling {

namespace {

constexpr int deepest = 32;
constexpr std::string_view escapes = "\"\\/bfnrt", escaped = "\"\\/\b\f\n\r\t";

/// Takes one piece of the grammar after the other from the front of a text; each says whether it was there.
class JsonParser {
 public:
  explicit JsonParser(std::string_view text) : rest_(text) {}

  bool take_document(Json& json) {
    take_blanks();
    return take_value(json, 0) && rest_.empty();
  }

 private:
  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  void take_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }

  /// With the blanks after it.
  bool take_sign(char sign) {
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(1);
    take_blanks();
    return true;
  }

  bool take_value(Json& json, int depth) {
    const bool taken = take_bare_value(json, depth);
    take_blanks();
    return taken;
  }

  bool take_bare_value(Json& json, int depth) {
    if (rest_.empty() || depth > deepest) return false;
    switch (rest_.front()) {
      case '{':
        json.kind = Json::Kind::object;
        return take_members(json, depth);
      case '[':
        json.kind = Json::Kind::list;
        return take_items(json, depth);
      case '"':
        json.kind = Json::Kind::text;
        return take_text(json.text);
      default:
        return take_word(json) || take_number(json);
    }
  }

  bool take_word(Json& json) {
    if (take("null")) return true;
    const bool is_true = take("true");
    if (!is_true && !take("false")) return false;
    json.kind = Json::Kind::boolean;
    json.number = is_true ? 1 : 0;
    return true;
  }

  bool take_items(Json& json, int depth) {
    take_sign('[');
    if (take_sign(']')) return true;
    do {
      if (!take_value(json.items.emplace_back(), depth + 1)) return false;
    } while (take_sign(','));
    return take_sign(']');
  }

  bool take_members(Json& json, int depth) {
    take_sign('{');
    if (take_sign('}')) return true;
    do {
      if (!take_key(json) || !take_value(json.items.emplace_back(), depth + 1)) return false;
    } while (take_sign(','));
    return take_sign('}') && each_once(json.keys);
  }

  bool take_key(Json& json) {
    if (!take_text(json.keys.emplace_back())) return false;
    take_blanks();
    return take_sign(':');
  }

  static bool each_once(const std::vector<std::string>& keys) {
    return std::set<std::string_view>(keys.begin(), keys.end()).size() == keys.size();
  }

  std::size_t take_digits() {
    const std::size_t count = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    rest_.remove_prefix(count);
    return count;
  }

  bool take_number(Json& json) {
    const std::string_view text = rest_;
    take("-");
    const bool begins_with_0 = rest_.starts_with('0');
    const std::size_t digits = take_digits();
    if (digits == 0 || (begins_with_0 && digits > 1)) return false;
    if (take(".") && take_digits() == 0) return false;
    if (take("e") || take("E")) {
      if (!take("-")) take("+");
      if (take_digits() == 0) return false;
    }
    json.kind = Json::Kind::number;
    json.number = parse_number(text.substr(0, text.size() - rest_.size())).value_or(NAN);
    return std::isfinite(json.number);
  }

  bool take_text(std::string& text) {
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
    if (rest_.starts_with("\\u")) return take_numbered(text);
    const std::size_t which = rest_.size() < 2 ? escapes.npos : escapes.find(rest_[1]);
    if (which == escapes.npos) return false;
    text += escaped[which];
    rest_.remove_prefix(2);
    return true;
  }

  /// A character by its number, or by those of a surrogate pair.
  bool take_numbered(std::string& text) {
    std::uint32_t character = 0;
    if (!take_unit(character)) return false;
    if (character >= 0xdc00 && character < 0xe000) return false;
    if (character >= 0xd800 && character < 0xdc00) {
      std::uint32_t low = 0;
      if (!take_unit(low) || low < 0xdc00 || low >= 0xe000) return false;
      character = 0x10000 + ((character - 0xd800) << 10 | (low - 0xdc00));
    }
    append_utf8(text, character);
    return true;
  }

  bool take_unit(std::uint32_t& unit) {
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

void append_escape(std::string& written, char character) {
  const std::size_t which = escaped.find(character);
  const auto code = static_cast<std::uint8_t>(character);
  written += '\\';
  if (which != escaped.npos) {
    written += escapes[which];
  } else {
    written += "u00";
    written += "0123456789abcdef"[code >> 4];
    written += "0123456789abcdef"[code & 15];
  }
}

}  // namespace

const Json* Json::find(std::string_view key) const {
  const auto found = std::find(keys.begin(), keys.end(), key);
  return found == keys.end() ? nullptr : &items[static_cast<std::size_t>(found - keys.begin())];
}

std::optional<std::uint64_t> Json::whole_number() const {
  constexpr double largest = 9007199254740992;
  if (!is_number() || number < 0 || number > largest || number != std::floor(number)) return std::nullopt;
  return static_cast<std::uint64_t>(number);
}

std::optional<Json> parse_json(std::string_view text) {
  Json json;
  if (!JsonParser(text).take_document(json)) return std::nullopt;
  return json;
}

std::string json_text(std::string_view text) {
  std::string written = "\"";
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const auto code = static_cast<std::uint8_t>(text.front());
    if (length == 1 && (code < ' ' || code == '"' || code == '\\'))
      append_escape(written, text.front());
    else if (length == 0)
      written += '?';
    else
      written += text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return written + '"';
}

}  // namespace inkling
