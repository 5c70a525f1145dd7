#include "core/cli/bench/FileBenchmarks.h"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <limits>
#include <string>
#include <system_error>

#include "core/cli/files/DataFile.h"
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

std::string header_line() {
  std::string line = "label";
  for (int pixel = 0; pixel < image_pixels; ++pixel) line += ",pixel" + std::to_string(pixel);
  return line + "\n";
}

std::string image_lines(const data::Dataset& dataset) {
  std::string lines;
  for (std::size_t image = 0; image < dataset.size(); ++image) {
    lines += std::to_string(dataset.labels[image]);
    for (const std::uint8_t pixel : dataset.image(image)) lines += "," + std::to_string(pixel);
    lines += "\n";
  }
  return lines;
}

}  // namespace

Benchmarks file_benchmarks(const std::filesystem::path& csv, const BenchOptions& options) {
  return {{.name = "csv/memory", .unit = "MB", .measure = [=] { return measure_memory(csv); }},
          {.name = "csv/time", .unit = "ms", .measure = [=] { return measure_time(csv, options); }}};
}

Status write_sample_csv(const std::filesystem::path& path) {
  std::ofstream file(path, std::ios::binary);
  file << header_line();
  for (std::size_t written = 0; written < sample_images; written += images_at_once) {
    file << image_lines(synthetic::synthetic_digits(images_at_once, written));
  }
  if (file.flush()) return success();
  return Error{path.string() + ": " + std::generic_category().message(errno), Error::Kind::input_output};
}

}  // namespace inkling::cli
