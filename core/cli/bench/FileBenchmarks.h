// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "core/base/Result.h"
#include "core/cli/bench/Benchmark.h"

namespace inkling::cli {

/// Reading a CSV file: milliseconds, and peak memory of the process beyond the dataset itself in megabytes.
/// Memory is measured on Linux only, and is right only if the process hasn't used more before.
Benchmarks file_benchmarks(const std::filesystem::path& csv, const BenchOptions& options);

/// Writes a file like Kaggle's train.csv, with 42,000 synthetic digits.
Status write_sample_csv(const std::filesystem::path& path);

}  // namespace inkling::cli
