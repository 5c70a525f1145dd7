// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "core/base/JsonParser.h"
#include "core/base/Result.h"
#include "core/ink/Ink.h"

namespace inkling::io {

/// One handwritten digit of a strokes file.
struct StrokeSample {
  int label = -1;      // 0 to 9; -1 if the file has no labels
  std::string writer;  // empty if unknown
  ink::Ink ink;        // in the file's units
};

/// Reads a digit: {"label": 8, "writer": "tra12", "strokes": [[[x, y], ...], ...]}
/// y grows downward, in any unit. "writer" is optional, a text or a number, and so is "label", a number or a
/// text that parse_label() knows. Other keys are ignored, as are numbers after x and y. A point may also be
/// {"x": .., "y": ..}, and a stroke {"points": [..]} or {"x": [..], "y": [..]}. Quick, Draw! has "drawing"
/// and "word", with a stroke as its x and its y: [[x, ..], [y, ..]]. An array is a digit's strokes.
Result<StrokeSample> parse_strokes(const JsonValue& json);

/// A stroke that is a value of its own, as in signature_pad's toData(); none if the value is a digit or
/// anything else.
std::optional<Result<ink::Stroke>> parse_loose_stroke(const JsonValue& json);

}  // namespace inkling::io
