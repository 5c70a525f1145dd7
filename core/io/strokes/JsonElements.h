// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace inkling::io {

/// Splits JSON that comes in chunks into the elements of its outermost arrays, and the objects outside of
/// them, so that an array of any size is never in memory as a whole. Looks at brackets and quotes only: an
/// element may be invalid.
class JsonElements {
 public:
  using OnElement = std::function<Status(std::string_view text)>;
  using OnArrayEnd = std::function<Status()>;

  /// Elements of more than `max_length` characters are an error.
  explicit JsonElements(std::size_t max_length) : max_length_(max_length) {}

  /// Passes each element that ends in `text` to `on_element`, and calls `on_array_end` after those of an
  /// array. Stops at the first error.
  Status push(std::string_view text, const OnElement& on_element, const OnArrayEnd& on_array_end);

  /// Fails if the last array or element is not complete.
  Status finish() const;

 private:
  Status take(char character, const OnElement& on_element, const OnArrayEnd& on_array_end);
  Status end_element(const OnElement& on_element);
  void take_quoted(char character);

  std::size_t max_length_;
  std::string element_;
  std::size_t depth_ = 0;  // brackets that are open, without that of an outermost array
  bool in_array_ = false, in_string_ = false, escaped_ = false;
};

}  // namespace inkling::io
