// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/ErrorCode.h"

namespace inkling {

/// Why an operation failed. The message is for the user: what is wrong, where, and what to do.
struct Error {
  enum class Kind { usage, bad_data, input_output };

  /// A number or a text in the message.
  struct Value {
    Value(std::string_view called, std::string text) : name(called), content(std::move(text)) {}
    template <class Number>
      requires std::is_arithmetic_v<Number>
    Value(std::string_view called, Number number) : name(called), content(static_cast<double>(number)) {}

    std::string_view name;
    std::variant<double, std::string> content;
  };

  std::string message;
  Kind kind = Kind::bad_data;
  /// What is wrong and the values in the message, for front ends that say it in another language. The value
  /// "file" is the name before it. Empty for what their users don't meet.
  ErrorCode code = {};
  std::vector<Value> values = {};

  Error with_code(ErrorCode known, std::vector<Value> given = {}) && {
    code = known;
    values = std::move(given);
    return std::move(*this);
  }
};

/// A value or an error. Bad input is returned this way; the core never throws.
template <class Value>
class [[nodiscard]] Result {
 public:
  Result(Value value) : content_(std::move(value)) {}
  Result(Error error) : content_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<Value>(content_); }
  explicit operator bool() const { return ok(); }

  const Value& value() const& {
    assert(ok());
    return *std::get_if<Value>(&content_);
  }
  Value& value() & {
    assert(ok());
    return *std::get_if<Value>(&content_);
  }
  Value&& value() && {
    assert(ok());
    return std::move(*std::get_if<Value>(&content_));
  }
  const Error& error() const {
    assert(!ok());
    return *std::get_if<Error>(&content_);
  }

 private:
  std::variant<Value, Error> content_;
};

/// The result of an operation without a value: `return success();` or an Error.
using Status = Result<std::monostate>;

inline Status success() {
  return std::monostate{};
}

}  // namespace inkling
