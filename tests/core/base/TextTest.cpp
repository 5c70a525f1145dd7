#include "core/base/Text.h"

#include <doctest/doctest.h>

using namespace inkling;

TEST_CASE("thousands are grouped") {
  CHECK(group_thousands(0) == "0");
  CHECK(group_thousands(999) == "999");
  CHECK(group_thousands(1000) == "1,000");
  CHECK(group_thousands(42000) == "42,000");
  CHECK(group_thousands(1234567) == "1,234,567");
}

TEST_CASE("a count of one is singular, all others are plural") {
  CHECK(pluralize(0, "cell") == "0 cells");
  CHECK(pluralize(1, "cell") == "1 cell");
  CHECK(pluralize(42000, "image") == "42,000 images");
}

TEST_CASE("text from a file is quoted, cut and made printable") {
  CHECK(quoted("zero") == "\"zero\"");
  CHECK(quoted("a\tb\x7f\xff") == "\"a?b??\"");
  CHECK(quoted("abcdefghijklmnopqrstuvwx") == "\"abcdefghijklmnopqrstuvwx\"");
  CHECK(quoted("abcdefghijklmnopqrstuvwxy") == "\"abcdefghijklmnopqrstuvwx...\"");
}
