// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/data/Dataset.h"
#include "core/io/Import.h"
#include "core/io/LabelTable.h"
#include "core/io/LineSplitter.h"
#include "core/io/strokes/JsonElements.h"
#include "core/io/strokes/StrokeSample.h"

namespace inkling::io {

/// The samples of a file, and what their labels mean.
struct StrokeSamples {
  std::vector<StrokeSample> samples;
  ResolvedLabels labels;  // [samples], or none if they have no labels
};

/// Reads handwritten digits or other symbols from JSON, in chunks of any size: one object per line, objects
/// over several lines, or an array of them. See parse_strokes() for the objects. An array of strokes, as
/// signature_pad's toData() returns, is one digit. A digit without strokes is blank. What is no digit is
/// skipped and reported, as are digits without a label where the first has one, and the reverse.
class StrokesReader {
 public:
  explicit StrokesReader(BadRows bad_rows = BadRows::skip, LabelRule label_rule = LabelRule::find_out)
      : bad_rows_(bad_rows), label_rule_(label_rule) {}

  /// Errors name the line or the number of the object, and the reason. No calls are allowed after an error.
  Status push(std::span<const char> chunk);

  /// Call once, after the last chunk. Fails if more than one digit in ten was skipped.
  Result<StrokeSamples> finish();

  /// What was skipped; complete after finish().
  const ImportReport& report() const { return report_; }

  std::size_t samples_read() const { return samples_.size(); }

 private:
  enum class Layout { unknown, lines, objects, array };  // objects: over several lines

  Status push_start(std::string_view text);
  Status push_lines(std::string_view text);
  Status push_elements(std::string_view text);
  Status take_line(std::string_view line);
  Status take_second_line(std::string_view line);
  Status take_row(std::string_view text, std::size_t row);
  Status take_element(std::string_view text);
  Status take_array_end();
  Status take(Result<StrokeSample> sample, std::size_t row);
  Status reject(std::string reason, std::size_t row);
  Result<ResolvedLabels> resolve_labels();

  static constexpr std::size_t longest_row = std::size_t{4} << 20;

  BadRows bad_rows_;
  LabelRule label_rule_;
  Layout layout_ = Layout::unknown;
  std::string start_;  // while the layout is unknown
  LineSplitter lines_{longest_row};
  std::string first_line_;  // if it is not complete in itself
  std::size_t first_line_number_ = 0;
  JsonElements elements_{longest_row};
  std::size_t element_ = 0;  // their number
  ink::Ink loose_strokes_;   // of an array that has no objects around its strokes
  std::vector<StrokeSample> samples_;
  std::vector<std::size_t> rows_;  // [samples] their rows
  ImportReport report_;
};

/// Renders each ink as 28x28 pixels, blank where nothing was drawn, with its label if the samples have
/// labels.
data::Dataset render_samples(const StrokeSamples& samples);

}  // namespace inkling::io
