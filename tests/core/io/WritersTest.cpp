#include "core/io/Writers.h"

#include <doctest/doctest.h>

using namespace inkling;
using namespace inkling::io;

namespace {

/// Digits of one stroke each: writer "a" writes even ones, "b" odd ones.
Import two_writers() {
  Import data;
  for (int digit = 0; digit < class_count; ++digit) {
    data.dataset.labels.push_back(static_cast<std::uint8_t>(digit));
    data.dataset.inks.push_back({{{0, 0}, {10, 90}}});
    data.dataset.pixels.resize(data.dataset.labels.size() * image_pixels);
    data.writers.push_back(digit % 2 == 0 ? "a" : "b");
  }
  return data;
}

}  // namespace

TEST_CASE("only what some writers wrote is kept, and who wrote nothing is named") {
  const std::vector<std::string> b = {"b"}, nobody = {"a", "tra77"};
  const auto kept = only_writers(two_writers(), b);
  REQUIRE(kept);
  CHECK(kept.value().dataset.labels == std::vector<std::uint8_t>{1, 3, 5, 7, 9});
  CHECK(kept.value().dataset.inks.size() == 5);
  CHECK(kept.value().dataset.size() == 5);
  CHECK(only_writers(two_writers(), nobody).error().message.find("\"tra77\"") != std::string::npos);
  CHECK_FALSE(only_writers(Import(), b));
}
