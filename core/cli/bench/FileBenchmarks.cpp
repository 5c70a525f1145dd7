// SPDX-License-Identifier: MIT
#include "core/cli/bench/FileBenchmarks.h"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <limits>
#include <string>
#include <system_error>

#include "core/cli/files/DataFile.h"
#include "core/io/csv/CsvWriter.h"
#include "core/synthetic/SyntheticDigits.h"

namespace inkling::cli {

namespace {

constexpr std::size_t sample_images = 42'000;
constexpr std::size_t images_at_once = 1'000;  // keeps memory use low

/// Peak memory of this process in bytes, NaN if the system doesn't report it.
double peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    if (word != "VmHWM:") continue;
    double kibibytes = 0;
    status >> kibibytes;
    return 1024 * kibibytes;
  }
  return std::numeric_limits<double>::quiet_NaN();
}

std::size_t bytes_of(const data::Dataset& dataset) {
  return dataset.pixels.size() + dataset.labels.size();
}

Spread measure_memory(const std::filesystem::path& csv) {
  const auto data = load_data(csv);
  const double megabytes = (peak_memory() - static_cast<double>(bytes_of(data.value().dataset))) / 1e6;
  return {megabytes, megabytes, megabytes};
}

Spread measure_time(const std::filesystem::path& csv, const BenchOptions& options) {
  const Spread rate = measure_rate(options, [&] { return load_data(csv).ok() ? 1.0 : 0.0; });
  return time_at_rate(rate, 1e3);
}

}  // namespace

Benchmarks file_benchmarks(const std::filesystem::path& csv, const BenchOptions& options) {
  return {{.name = "csv/memory", .unit = "MB", .measure = [=] { return measure_memory(csv); }},
          {.name = "csv/time", .unit = "ms", .measure = [=] { return measure_time(csv, options); }}};
}

Status write_sample_csv(const std::filesystem::path& path) {
  std::ofstream file(path, std::ios::binary);
  file << io::csv_header();
  for (std::size_t written = 0; written < sample_images; written += images_at_once) {
    const data::Dataset digits = synthetic::synthetic_digits(images_at_once, written);
    file << io::csv_rows(digits, digits.labels, 0, digits.size());
  }
  if (file.flush()) return success();
  return Error{path.string() + ": " + std::generic_category().message(errno), Error::Kind::input_output};
}

}  // namespace inkling::cli
