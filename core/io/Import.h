#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/data/Dataset.h"
#include "core/io/ImportReport.h"

namespace inkling::io {

/// More images than this (784 MB of pixels) are refused: they would not fit into a browser's 32-bit memory.
inline constexpr std::size_t maximum_images = 1'000'000;

/// What to do with a row that cannot be used: leave it out, or refuse the file where every row counts.
enum class BadRows { omitted, refused };

/// What a file was found to be, in numbers and in words for the person who gave it.
struct ImportSummary {
  std::string format;  // "CSV", "IDX", "strokes" or "pictures", or several of them
  std::size_t files = 1;
  std::size_t rows = 0;                     // images
  std::size_t columns = 0;                  // values in each row of a CSV; 784 of IDX; 0 of strokes
  std::optional<std::size_t> label_column;  // of a CSV, counted from 1
  std::string details;                      // "comma-separated, with a header, label first"
  ImportReport damage = {};
};

/// A file read whole.
struct Import {
  data::Dataset dataset;
  ImportSummary summary;
  std::vector<std::string>
      writers;  // [images] of a strokes file, each empty if unknown; none of other formats
};

}  // namespace inkling::io
