#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/io/LineSplitter.h"
#include "core/io/StrokeSample.h"

namespace inkling::io {

/// Reads written digits from JSON, one object a line:
/// {"label": 8, "writer": "tra12", "strokes": [[[x, y], ...], ...]}
/// y grows downward, in any unit. "writer" may be left out, "label" too if all lines do; other keys, and
/// numbers of a point after x and y, are passed over. No strokes are a digit of which nothing was drawn.
/// Reads chunks of any size.
class StrokesReader {
 public:
  /// Refuses with the line and the reason. After a refusal nothing more may be asked.
  Status push(std::span<const char> chunk);

  /// To be called once, after the last chunk.
  Result<std::vector<StrokeSample>> finish();

  std::size_t samples_read() const { return samples_.size(); }

 private:
  Status take_line(std::string_view line);
  Error refusal(std::string_view reason) const;

  static constexpr std::size_t longest_line = std::size_t{4} << 20;

  LineSplitter lines_{longest_line};
  std::vector<StrokeSample> samples_;
};

}  // namespace inkling::io
