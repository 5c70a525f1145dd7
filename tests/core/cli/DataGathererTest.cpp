// SPDX-License-Identifier: MIT
#include "core/cli/files/DataGatherer.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/files/DataFile.h"
#include "core/cli/files/ZipArchive.h"
#include "tests/core/cli/EncodedImage.h"
#include "tests/core/cli/TemporaryFolder.h"
#include "tests/core/cli/ZipBytes.h"
#include "tests/core/io/CsvTable.h"
#include "tests/core/io/Idx.h"

using namespace inkling;
using namespace inkling::cli;
using namespace inkling::testing;

namespace {

using Files = std::vector<std::pair<std::string, std::string>>;
using Labels = std::vector<std::uint8_t>;

data::Dataset images(std::size_t count = 20, std::uint64_t seed = 1) {
  Random random(seed);
  return random_images(count, random);
}

std::string dot(int x) {
  picture::GreyImage picture = picture::GreyImage::black(28, 28);
  picture.at(x, 14) = 255;
  return png(picture);
}

io::Import read_zip(const Files& files, bool deflate = true) {
  const TemporaryFolder folder;
  const Result<io::Import> import = load_data(folder.write("a.zip", zip(files, deflate)));
  REQUIRE_MESSAGE(import.ok(), import.error().message);
  return import.value();
}

/// The same files in a folder.
io::Import read_folder(const Files& files) {
  const TemporaryFolder folder;
  for (const auto& [name, bytes] : files) {
    std::filesystem::create_directories((folder.path() / name).parent_path());
    folder.write(name, bytes);
  }
  const Result<io::Import> import = load_data(folder.path());
  REQUIRE_MESSAGE(import.ok(), import.error().message);
  return import.value();
}

std::string error_of(const std::string& archive) {
  const TemporaryFolder folder;
  const auto path = folder.write("a.zip", archive);
  const Result<io::Import> import = load_data(path);
  REQUIRE_FALSE(import.ok());
  REQUIRE(import.error().message.starts_with(path.string() + ": "));
  return import.error().message.substr(path.string().size() + 2);
}

}  // namespace

TEST_CASE("pictures in a folder or an archive are labelled by folder") {
  const Files files = {
      {"data/7/a.png", dot(3)}, {"data/seven/b.png", dot(4)}, {"data/digit_2/c.png", dot(5)}};
  for (const io::Import& import : {read_zip(files), read_zip(files, false), read_folder(files)}) {
    CHECK(import.dataset.size() == 3);
    CHECK(data::label_histogram(import.dataset.labels, digit_count)[7] == 2);
    CHECK(data::label_histogram(import.dataset.labels, digit_count)[2] == 1);
    CHECK(io::describe(import.summary.details) == "labelled by folder, 28x28");
  }
}

TEST_CASE("pictures are labelled by their names or a table beside them") {
  const Files named = {{"7_001.png", dot(3)}, {"7_002.png", dot(4)}, {"2_003.png", dot(5)}};
  CHECK(read_zip(named).dataset.labels == Labels{7, 7, 2});
  CHECK(io::describe(read_zip(named).summary.details) == "labelled by file name, 28x28");
  Files tabled = {{"images/x.png", dot(3)}, {"images/y.png", dot(4)}, {"z.png", dot(6)}};
  tabled.emplace_back("labels.csv", "file,label\nx.png,3\ny.png,8\n");
  const io::Import import = read_zip(tabled);
  CHECK(import.dataset.labels == Labels{3, 8});
  CHECK(import.dataset.image(1)[14 * 28 + 4] == 255);
  REQUIRE(import.summary.report.skipped_files.size() == 1);
  CHECK(import.summary.report.skipped_files.front().name == "z.png");
}

TEST_CASE("pictures without labels are named by their paths") {
  const io::Import import = read_zip({{"x.png", dot(3)}, {"sub/y.png", dot(4)}});
  CHECK_FALSE(import.dataset.labelled());
  CHECK(import.ids == std::vector<std::string>{"x.png", "sub/y.png"});
}

TEST_CASE("each MNIST file counts once, packed or not, and clutter not at all") {
  const data::Dataset train = images(30, 2), test = images(10, 3);
  const Files files = {{"MNIST/raw/train-images-idx3-ubyte", idx_images(train)},
                       {"MNIST/raw/train-images-idx3-ubyte.gz", gzip(idx_images(train))},
                       {"MNIST/raw/train-labels-idx1-ubyte", idx_labels(train)},
                       {"MNIST/raw/train-labels-idx1-ubyte.gz", gzip(idx_labels(train))},
                       {"MNIST/raw/t10k-images-idx3-ubyte.gz", gzip(idx_images(test))},
                       {"MNIST/raw/t10k-labels-idx1-ubyte.gz", gzip(idx_labels(test))},
                       {"__MACOSX/MNIST/raw/._train-images-idx3-ubyte", "clutter"}};
  for (const io::Import& import : {read_zip(files), read_folder(files)}) {
    CHECK(import.dataset.size() == 40);
    CHECK(import.dataset.labels.size() == 40);
    CHECK(import.summary.report.skipped_files.size() == 2);
  }
}

TEST_CASE("an archive inside another is read, and a file that is no data is skipped with the reason") {
  const io::Import import =
      read_zip({{"train.csv.zip", zip({{"train.csv", to_csv(images(), {})}})}, {"readme.pdf", "%PDF-1.7"}});
  CHECK(import.dataset.pixels == images().pixels);
  REQUIRE(import.summary.report.skipped_files.size() == 1);
  CHECK(
      io::describe_skipped_files(import.summary.report) ==
      "1 file not used: readme.pdf: This is a PDF document. Inkling reads CSV, IDX, NumPy, strokes .jsonl.");
}

TEST_CASE("a damaged archive, or one of nothing, is an error") {
  const std::string archive = zip({{"train.csv", to_csv(images(), {})}});
  CHECK(error_of(archive.substr(0, archive.size() - 30)) ==
        "the ZIP archive is damaged or cut short. Download or copy it again.");
  std::string wrong = archive;
  wrong[archive.size() / 2] = static_cast<char>(wrong[archive.size() / 2] ^ 1);
  CHECK(error_of(wrong).starts_with("train.csv: "));
  CHECK(error_of(zip({{"readme.txt", ""}})).starts_with("readme.txt: This file is empty."));
}

TEST_CASE("no cut of an archive is read beyond its end") {
  const std::string archive = zip({{"7/a.png", dot(3)}, {"b", "text"}});
  for (std::size_t size = 0; size < archive.size(); ++size) {
    const std::vector<char> cut(archive.begin(), archive.begin() + static_cast<std::ptrdiff_t>(size));
    CHECK_FALSE(list_zip(cut).ok());
  }
}
