// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "core/base/JsonParser.h"
#include "core/base/Result.h"
#include "core/ink/Ink.h"

namespace inkling::io {

/// One handwritten digit, or another symbol, of a strokes file.
struct StrokeSample {
  std::optional<std::string> label;  // its text
  std::string writer;                // empty if unknown
  ink::Ink ink;                      // in the file's units
};

/// Reads a digit: {"label": 8, "writer": "tra12", "strokes": [[[x, y], ...], ...]}
/// y grows downward, in any unit. "writer" is optional, a text or a number, and so is "label", which may also
/// be called "sign", "digit", "word" or "class". Other keys are ignored, as are numbers after x and y. A
/// point may also be
/// {"x": .., "y": ..}, and a stroke {"points": [..]} or {"x": [..], "y": [..]}. Quick, Draw! has "drawing",
/// with a stroke as its x and its y: [[x, ..], [y, ..]]. An array is a digit's strokes.
Result<StrokeSample> parse_strokes(const JsonValue& json);

/// A stroke that is a value of its own, as in signature_pad's toData(); none if the value is a digit or
/// anything else.
std::optional<Result<ink::Stroke>> parse_loose_stroke(const JsonValue& json);

}  // namespace inkling::io
