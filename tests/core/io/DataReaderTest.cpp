// SPDX-License-Identifier: MIT
#include "core/io/DataReader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/io/FileFormat.h"
#include "tests/core/io/CsvTable.h"
#include "tests/core/io/Idx.h"

using namespace inkling;
using namespace inkling::io;
using namespace inkling::testing;
using namespace std::string_literals;

namespace {

Result<Import> read(std::string_view bytes, std::size_t chunk) {
  DataReader reader;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(chunk, bytes.size()))) {
    if (Status status = reader.push(bytes.substr(0, chunk)); !status) return status.error();
  }
  return reader.finish();
}

std::string error_of(const std::string& bytes) {
  const Result<Import> whole = read(bytes, bytes.size() + 1);
  const Result<Import> cut = read(bytes, 1);
  REQUIRE_FALSE(whole.ok());
  REQUIRE_FALSE(cut.ok());
  CHECK(whole.error().message == cut.error().message);
  return whole.error().message;
}

const std::string strokes = "{\"label\":1,\"writer\":\"a\",\"strokes\":[[[0,0],[0,9]]]}\n";

}  // namespace

TEST_CASE("the format of CSV, IDX and strokes is detected from any cut") {
  Random random(1);
  const data::Dataset images = random_images(3, random);
  for (const std::size_t chunk : {1, 10, 1000000}) {
    const Result<Import> csv = read(to_csv(images, {.byte_order_mark = true}), chunk);
    REQUIRE(csv.ok());
    CHECK(csv.value().summary.format == "CSV");
    CHECK(csv.value().dataset.pixels == images.pixels);

    const Result<Import> idx = read(idx_images(images), chunk);
    REQUIRE(idx.ok());
    CHECK(idx.value().summary.format == "IDX");
    CHECK(io::describe(idx.value().summary.details) == "images without labels");
    CHECK(idx.value().dataset.pixels == images.pixels);

    const Result<Import> rendered = read("\xef\xbb\xbf \n" + strokes, chunk);
    REQUIRE_MESSAGE(rendered.ok(), rendered.error().message);
    CHECK(rendered.value().summary.format == "strokes");
    CHECK(io::describe(rendered.value().summary.details) == "rendered from strokes, labelled");
    CHECK(rendered.value().dataset.labels == std::vector<std::uint8_t>{1});
    CHECK(rendered.value().writers.front() == "a");

    const Result<Import> array = read("[" + strokes + "]", chunk);
    REQUIRE_MESSAGE(array.ok(), array.error().message);
    CHECK(array.value().dataset.pixels == rendered.value().dataset.pixels);
    const Result<Import> named = read("[label]" + to_csv(images, {}).substr(5), chunk);
    REQUIRE_MESSAGE(named.ok(), named.error().message);
    CHECK(named.value().dataset.labels == images.labels);
  }
}

TEST_CASE("each known type of file that is not data has its own error") {
  const std::string zip = "PK\x03\x04"s + std::string(26, '\0');
  CHECK(error_of("\x1f\x8b\x08\0\0"s) == "This is a gzip file. Extract it first.");
  CHECK(error_of(zip + "train.csv") == "This is a ZIP archive. Extract it and use the file inside.");
  CHECK(error_of(zip + "[Content_Types].xml") ==
        "This is an Office document. If it is a spreadsheet, save it as CSV and use that.");
  CHECK(error_of(zip + "word/document.xml") ==
        "This is a Word document. Inkling reads " + std::string(io::format_list) + ".");
  CHECK(error_of(zip + "mimetypeapplication/vnd.oasis.opendocument.spreadsheet") ==
        "This is an OpenDocument spreadsheet. Save it as CSV and use that.");
  CHECK(error_of(zip + "mimetypeapplication/vnd.oasis.opendocument.text") ==
        "This is an OpenDocument file. Inkling reads " + std::string(io::format_list) + ".");
  CHECK(error_of(zip + "xl/workbook.xml") == "This is an Excel workbook. Save it as CSV and use that.");
  CHECK(error_of("\xd0\xcf\x11\xe0\xa1\xb1"s) ==
        "This is an Office document. If it is a spreadsheet, save it as CSV and use that.");
  CHECK(error_of("\x89PNG\r\n\x1a\n"s) ==
        "This is a PNG image. Use a folder or ZIP of images, sorted into folders named after their labels.");
  CHECK(error_of("\xff\xd8\xff\xe0"s) ==
        "This is a JPEG image. Use a folder or ZIP of images, sorted into folders named after their labels.");
  CHECK(error_of("\xff\xfe"
                 "5\0,\0"s) == "This is UTF-16 text. Save it as UTF-8 CSV and use that.");
  CHECK(error_of("version https://git-lfs.github.com/spec/v1\n") ==
        "This is a Git LFS pointer. Fetch the file itself with git lfs pull.");
  CHECK(error_of(zip + "archive/data.pkl") ==
        "This is a PyTorch file. Save the images as CSV or IDX and use that.");
  CHECK(error_of("\x80\x04\x95"s) == "This is a Python pickle. Save the images as CSV or IDX and use that.");
  CHECK(error_of("\x08\x08\x12\x07pytorch"s) == "This is an ONNX model. Choose the file with the images.");
  CHECK(error_of("\x89HDF\r\n\x1a\n"s) == "This is an HDF5 file. Save it as CSV and use that.");
  CHECK(error_of("PAR1\x15"s) == "This is a Parquet file. Save it as CSV and use that.");
  CHECK(error_of("%PDF-1.7") == "This is a PDF document. Inkling reads CSV, IDX, NumPy, strokes .jsonl.");
  CHECK(error_of(std::string(257, '\0').replace(0, 1, "a") + "ustar") ==
        "This is a tar archive. Extract it and use the file inside.");
  CHECK(error_of("RIFF\x10\0\0\0WEBPVP8 "s) ==
        "This is a WebP image. Use a folder or ZIP of images, sorted into folders named after their labels.");
  CHECK(error_of("1\0,\0002\0,\0003\0,\0004\0,\0"s) ==
        "This is UTF-16 text. Save it as UTF-8 CSV and use that.");
  CHECK(error_of("\3\x08\0\0\x01\0\0\0\x1c\0\0\0\x1c\0\0\0"s) ==
        "This IDX file is little-endian. Write its header and numbers big-endian, as MNIST's are.");
  CHECK(error_of("\n<!DOCTYPE html>") ==
        "This is a web page or XML, not data. Was the download a sign-in page?");
  CHECK(error_of("\x08\x01\0\0\0\0\0\0{\"__metadata__\""s) ==
        "This is a model (safetensors), not a data file.");
  CHECK(error_of("") == "This file is empty.");
  CHECK(error_of("\xef\xbb\xbf\n") == "This file is empty.");
  CHECK(error_of("\x01\x02\0garbage"s) == "row 1 has a NUL byte, so this is not a text file.");
}

TEST_CASE("an IDX file of labels asks for the file of the images") {
  CHECK(error_of(big_endian({0x801, 1}) + "\1") ==
        "This IDX file has labels, not images. Use the file of the images instead.");
}

TEST_CASE("every call after an error returns that error") {
  DataReader reader;
  const std::string gzip = "\x1f\x8b" + std::string(400, 'x');
  const Status first = reader.push(gzip);
  const Status second = reader.push(strokes);
  const Result<Import> last = reader.finish();
  REQUIRE_FALSE(first.ok());
  REQUIRE_FALSE(second.ok());
  REQUIRE_FALSE(last.ok());
  CHECK(second.error().message == first.error().message);
  CHECK(last.error().message == first.error().message);
}

TEST_CASE("an IDX file of labels is read where it is accepted, from any cut") {
  const std::string bytes = idx_labels(data::Dataset{{}, {3, 1, 4}, {}});
  for (const std::size_t chunk : {std::size_t{1}, bytes.size()}) {
    DataReader reader(LabelFiles::accept);
    for (std::size_t at = 0; at < bytes.size(); at += chunk)
      REQUIRE(reader.push(std::span(bytes).subspan(at, std::min(chunk, bytes.size() - at))).ok());
    const Result<Import> import = reader.finish();
    REQUIRE(import.ok());
    CHECK(import.value().dataset.labels == std::vector<std::uint8_t>{3, 1, 4});
    CHECK(import.value().dataset.size() == 0);
  }
}

TEST_CASE("rows are counted while they are read") {
  DataReader reader;
  CHECK(reader.rows_read() == 0);
  std::string text;
  for (int line = 0; line < 10; ++line) text += strokes;
  REQUIRE(reader.push(text).ok());
  CHECK(reader.rows_read() == 10);
}
