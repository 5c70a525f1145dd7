// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/data/Dataset.h"
#include "core/io/FormatDetail.h"
#include "core/io/ImportReport.h"
#include "core/io/pictures/PictureTable.h"

namespace inkling::io {

/// More images than this (784 MB of pixels) are rejected: they would not fit in a browser's 32-bit memory.
inline constexpr std::size_t maximum_images = 1'000'000;

/// What to do with a row that cannot be used: skip it, or reject the whole file because every row counts.
enum class BadRows { skip, fail };

/// What was found in a file, for display.
struct ImportSummary {
  std::string format;  // "CSV", "IDX", "strokes" or "pictures"; after append() "CSV and IDX"
  std::size_t files = 1;
  std::size_t rows = 0;                     // images
  std::size_t columns = 0;                  // values per row of a CSV, 784 for IDX, 0 for strokes
  std::optional<std::size_t> label_column;  // of a CSV, counted from 1
  FormatDetails details;                    // how the files are laid out
  ImportReport report = {};
};

/// The contents of a data file.
struct Import {
  data::Dataset dataset;
  ImportSummary summary;
  std::vector<std::string> writers;  // [images] of strokes, "" where unknown; empty for other formats
  std::vector<std::string> ids;      // [images] of a CSV that names them; otherwise empty
  std::vector<PictureLabel>
      picture_labels;  // of a table of pictures in other files; there are no images then
};

/// Whether two imports can form one dataset: both are labelled or neither is, and the total is not above
/// maximum_images, nor that of their classes above max_classes. The error does not name the files.
Status check_append(const Import& import, const Import& more);

/// Appends `more`. check_append() must have succeeded.
void append(Import& import, Import more);

/// Keeps only the images at `indices`, in that order.
void keep_images(Import& import, std::span<const std::uint32_t> indices);

/// Keeps only the samples of these writers, in their order. Fails if `import` names no writers, or if one of
/// `writers` is not among them.
Result<Import> keep_writers(Import import, std::span<const std::string> writers);

}  // namespace inkling::io
