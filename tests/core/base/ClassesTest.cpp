// SPDX-License-Identifier: MIT
#include "core/base/Classes.h"

#include <doctest/doctest.h>

using namespace inkling;

TEST_CASE("names are sorted as people count: numbers by value, then texts by code point, each once") {
  ClassNames names = {"b", "10", "9", "é", "B", "9", "-1", "007", "a b"};
  sort_naturally(names);
  CHECK(names == ClassNames{"-1", "007", "9", "10", "B", "a b", "b", "é"});
}

TEST_CASE("a name has 1 to 40 printable characters and no blanks around it") {
  for (const char* name : {"A", "é", "T-shirt/top", "two words", "7", "あ"}) {
    CAPTURE(name);
    CHECK(is_class_name(name));
  }
  CHECK(is_class_name(std::string(40, 'x')));
  CHECK_FALSE(is_class_name(std::string(41, 'x')));
  for (const char* name : {"", " ", " A", "A\n", "a\tb", "\x7f", "\xc2\x85", "\xff", "\xc3"}) {
    CAPTURE(name);
    CHECK_FALSE(is_class_name(name));
  }
}

TEST_CASE("digits are written as the first version did, other classes as JSON, and both are read back") {
  CHECK(serialize_classes(digit_names()) == "0123456789");
  const ClassNames letters = {"A", "\"", "é"};
  CHECK(serialize_classes(letters) == R"(["A","\"","é"])");
  CHECK(parse_classes(serialize_classes(letters)) == letters);
  CHECK(parse_classes("0123456789") == digit_names());
}

TEST_CASE("text that serialize_classes() could not have written is refused") {
  for (const char* text :
       {"", "012345678", "[]", R"(["A"])", R"(["A","A"])", R"(["A",""])", R"(["A",1])", "{}"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_classes(text).has_value());
  }
  ClassNames many;
  for (int index = 0; index < 101; ++index) many.push_back(std::to_string(index));
  CHECK_FALSE(parse_classes(serialize_classes(many)).has_value());
  many.pop_back();
  CHECK(parse_classes(serialize_classes(many)) == many);
}

TEST_CASE("classes are joined by name: equal ones stay in their order, others are sorted") {
  CHECK(joined({"b", "a"}, {"b", "a"}) == ClassNames{"b", "a"});
  CHECK(joined({"b", "a"}, {"c", "a"}) == ClassNames{"a", "b", "c"});
  CHECK(joined(digit_names(), {"A"}).size() == 11);
}

TEST_CASE("a list names the first classes and counts the others") {
  CHECK(list_names({"A"}) == "A");
  CHECK(list_names({"A", "B", "C"}) == "A, B and C");
  CHECK(list_names(ClassNames(15, "x")) == "x, x, x, x, x, x, x, x, x, x, x, x and 3 more");
}
