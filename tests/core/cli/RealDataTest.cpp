// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/cli/files/DataFile.h"

using namespace inkling;
using namespace inkling::cli;

namespace {

/// A file in the folder INKLING_DATA. Without the variable, says that the test is skipped.
std::optional<std::filesystem::path> real_file(const char* name) {
  const char* folder = std::getenv("INKLING_DATA");
  if (!folder) MESSAGE("skipped: set INKLING_DATA to a folder that contains " << std::string(name));
  return folder ? std::optional(std::filesystem::path(folder) / name) : std::nullopt;
}

void check_summary(const char* name, std::size_t rows, std::size_t columns, const std::string& details) {
  const auto path = real_file(name);
  if (!path) return;
  const Result<io::Import> import = load_data(*path);
  REQUIRE_MESSAGE(import.ok(), import.error().message);
  const io::ImportSummary& summary = import.value().summary;
  CHECK(summary.rows == rows);
  CHECK(summary.columns == columns);
  CHECK(io::describe(summary.details) == details);
  CHECK(summary.report.cells_fixed == 0);
  CHECK(summary.report.rows_rejected == 0);
}

void check_samples(const char* name, std::size_t rows, std::size_t columns, const std::string& details) {
  check_summary((std::string("csv-samples/") + name).c_str(), rows, columns, details);
}

}  // namespace

TEST_CASE("the real CSV samples are read with the right dialect") {
  const std::string label_first = "comma-separated, with a header, label first";
  check_samples("05_header_label_1x1_28x28_CRLF.csv", 100, 785, label_first);
  check_samples("06_header_label_1x1_28x28_LF_noFinalEOL.csv", 99, 785, label_first);
  check_samples("09_header_pixel1_pixel784_labelLAST_LF.csv", 100, 785,
                "comma-separated, with a header, label last");
  check_samples("12_header_0_783_nolabel_CRLF.csv", 100, 784, "comma-separated, with a header, no label");
  check_samples("13_numpy_savetxt_1e18_noheader_CRLF.csv", 100, 785,
                "comma-separated, without a header, label first");
}

TEST_CASE("the real 8x8 sample is refused with its size") {
  const auto path = real_file("csv-samples/15_8x8_quotedheader_wordlabels.csv");
  if (!path) return;
  const Result<io::Import> import = load_data(*path);
  REQUIRE_FALSE(import.ok());
  CHECK(import.error().message ==
        path->string() + ": The rows have 65 columns: 8x8 images with labels. Inkling needs 28x28.");
}

TEST_CASE("Kaggle's files are read") {
  check_summary("kaggle/train.csv.gz", 42000, 785, "comma-separated, with a header, label first");
  check_summary("kaggle/test.csv.gz", 28000, 784, "comma-separated, with a header, no label");
}

TEST_CASE("MNIST's files are read with their labels") {
  check_summary("mnist/t10k-images-idx3-ubyte.gz", 10000, 784,
                "images with labels from t10k-labels-idx1-ubyte.gz");
  const auto path = real_file("mnist/t10k-images-idx3-ubyte.gz");
  if (!path) return;
  const Result<io::Import> import = load_data(*path);
  REQUIRE(import.ok());
  CHECK(data::label_histogram(import.value().dataset.labels, digit_count) ==
        std::vector<std::size_t>{980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009});
}

TEST_CASE("the pen strokes are read and rendered") {
  check_summary("strokes/pendigits_tra.jsonl", 7494, 0, "rendered from strokes, labelled");
}
