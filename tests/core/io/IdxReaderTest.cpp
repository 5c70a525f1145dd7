#include "core/io/IdxReader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "tests/core/io/CsvTable.h"
#include "tests/core/io/Idx.h"

using namespace inkling;
using namespace inkling::io;
using namespace inkling::testing;

namespace {

Result<std::vector<std::uint8_t>> read(IdxContent content, std::string_view bytes, std::size_t chunk) {
  IdxReader reader(content);
  for (; !bytes.empty(); bytes.remove_prefix(std::min(chunk, bytes.size()))) {
    if (Status status = reader.push(bytes.substr(0, chunk)); !status) return status.error();
  }
  return reader.finish();
}

/// The sentence, the same for the whole file and for it cut into bytes.
std::string refusal(IdxContent content, const std::string& bytes) {
  const auto whole = read(content, bytes, bytes.size() + 1);
  const auto cut = read(content, bytes, 1);
  REQUIRE_FALSE(whole.ok());
  REQUIRE_FALSE(cut.ok());
  CHECK(whole.error().message == cut.error().message);
  return whole.error().message;
}

}  // namespace

TEST_CASE("IDX images and labels come back from any cut") {
  Random random(1);
  const data::Dataset images = random_images(20, random);
  for (const std::size_t chunk : {1, 3, 17, 785, 100000}) {
    auto pixels = read(IdxContent::images, idx_images(images), chunk);
    auto labels = read(IdxContent::labels, idx_labels(images), chunk);
    REQUIRE(pixels.ok());
    REQUIRE(labels.ok());
    const Result<data::Dataset> joined = join(std::move(pixels).value(), std::move(labels).value());
    REQUIRE(joined.ok());
    CHECK(joined.value().pixels == images.pixels);
    CHECK(joined.value().labels == images.labels);
  }
}

TEST_CASE("images and labels of different number do not join") {
  const Result<data::Dataset> joined = join(std::vector<std::uint8_t>(2 * image_pixels), {1, 2, 3});
  REQUIRE_FALSE(joined.ok());
  CHECK(joined.error().message == "The IDX files do not belong together: 2 images, but 3 labels.");
}

TEST_CASE("an IDX file that ends early or late is refused") {
  Random random(2);
  const data::Dataset images = random_images(3, random);
  const std::string bytes = idx_images(images);
  CHECK(refusal(IdxContent::images, "") == "This IDX file ends within its header.");
  CHECK(refusal(IdxContent::images, bytes.substr(0, 3)) == "This IDX file ends within its header.");
  CHECK(refusal(IdxContent::images, bytes.substr(0, 15)) == "This IDX file ends within its header.");
  CHECK(refusal(IdxContent::images, bytes.substr(0, bytes.size() - 1)) ==
        "This IDX file ends after 2 of 3 images.");
  CHECK(refusal(IdxContent::images, bytes + "x") == "This IDX file goes on after the last of its 3 images.");
  CHECK(refusal(IdxContent::labels, idx_labels(images) + "x") ==
        "This IDX file goes on after the last of its 3 labels.");
  CHECK(refusal(IdxContent::labels, big_endian({0x801, 9}) + "\1") ==
        "This IDX file ends after 1 of 9 labels.");
}

TEST_CASE("an IDX file of other contents is refused with what it has") {
  CHECK(refusal(IdxContent::images, big_endian({0x801, 1}) + "\1") ==
        "This is an IDX file of labels. Give the file of images; the labels are found beside it.");
  CHECK(refusal(IdxContent::labels, big_endian({0x803, 1, 28, 28})) ==
        "This is an IDX file of images where one of labels was expected.");
  CHECK(refusal(IdxContent::images, big_endian({0xd03, 1, 28, 28})) ==
        "This IDX file does not hold bytes, as pixels and labels are.");
  CHECK(refusal(IdxContent::images, big_endian({0x804, 1, 28, 28, 3})) ==
        "This IDX file has 4 dimensions; images have 3 and labels 1.");
}

TEST_CASE("IDX images of another size are refused with that size") {
  CHECK(refusal(IdxContent::images, big_endian({0x803, 1, 8, 8})) ==
        "This IDX file has images of 8x8. Inkling reads 28x28.");
  CHECK(refusal(IdxContent::images, big_endian({0x803, 1, 0xffffffff, 28})) ==
        "This IDX file has images of 4294967295x28. Inkling reads 28x28.");
}

TEST_CASE("a number of images that no file has is refused before memory is taken") {
  CHECK(refusal(IdxContent::images, big_endian({0x803, 0xffffffff, 28, 28})) ==
        "This IDX file promises 4,294,967,295 images; Inkling reads up to 1,000,000.");
  CHECK(refusal(IdxContent::images, big_endian({0x803, 0, 28, 28})) ==
        "This IDX file is empty: it has 0 images.");
}

TEST_CASE("an IDX label beyond 9 is refused with its place") {
  CHECK(refusal(IdxContent::labels, big_endian({0x801, 3}) + "\1\2\x1a") ==
        "label 3 is 26; labels are 0 to 9.");
}
