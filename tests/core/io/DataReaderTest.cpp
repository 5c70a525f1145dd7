#include "core/io/DataReader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

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

std::string refusal(const std::string& bytes) {
  const Result<Import> whole = read(bytes, bytes.size() + 1);
  const Result<Import> cut = read(bytes, 1);
  REQUIRE_FALSE(whole.ok());
  REQUIRE_FALSE(cut.ok());
  CHECK(whole.error().message == cut.error().message);
  return whole.error().message;
}

const std::string strokes = "{\"label\":1,\"writer\":\"a\",\"strokes\":[[[0,0],[0,9]]]}\n";

}  // namespace

TEST_CASE("CSV, IDX and strokes are told apart from any cut") {
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
    CHECK(idx.value().summary.details == "images without labels");
    CHECK(idx.value().dataset.pixels == images.pixels);

    const Result<Import> drawn = read("\xef\xbb\xbf \n" + strokes, chunk);
    REQUIRE_MESSAGE(drawn.ok(), drawn.error().message);
    CHECK(drawn.value().summary.format == "strokes");
    CHECK(drawn.value().summary.details == "drawn from strokes, labelled");
    CHECK(drawn.value().dataset.labels == std::vector<std::uint8_t>{1});
    CHECK(drawn.value().writers.front() == "a");
  }
}

TEST_CASE("each kind of file that is not data is refused in its own words") {
  const std::string zip = "PK\x03\x04"s + std::string(26, '\0');
  CHECK(refusal("\x1f\x8b\x08\0\0"s) == "This file is gzip-compressed; unpack it first.");
  CHECK(refusal(zip + "train.csv") == "This file is a zip archive; unpack it and give the file inside.");
  CHECK(refusal(zip + "[Content_Types].xml") ==
        "This file is an Excel workbook; save it as CSV and give that.");
  CHECK(refusal(zip + "xl/workbook.xml") == "This file is an Excel workbook; save it as CSV and give that.");
  CHECK(refusal("\xd0\xcf\x11\xe0\xa1\xb1"s) ==
        "This file is an Excel workbook; save it as CSV and give that.");
  CHECK(refusal("\x89PNG\r\n\x1a\n"s) ==
        "This file is a PNG picture; Inkling trains on tables of images such as train.csv.");
  CHECK(refusal("\xff\xd8\xff\xe0"s) ==
        "This file is a JPEG picture; Inkling trains on tables of images such as train.csv.");
  CHECK(refusal("\xff\xfe"
                "5\0,\0"s) == "This file is UTF-16 text; save it as CSV in UTF-8 and give that.");
  CHECK(refusal("\x93NUMPY\x01"s) ==
        "This file is a NumPy array; save it as CSV (numpy.savetxt) and give that.");
  CHECK(refusal("[{\"strokes\":[]}]") ==
        "This file is one JSON array; strokes are read from JSON objects, one a line.");
  CHECK(refusal("\n<!DOCTYPE html>") ==
        "This file is a web page or XML, not data; was the download a sign-in page?");
  CHECK(refusal("\x08\x01\0\0\0\0\0\0{\"__metadata__\""s) == "This file is a model (safetensors), not data.");
  CHECK(refusal("") == "This file is empty.");
  CHECK(refusal("\xef\xbb\xbf\n") == "This file is empty.");
  CHECK(refusal("\x01\x02\0garbage"s) == "row 1 holds a NUL byte: this is not text.");
}

TEST_CASE("an IDX file of labels alone asks for the images") {
  CHECK(refusal(big_endian({0x801, 1}) + "\1") ==
        "This is an IDX file of labels. Give the file of images; the labels are found beside it.");
}

TEST_CASE("after a refusal every call gives it again") {
  DataReader reader;
  const std::string gzip = "\x1f\x8b" + std::string(100, 'x');
  const Status first = reader.push(gzip);
  const Status second = reader.push(strokes);
  const Result<Import> last = reader.finish();
  REQUIRE_FALSE(first.ok());
  REQUIRE_FALSE(second.ok());
  REQUIRE_FALSE(last.ok());
  CHECK(second.error().message == first.error().message);
  CHECK(last.error().message == first.error().message);
}

TEST_CASE("rows are counted while they are read") {
  DataReader reader;
  CHECK(reader.rows_read() == 0);
  std::string text;
  for (int line = 0; line < 10; ++line) text += strokes;
  REQUIRE(reader.push(text).ok());
  CHECK(reader.rows_read() == 10);
}
