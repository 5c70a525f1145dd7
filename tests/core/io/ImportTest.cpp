// SPDX-License-Identifier: MIT
#include "core/io/Import.h"

#include <doctest/doctest.h>

using namespace inkling;
using namespace inkling::io;

namespace {

/// Ten strokes of which writer "a" wrote the even digits and "b" the odd ones.
Import two_writers() {
  Import import;
  for (int digit = 0; digit < digit_count; ++digit) {
    import.dataset.labels.push_back(static_cast<std::uint8_t>(digit));
    import.dataset.inks.push_back({{{0, 0}, {10, 90}}});
    import.dataset.pixels.resize(import.dataset.labels.size() * image_pixels);
    import.writers.push_back(digit % 2 == 0 ? "a" : "b");
  }
  return import;
}

Import images(std::size_t count, bool labelled) {
  Import import;
  import.dataset.pixels.resize(count * image_pixels);
  if (labelled) import.dataset.labels.resize(count);
  return import;
}

}  // namespace

TEST_CASE("only the samples of the given writers are kept") {
  const std::vector<std::string> b = {"b"};
  const auto kept = keep_writers(two_writers(), b);
  REQUIRE(kept);
  CHECK(kept.value().dataset.labels == std::vector<std::uint8_t>{1, 3, 5, 7, 9});
  CHECK(kept.value().dataset.inks.size() == 5);
  CHECK(kept.value().dataset.size() == 5);
  CHECK(kept.value().summary.rows == 5);
  CHECK(kept.value().writers == std::vector<std::string>(5, "b"));
}

TEST_CASE("a writer who is not in the data is an error that names the writer, escaped") {
  const std::vector<std::string> unknown = {"a", "tra\x1b[77m"};
  CHECK(keep_writers(two_writers(), unknown).error().message ==
        "There is no writer \"tra?[77m\". See \"writer\" in the file's rows.");
  CHECK_FALSE(keep_writers(Import(), unknown));
}

TEST_CASE("labelled and unlabelled images cannot be appended to each other") {
  CHECK_FALSE(check_append(images(2, true), images(2, false)).ok());
  CHECK_FALSE(check_append(images(2, false), images(2, true)).ok());
  CHECK(check_append(images(2, true), images(3, true)).ok());
}

TEST_CASE("images without a writer get an empty name when others have one") {
  Import all = images(2, true);
  append(all, two_writers());
  REQUIRE(all.writers.size() == 12);
  CHECK(all.writers[1].empty());
  CHECK(all.writers[3] == "b");
  CHECK(all.dataset.inks.size() == 12);
}
