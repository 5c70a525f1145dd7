#include "core/base/Text.h"

#include <doctest/doctest.h>

using namespace inkling;

TEST_CASE("thousands are grouped") {
  CHECK(grouped(0) == "0");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1000) == "1,000");
  CHECK(grouped(42000) == "42,000");
  CHECK(grouped(1234567) == "1,234,567");
}

TEST_CASE("one is singular, all else plural") {
  CHECK(counted(0, "cell") == "0 cells");
  CHECK(counted(1, "cell") == "1 cell");
  CHECK(counted(42000, "image") == "42,000 images");
}

TEST_CASE("text from a file is quoted short and printable") {
  CHECK(quoted("zero") == "\"zero\"");
  CHECK(quoted("a\tb\x7f\xff") == "\"a?b??\"");
  CHECK(quoted("abcdefghijklmnopqrstuvwx") == "\"abcdefghijklmnopqrstuvwx\"");
  CHECK(quoted("abcdefghijklmnopqrstuvwxy") == "\"abcdefghijklmnopqrstuvwx...\"");
}
