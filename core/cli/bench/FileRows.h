#pragma once

#include <filesystem>

#include "core/base/Result.h"
#include "core/cli/bench/Row.h"

namespace inkling::cli {

/// From a readable CSV file to its dataset: milliseconds, and megabytes that the process took over the
/// dataset's own at the most. Memory is told rightly only where nothing bigger was done before, and on Linux.
Rows file_rows(const std::filesystem::path& csv, const Effort& effort);

/// Writes a file like Kaggle's train.csv, of 42,000 drawn digits.
Status write_sample_csv(const std::filesystem::path& path);

}  // namespace inkling::cli
