// SPDX-License-Identifier: MIT
#include "core/io/LabelTable.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace inkling;
using namespace inkling::io;

namespace {

using Texts = std::vector<std::string>;

Result<ResolvedLabels> resolve(const Texts& texts, LabelRule rule = LabelRule::find_out) {
  LabelTable table;
  std::vector<LabelTable::Id> ids;
  for (const std::string& text : texts) ids.push_back(table.add(std::string_view(text)));
  return table.resolve(ids, rule);
}

/// `times` of each.
Texts repeated(const Texts& texts, std::size_t times) {
  Texts all;
  for (std::size_t time = 0; time < times; ++time) all.insert(all.end(), texts.begin(), texts.end());
  return all;
}

const Texts digits = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"};

}  // namespace

TEST_CASE("labels within 0 to 9 are the ten digits, whichever occur and however they are written") {
  for (const Texts& texts :
       {Texts{"3", "7"}, Texts{"7.0", "[3]", "b'7'"}, Texts{"seven", "drei", "digit_3"}}) {
    CAPTURE(texts.front());
    const ResolvedLabels labels = resolve(texts).value();
    CHECK(labels.classes == digit_names());
    CHECK(labels.digits);
  }
  CHECK(resolve({"seven", "drei"}).value().labels == std::vector<std::uint8_t>{7, 3});
  CHECK(resolve({}).value().classes == digit_names());
}

TEST_CASE("a few odd labels among digits are none, not classes") {
  Texts texts = repeated(digits, 20);
  for (const char* odd : {"12", "x", "7 8", "12"}) texts.emplace_back(odd);
  const ResolvedLabels labels = resolve(texts).value();
  CHECK(labels.classes == digit_names());
  CHECK(labels.labels.back() == no_class);
  CHECK(labels.labels.front() == 0);
}

TEST_CASE("an eleventh class as frequent as a digit is a class") {
  Texts texts = digits;
  texts.emplace_back("minus");
  const ResolvedLabels labels = resolve(repeated(texts, 20)).value();
  REQUIRE(labels.classes.size() == 11);
  CHECK(labels.classes.back() == "minus");
  texts.back() = "10";
  CHECK(resolve(repeated(texts, 20)).value().classes.back() == "10");
}

TEST_CASE("labels beyond digits are classes in natural order, with gaps") {
  const ResolvedLabels numbers = resolve({"12", "3", "0", "12.0", "47"}).value();
  CHECK(numbers.classes == ClassNames{"0", "3", "12", "47"});
  CHECK(numbers.labels == std::vector<std::uint8_t>{2, 1, 0, 2, 3});
  CHECK_FALSE(numbers.digits);
  const ResolvedLabels words = resolve({"dog", " cat ", "\"dog\"", "b'ant'"}).value();
  CHECK(words.classes == ClassNames{"ant", "cat", "dog"});
  CHECK(words.labels == std::vector<std::uint8_t>{2, 1, 2, 0});
}

TEST_CASE("letters that differ in case are different classes") {
  CHECK(resolve({"a", "A", "b", "B"}).value().classes == ClassNames{"A", "B", "a", "b"});
}

TEST_CASE("missing values and broken numbers are no classes") {
  const ResolvedLabels labels = resolve({"cat", "", "nan", "1.5", "dog"}).value();
  CHECK(labels.classes == ClassNames{"cat", "dog"});
  CHECK(labels.labels == std::vector<std::uint8_t>{0, no_class, no_class, no_class, 1});
}

TEST_CASE("labels of digits can be taken as written") {
  const ResolvedLabels labels = resolve({"1", "seven", "3"}, LabelRule::as_written).value();
  CHECK(labels.classes == ClassNames{"1", "3", "seven"});
}

TEST_CASE("10 is 0 where labels go from 1 to 10, and a class where there is a 0") {
  Texts from_one(digits.begin() + 1, digits.end());
  from_one.emplace_back("10");
  const ResolvedLabels labels = resolve(from_one).value();
  CHECK(labels.has_ten);
  CHECK(labels.labels.back() == 0);
}

TEST_CASE("more than a hundred classes are an error that names some") {
  Texts texts;
  for (int value = 0; value < 300; ++value) texts.push_back(std::to_string(value));
  const auto labels = resolve(texts);
  REQUIRE_FALSE(labels.ok());
  CHECK(
      labels.error().message ==
      "The labels have 300 different values, such as 0, 150 and 299. Inkling tells up to 100 classes apart.");
  texts.resize(100);
  CHECK(resolve(texts).value().classes.size() == 100);
}
