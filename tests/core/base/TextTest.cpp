// SPDX-License-Identifier: MIT
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
  CHECK(pluralize(4, "class") == "4 classes");
}

TEST_CASE("text from a file is quoted, cut and made printable") {
  CHECK(quoted("zero") == "\"zero\"");
  CHECK(quoted("a\tb\x7f\xff") == "\"a?b??\"");
  CHECK(quoted("abcdefghijklmnopqrstuvwx") == "\"abcdefghijklmnopqrstuvwx\"");
  CHECK(quoted("abcdefghijklmnopqrstuvwxy") == "\"abcdefghijklmnopqrstuvwx...\"");
}

TEST_CASE("control characters and stray bytes are escaped, all other text is unchanged") {
  CHECK(escape_control_characters("m\u00e4rz \u4e09 \U0001f58b") == "m\u00e4rz \u4e09 \U0001f58b");
  CHECK(escape_control_characters("\x1b[2J\n\x7f") == "\\x1b[2J\\x0a\\x7f");
  CHECK(escape_control_characters("\u0080\u009b31m\u00a0") == "\\x80\\x9b31m\u00a0");
  CHECK(escape_control_characters("\x9b"
                                  "0m \xc2") == "\\x9b0m \\xc2");
  CHECK(escape_control_characters(std::string(1, '\0')) == "\\x00");
}
