#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace inkling {

/// Why something asked for could not be done: a sentence for a person that says what, where and what to do.
struct Error {
  enum class Kind { usage, bad_data, input_output };

  std::string message;
  Kind kind = Kind::bad_data;
};

/// A value, or the reason there is none. Bad input travels this way; exceptions are never thrown.
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

/// The result of something that either works or has an error to tell: `return success();`
using Status = Result<std::monostate>;

inline Status success() {
  return std::monostate{};
}

}  // namespace inkling
