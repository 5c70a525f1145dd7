// SPDX-License-Identifier: MIT
#include "core/io/ClassChoice.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace inkling;
using namespace inkling::io;

namespace {

using Labels = std::vector<std::uint8_t>;

/// Blank images with these labels.
Import import_of(ClassNames classes, Labels labels) {
  Import import;
  import.dataset.pixels.resize(labels.size() * image_pixels);
  import.dataset.classes = std::move(classes);
  for (std::size_t image = 0; image < labels.size(); ++image)
    import.ids.push_back("id" + std::to_string(image));
  import.dataset.labels = std::move(labels);
  return import;
}

void choose(Import& import, std::string_view text) {
  const auto choice = parse_class_choice(text);
  REQUIRE_MESSAGE(choice.ok(), choice.error().message);
  const Status chosen = choose_classes(import, choice.value());
  REQUIRE_MESSAGE(chosen.ok(), chosen.error().message);
}

std::string error_of(Import import, std::string_view text) {
  const auto choice = parse_class_choice(text);
  if (!choice) return choice.error().message;
  const Status chosen = choose_classes(import, choice.value());
  REQUIRE_FALSE(chosen.ok());
  return chosen.error().message;
}

}  // namespace

TEST_CASE("names of classes choose these, in their order, and drop other images with their ids") {
  Import import = import_of({"A", "B", "C"}, {0, 1, 2, 0});
  choose(import, "C, A");
  CHECK(import.dataset.classes == ClassNames{"C", "A"});
  CHECK(import.dataset.labels == Labels{1, 0, 1});
  CHECK(import.ids == std::vector<std::string>{"id0", "id2", "id3"});
  CHECK(io::describe(import.summary.details) == "1 image of other classes not used");
}

TEST_CASE("other names rename all classes by their numbers or their order") {
  Import import = import_of(digit_names(), {0, 2, 1});
  choose(import, "T-shirt,Trouser,Pullover,Dress,Coat,Sandal,Shirt,Sneaker,Bag,Boot");
  CHECK(import.dataset.classes.at(2) == "Pullover");
  CHECK(import.dataset.labels == Labels{0, 2, 1});
  import = import_of({"0", "2"}, {0, 1});
  choose(import, "zero,one,two");
  CHECK(import.dataset.labels == Labels{0, 2});
  import = import_of({"1", "2", "3"}, {0, 2});
  choose(import, "A,B,C");
  CHECK(import.dataset.labels == Labels{0, 2});
  import = import_of({"a", "b"}, {1, 0});
  choose(import, "x\ny\n");
  CHECK(import.dataset.classes == ClassNames{"x", "y"});
}

TEST_CASE("labels are given names, and those with the same name become one class") {
  for (const char* text : {"a=A,A=A,b=B", "label,name\na,A\nA,A\nb,B\n", "a;A\nA;A\nb;B\n"}) {
    CAPTURE(text);
    Import import = import_of({"A", "a", "b"}, {0, 1, 2});
    choose(import, text);
    CHECK(import.dataset.classes == ClassNames{"A", "B"});
    CHECK(import.dataset.labels == Labels{0, 0, 1});
  }
}

TEST_CASE("EMNIST's mapping has labels and code points, also of both cases") {
  Import import = import_of({"10", "36"}, {1, 0});
  choose(import, "10 65\n36 97\n");
  CHECK(import.dataset.classes == ClassNames{"A", "a"});
  CHECK(import.dataset.labels == Labels{1, 0});
  import = import_of({"1", "26"}, {1, 0});
  choose(import, "1 65 97\n26 90 122\n");
  CHECK(import.dataset.classes == ClassNames{"A", "Z"});
  import = import_of({"0", "1"}, {0});
  choose(import, "0 8364\n");
  CHECK(import.dataset.classes == ClassNames{"€"});
}

TEST_CASE("\"digits\" chooses the ten digits among other classes") {
  Import import = import_of({"3", "7", "A"}, {0, 1, 2});
  choose(import, "digits");
  CHECK(are_digits(import.dataset.classes));
  CHECK(import.dataset.labels == Labels{3, 7});
}

TEST_CASE("what is no choice, or none for these data, is an error") {
  const Import import = import_of({"A", "B", "C"}, {0, 1, 2});
  CHECK(error_of(import, " ") == "No classes are named.");
  CHECK(error_of(import, "x,y") == "2 names for 3 labels: A, B and C.");
  CHECK(error_of(import, "0=x,1=y") == "The data have no class 0, but A, B and C.");
  CHECK(error_of(import, "A=x,B").starts_with("\"B\" can't name a class here."));
  std::string many;
  for (int index = 0; index < 101; ++index)
    many += std::to_string(index) + "=n" + std::to_string(index) + ",";
  CHECK(error_of(import_of({"5"}, {0}), many) == "That makes 101 classes. Inkling tells up to 100 apart.");
}
