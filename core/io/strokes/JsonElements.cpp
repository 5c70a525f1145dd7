// SPDX-License-Identifier: MIT
#include "core/io/strokes/JsonElements.h"

#include "core/base/Text.h"

namespace inkling::io {

Status JsonElements::push(std::string_view text, const OnElement& on_element,
                          const OnArrayEnd& on_array_end) {
  for (const char character : text) {
    if (Status status = take(character, on_element, on_array_end); !status) return status;
    if (element_.size() > max_length_) {
      return Error{"A drawing is longer than " + group_thousands(max_length_) +
                   " characters, so this is not a strokes file."};
    }
  }
  return success();
}

Status JsonElements::finish() const {
  if (!in_array_ && element_.empty()) return success();
  return Error{"This JSON file is cut short. Download or copy it again."}.with_code("cutShort");
}

Status JsonElements::take(char character, const OnElement& on_element, const OnArrayEnd& on_array_end) {
  const bool blank = character == ' ' || character == '\n' || character == '\r' || character == '\t';
  if (in_string_) {
    take_quoted(character);
    return success();
  }
  const bool between = depth_ == 0 && element_.empty();
  if (between && (blank || (!in_array_ && character == ','))) return success();
  if (between && !in_array_ && character == '[') {
    in_array_ = true;
    return success();
  }
  if (depth_ == 0 && in_array_ && (character == ',' || character == ']')) {
    Status status = end_element(on_element);
    if (!status || character == ',') return status;
    in_array_ = false;
    return on_array_end();
  }
  element_ += character;
  in_string_ = character == '"';
  if (character == '{' || character == '[') ++depth_;
  if ((character == '}' || character == ']') && depth_ > 0) --depth_;
  const bool complete = !in_array_ && depth_ == 0 && (character == '}' || character == ']');
  return complete ? end_element(on_element) : success();
}

void JsonElements::take_quoted(char character) {
  element_ += character;
  in_string_ = escaped_ || character != '"';
  escaped_ = !escaped_ && character == '\\';
}

Status JsonElements::end_element(const OnElement& on_element) {
  if (element_.empty()) return success();
  Status status = on_element(element_);
  element_.clear();
  return status;
}

}  // namespace inkling::io
