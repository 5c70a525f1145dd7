// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/data/Dataset.h"
#include "core/ink/Ink.h"
#include "core/io/LineSplitter.h"

namespace inkling::io {

/// One handwritten digit: a line of a strokes file.
struct StrokeSample {
  int label = -1;      // 0 to 9; -1 if the file has no labels
  std::string writer;  // empty if unknown
  ink::Ink ink;        // in the file's units
};

/// Reads handwritten digits from JSON, one object per line, in chunks of any size:
/// {"label": 8, "writer": "tra12", "strokes": [[[x, y], ...], ...]}
/// y grows downward, in any unit. "writer" is optional, and so is "label" if no line has one. Other keys are
/// ignored, as are numbers after x and y. A digit without strokes is blank.
class StrokesReader {
 public:
  /// Errors name the line and the reason. No calls are allowed after an error.
  Status push(std::span<const char> chunk);

  /// Call once, after the last chunk.
  Result<std::vector<StrokeSample>> finish();

  std::size_t samples_read() const { return samples_.size(); }

 private:
  Status take_line(std::string_view line);
  Error at_line(std::string_view reason) const;

  static constexpr std::size_t longest_line = std::size_t{4} << 20;

  LineSplitter lines_{longest_line};
  std::vector<StrokeSample> samples_;
};

/// Renders each ink as 28x28 pixels, blank where nothing was drawn, with its label if the samples have
/// labels.
data::Dataset rasterise(std::span<const StrokeSample> samples);

}  // namespace inkling::io
