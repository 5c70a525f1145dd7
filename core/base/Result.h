// SPDX-License-Identifier: MIT
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace inkling {

/// Why an operation failed. The message is for the user: what is wrong, where, and what to do.
struct Error {
  enum class Kind { usage, bad_data, input_output };

  std::string message;
  Kind kind = Kind::bad_data;
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
