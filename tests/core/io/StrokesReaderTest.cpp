// SPDX-License-Identifier: MIT
#include "core/io/StrokesReader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/data/Dataset.h"
#include "core/ink/Render.h"

using namespace inkling;
using namespace inkling::io;

namespace {

Result<std::vector<StrokeSample>> read(std::string_view text, std::size_t chunk = 1000) {
  StrokesReader reader;
  for (; !text.empty(); text.remove_prefix(std::min(chunk, text.size()))) {
    if (Status status = reader.push(text.substr(0, chunk)); !status) return status.error();
  }
  return reader.finish();
}

std::string error_of(const std::string& text) {
  const auto result = read(text);
  CHECK_FALSE(result.ok());
  return result ? "" : result.error().message;
}

const std::string one_and_seven =
    R"({"label":1,"writer":"tra12","strokes":[[[5,0],[5.5,9e0]]]})"
    "\r\n\n"
    R"({"strokes":[[[0,0],[4,0],[2,9]],[[1,-4]]],"label":7,"device":{"pen":[1,2]}})";

}  // namespace

TEST_CASE("strokes are read with label and writer from any cut") {
  for (const std::size_t chunk : {1, 7, 1000}) {
    const auto samples = read(one_and_seven, chunk);
    REQUIRE_MESSAGE(samples.ok(), samples.error().message);
    REQUIRE(samples.value().size() == 2);
    const StrokeSample& one = samples.value()[0];
    CHECK(one.label == 1);
    CHECK(one.writer == "tra12");
    CHECK(one.ink[0][1].x == 5.5f);
    CHECK(one.ink[0][1].y == 9.0f);
    const StrokeSample& seven = samples.value()[1];
    CHECK(seven.label == 7);
    CHECK(seven.writer.empty());
    REQUIRE(seven.ink.size() == 2);
    CHECK(seven.ink[0].size() == 3);
    CHECK(seven.ink[1][0].y == -4.0f);
  }
}

TEST_CASE("strokes may be unlabelled") {
  const auto samples = read("{\"strokes\":[[[1,2]]]}\n{\"strokes\":[]}\n");
  REQUIRE(samples.ok());
  CHECK(samples.value()[0].label == -1);
  CHECK(samples.value()[1].ink.empty());
}

TEST_CASE("a point may have more than x and y") {
  const auto samples = read(R"({"strokes":[[[1,2,0.5,1699]]]})");
  REQUIRE(samples.ok());
  CHECK(samples.value()[0].ink[0][0].y == 2.0f);
}

TEST_CASE("a line that is not a sample is an error with its row and the reason") {
  const std::string good = "{\"label\":1,\"strokes\":[]}\n";
  CHECK(error_of("") == "This file is empty.");
  CHECK(error_of("\n\n") == "This file is empty.");
  CHECK(error_of(good + "{\"label\":1,") == "row 2: not a JSON object.");
  CHECK(error_of(good + "[1,2]") == "row 2: not a JSON object.");
  CHECK(error_of(good + "{} {}") == "row 2: not a JSON object.");
  CHECK(error_of(good + "\n" + R"({"label":1})") == "row 3: \"strokes\" is missing or not an array.");
  CHECK(error_of(R"({"strokes":"none"})") == "row 1: \"strokes\" is missing or not an array.");
  CHECK(error_of(R"({"writer":5,"strokes":[]})") == "row 1: \"writer\" is not a string.");
  CHECK(error_of(R"({"strokes":[[[1,2]],[]]})") == "row 1: stroke 2 is not an array of points.");
  CHECK(error_of(R"({"strokes":[5]})") == "row 1: stroke 1 is not an array of points.");
}

TEST_CASE("a label that is not 0 to 9 is an error with its row") {
  const std::string reason = "row 1: \"label\" is not a whole number from 0 to 9.";
  for (const char* label : {"10", "-1", "1.5", "\"1\"", "null", "18446744073709551615", "[1]"}) {
    CAPTURE(label);
    CHECK(error_of("{\"strokes\":[],\"label\":" + std::string(label) + "}") == reason);
  }
}

TEST_CASE("labels in only some lines are an error") {
  CHECK(error_of("{\"label\":1,\"strokes\":[]}\n{\"strokes\":[]}") ==
        "row 2: it has no label, but the rows before have one.");
  CHECK(error_of("{\"strokes\":[]}\n{\"label\":1,\"strokes\":[]}") ==
        "row 2: it has a label, but the rows before have none.");
}

TEST_CASE("absurd coordinates and other values are an error") {
  const std::string reason = "row 1: point 2 of stroke 1 is not [x, y], each within 1,000,000.";
  for (const char* point :
       {"[1]", "[]", "5", "null", "[null,1]", "[1,\"2\"]", "[1e7,0]", "[0,-1e30]", "{\"x\":1}"}) {
    CAPTURE(point);
    CHECK(error_of("{\"strokes\":[[[0,0]," + std::string(point) + "]]}") == reason);
  }
  CHECK(error_of(R"({"strokes":[[[0,1e999]]]})") == "row 1: not a JSON object.");
  CHECK(error_of(R"({"strokes":[[[0,NaN]]]})") == "row 1: not a JSON object.");
}

TEST_CASE("deep nesting is an error and needs no deep stack") {
  CHECK(error_of(std::string(1 << 20, '[')) == "row 1: not a JSON object.");
  const auto nested = [](std::size_t depth) {
    return "{\"other\":" + std::string(depth, '[') + std::string(depth, ']') + ",\"strokes\":[]}";
  };
  CHECK(read(nested(30), 1 << 20).ok());
  CHECK(error_of(nested(1 << 17)) == "row 1: not a JSON object.");
}

TEST_CASE("strokes are rasterised by render(), and a sample without strokes is blank") {
  const std::vector<StrokeSample> samples = {{4, "", {{{0, 0}, {3, 9}}}}, {5, "", {}}};
  const data::Dataset dataset = rasterise(samples);
  REQUIRE(dataset.size() == 2);
  CHECK(dataset.labels == std::vector<std::uint8_t>{4, 5});
  const DigitImage rendered = *ink::render(samples[0].ink);
  CHECK(std::equal(rendered.begin(), rendered.end(), dataset.image(0).begin()));
  CHECK(std::all_of(dataset.image(1).begin(), dataset.image(1).end(), [](int pixel) { return pixel == 0; }));
  CHECK_FALSE(rasterise(std::vector<StrokeSample>{{-1, "", {}}}).labelled());
}
