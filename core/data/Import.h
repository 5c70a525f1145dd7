#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/data/Dataset.h"

namespace inkling {

/// More images than this (784 MB of pixels) are refused: they would not fit into a browser's 32-bit memory.
inline constexpr std::size_t maximum_images = 1'000'000;

/// A cell that was missing or not a number, and was read as 0.
struct Repair {
  std::size_t row = 0, column = 0;  // in the file, from 1
  std::string name;                 // the column's, where the file has a header
  std::string found;                // what stands there, as far as it is not very long
};

/// So many repairs are listed; all are counted.
inline constexpr std::size_t repairs_listed = 1000;

/// What a file was found to be, in numbers and in words for the person who gave it.
struct ImportSummary {
  std::string format;  // "CSV", "IDX", "strokes" or "pictures", or several of them
  std::size_t files = 1;
  std::size_t rows = 0;                     // images
  std::size_t columns = 0;                  // values in each row of a CSV; 784 of IDX; 0 of strokes
  std::optional<std::size_t> label_column;  // of a CSV, counted from 1
  std::string details;                      // "comma-separated, with a header, label first"
  std::size_t cells_repaired = 0;           // missing or not a number, read as 0
  std::string repairs;                      // a sentence about them with the first places; empty if none
  std::vector<Repair> repair_list = {};     // the first of them
};

/// A file read whole.
struct Import {
  Dataset dataset;
  ImportSummary summary;
  std::vector<std::string>
      writers;  // [images] of a strokes file, each empty if unknown; none of other formats
};

}  // namespace inkling
