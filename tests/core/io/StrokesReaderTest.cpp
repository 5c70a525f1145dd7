// SPDX-License-Identifier: MIT
#include "core/io/strokes/StrokesReader.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "core/data/Dataset.h"
#include "core/ink/Render.h"

using namespace inkling;
using namespace inkling::io;

namespace {

Result<StrokeSamples> read(std::string_view text, std::size_t chunk, ImportReport& report) {
  StrokesReader reader;
  for (; !text.empty(); text.remove_prefix(std::min(chunk, text.size()))) {
    if (Status status = reader.push(text.substr(0, chunk)); !status) return status.error();
  }
  auto samples = reader.finish();
  report = reader.report();
  return samples;
}

/// Reads the text whole and in chunks, which must give the same.
Result<StrokeSamples> read(std::string_view text, ImportReport& report) {
  auto whole = read(text, text.size() + 1, report);
  for (const std::size_t chunk : {std::size_t{1}, std::size_t{7}, std::size_t{60}}) {
    if (text.size() / chunk > 10'000) continue;
    ImportReport cut_report;
    const auto cut = read(text, chunk, cut_report);
    REQUIRE(cut.ok() == whole.ok());
    if (!cut)
      CHECK(cut.error().message == whole.error().message);
    else
      CHECK(render_samples(cut.value()).pixels == render_samples(whole.value()).pixels);
    CHECK(describe_rejected_rows(cut_report, 1) == describe_rejected_rows(report, 1));
  }
  return whole;
}

Result<StrokeSamples> read(std::string_view text) {
  ImportReport report;
  return read(text, report);
}

StrokeSample sample_of(std::string_view text) {
  const auto samples = read(text);
  REQUIRE_MESSAGE(samples.ok(), samples.error().message);
  REQUIRE(samples.value().samples.size() == 1);
  return samples.value().samples.front();
}

using Labels = std::vector<std::uint8_t>;

ResolvedLabels labels_of(std::string_view text) {
  const auto samples = read(text);
  REQUIRE_MESSAGE(samples.ok(), samples.error().message);
  return samples.value().labels;
}

/// The only row that was rejected.
std::string rejection(const std::string& text) {
  ImportReport report;
  const auto samples = read(text, report);
  REQUIRE_MESSAGE(samples.ok(), samples.error().message);
  REQUIRE(report.rejected_rows.size() == 1);
  return describe(report.rejected_rows.front());
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
  const auto samples = read(one_and_seven);
  REQUIRE_MESSAGE(samples.ok(), samples.error().message);
  REQUIRE(samples.value().samples.size() == 2);
  const StrokeSample& one = samples.value().samples[0];
  CHECK(samples.value().labels.labels == std::vector<std::uint8_t>{1, 7});
  CHECK(one.writer == "tra12");
  CHECK(one.ink[0][1].x == 5.5f);
  CHECK(one.ink[0][1].y == 9.0f);
  const StrokeSample& seven = samples.value().samples[1];
  CHECK(seven.writer.empty());
  REQUIRE(seven.ink.size() == 2);
  CHECK(seven.ink[0].size() == 3);
  CHECK(seven.ink[1][0].y == -4.0f);
}

TEST_CASE("strokes may be unlabelled") {
  const auto samples = read("{\"strokes\":[[[1,2]]]}\n{\"strokes\":[]}\n");
  REQUIRE(samples.ok());
  CHECK(samples.value().samples[0].label == std::nullopt);
  CHECK(samples.value().samples[1].ink.empty());
}

TEST_CASE("a point may have more than x and y") {
  const auto samples = read(R"({"strokes":[[[1,2,0.5,1699]]]})");
  REQUIRE(samples.ok());
  CHECK(samples.value().samples[0].ink[0][0].y == 2.0f);
}

TEST_CASE("a line that is no digit is skipped and reported with its row and the reason") {
  const std::string good = "{\"label\":1,\"strokes\":[]}\n";
  const std::string strokes = "\"strokes\" is missing or not an array";
  for (const auto& [line, reason] :
       {std::pair<std::string, std::string>{"{\"label\":1,", "not a JSON object"},
        {"[1,2]", "not a JSON object"},
        {"{} {}", "not a JSON object"},
        {R"({"label":1})", strokes},
        {R"({"label":1,"strokes":"none"})", strokes},
        {R"({"label":1,"writer":[5],"strokes":[]})", "\"writer\" is neither text nor a whole number"},
        {R"({"label":1,"strokes":[5]})", "stroke 1 is not an array of points"},
        {R"({"label":1,"strokes":[[[0,NaN]]]})", "it has NaN for a number"},
        {R"({"label":1,"strokes":[[[0,1e999]]]})", "not a JSON object"},
        {R"({"strokes":[]})", "it has no label, but the rows before have one"}}) {
    CAPTURE(line);
    std::string text = good + "\n" + line + "\n";
    for (int row = 0; row < 10; ++row) text += good;
    CHECK(rejection(text) == "row 3: " + reason);
  }
}

TEST_CASE("the first line may be the bad one") {
  std::string text = "{\"label\":1,\n";
  for (int row = 0; row < 10; ++row) text += "{\"label\":1,\"strokes\":[]}\n";
  CHECK(rejection(text) == "row 1: not a JSON object");
}

TEST_CASE("more than one bad line in ten is an error, and any where every row is needed") {
  CHECK(error_of("") == "This file is empty.");
  CHECK(error_of("\n\n") == "This file is empty.");
  CHECK(error_of("{\"strokes\":[]}\n{\"label\":1,\"strokes\":[]}") ==
        "row 2: it has a label, but the rows before have none. 1 of 2 rows can't be used, more than 1 in 10. "
        "Please fix the file.");
  StrokesReader reader(BadRows::fail);
  const Status status = reader.push(std::string("{\"strokes\":[]}\n{\"strokes\":5}\n"));
  REQUIRE_FALSE(status.ok());
  CHECK(status.error().message ==
        "row 2: \"strokes\" is missing or not an array. Every row of this file is needed. Please fix it.");
}

TEST_CASE("a label may be a number, text or a word, and null is none") {
  for (const char* label : {"7", "\"7\"", "\"seven\"", "7.0"}) {
    CAPTURE(label);
    CHECK(labels_of("{\"strokes\":[],\"label\":" + std::string(label) + "}").labels == Labels{7});
  }
  CHECK(sample_of(R"({"strokes":[],"label":null})").label == std::nullopt);
  const std::string reason = "row 1: the label is neither text nor a whole number.";
  for (const char* label : {"-1", "1.5", "18446744073709551615", "[1]"}) {
    CAPTURE(label);
    CHECK(error_of("{\"strokes\":[],\"label\":" + std::string(label) + "}").starts_with(reason));
  }
}

TEST_CASE("a writer may be a number, and a stroke without points is left out") {
  const StrokeSample sample = sample_of(R"({"writer":12,"strokes":[[],[[1,2]],[]]})");
  CHECK(sample.writer == "12");
  REQUIRE(sample.ink.size() == 1);
  CHECK(sample.ink[0][0].y == 2.0f);
}

TEST_CASE("points may be objects, and strokes objects of points or of columns") {
  for (const char* strokes :
       {"[[{\"x\":1,\"y\":2,\"time\":5},{\"x\":3,\"y\":4}]]", "[{\"points\":[[1,2],[3,4]]}]",
        "[{\"color\":\"black\",\"points\":[{\"x\":1,\"y\":2},{\"x\":3,\"y\":4}]}]",
        "[{\"x\":[1,3],\"y\":[2,4]}]", "[[[1,2],[3,4]]]"}) {
    CAPTURE(strokes);
    const StrokeSample sample = sample_of("{\"strokes\":" + std::string(strokes) + "}");
    REQUIRE(sample.ink.size() == 1);
    REQUIRE(sample.ink[0].size() == 2);
    CHECK(sample.ink[0][0].x == 1.0f);
    CHECK(sample.ink[0][1].x == 3.0f);
    CHECK(sample.ink[0][1].y == 4.0f);
  }
}

TEST_CASE("drawings of Quick, Draw! have the x and the y of a stroke apart") {
  const StrokeSample sample =
      sample_of(R"({"word":"seven","drawing":[[[1,3,5],[2,4,6]],[[7,8],[9,10],[0,16]]]})");
  CHECK(sample.label == "seven");
  REQUIRE(sample.ink.size() == 2);
  CHECK(sample.ink[0].size() == 3);
  CHECK(sample.ink[0][1].x == 3.0f);
  CHECK(sample.ink[0][1].y == 4.0f);
  CHECK(sample.ink[1][1].y == 10.0f);
}

TEST_CASE("objects may go over several lines or be in an array, and an array of strokes is one digit") {
  const std::string one = R"({"label":1,"strokes":[[[1,2],[3,4]]]})", two = R"({"label":2,"strokes":[]})";
  const std::string pretty_one = "{\n  \"label\": 1,\n  \"strokes\": [\n[[1,2],[3,4]]]\n}\n";
  for (const std::string& text :
       {one + "\n" + two, "\xef\xbb\xbf\r\n" + one + "\r\n\r\n" + two + "\r\n", "[" + one + "," + two + "]",
        "\xef\xbb\xbf [\n" + one + ",\n" + two + "\n]\n", pretty_one + two,
        "[" + pretty_one + ", " + two + "]\n"}) {
    CAPTURE(text);
    const auto samples = read(text);
    REQUIRE_MESSAGE(samples.ok(), samples.error().message);
    REQUIRE(samples.value().samples.size() == 2);
    CHECK(samples.value().labels.labels == Labels{1, 2});
    CHECK(samples.value().samples[0].ink[0][1].y == 4.0f);
  }
  const StrokeSample pad =
      sample_of(R"([{"penColor":"a","points":[{"x":1,"y":2}]},{"points":[{"x":3,"y":4}]}])");
  CHECK(pad.label == std::nullopt);
  CHECK(pad.ink.size() == 2);
  CHECK(sample_of("[[[1,2],[3,4]],[[5,6]]]").ink.size() == 2);
  CHECK(read("[[[[1,2],[3,4]]],[[[5,6]]]]").value().samples.size() == 2);
  CHECK(error_of("[" + one + ",").starts_with("This JSON file is cut short."));
}

TEST_CASE("what precedes a bracket is treated alike wherever the file is cut") {
  using namespace std::string_view_literals;
  ImportReport report;
  CHECK_FALSE(read("\0\0[[[1, 2]]]"sv, report).ok());
  CHECK(read("\xbb \n\xef\n [[[1, 2]]]", report).ok());
}

TEST_CASE("absurd coordinates and other values are an error") {
  const std::string reason = "row 1: point 2 of stroke 1 is not [x, y], each within 1,000,000.";
  for (const char* point :
       {"[1]", "[]", "5", "null", "[null,1]", "[1,\"2\"]", "[1e7,0]", "[0,-1e30]", "{\"x\":1}"}) {
    CAPTURE(point);
    CHECK(error_of("{\"strokes\":[[[0,0]," + std::string(point) + "]]}").starts_with(reason));
  }
}

TEST_CASE("deep nesting is an error and needs no deep stack") {
  CHECK(error_of(std::string(1 << 20, '[')).starts_with("This JSON file is cut short."));
  const auto nested = [](std::size_t depth) {
    return "{\"other\":" + std::string(depth, '[') + std::string(depth, ']') + ",\"strokes\":[]}";
  };
  CHECK(read(nested(30)).ok());
  CHECK(error_of(nested(1 << 17)).starts_with("row 1: not a JSON object."));
}

TEST_CASE("strokes are rendered by render(), and a sample without strokes is blank") {
  const StrokeSamples samples = {{{"4", "", {{{0, 0}, {3, 9}}}}, {"5", "", {}}}, {digit_names(), {4, 5}}};
  const data::Dataset dataset = render_samples(samples);
  REQUIRE(dataset.size() == 2);
  CHECK(dataset.labels == std::vector<std::uint8_t>{4, 5});
  const DigitImage rendered = *ink::render(samples.samples[0].ink);
  CHECK(std::equal(rendered.begin(), rendered.end(), dataset.image(0).begin()));
  CHECK(std::all_of(dataset.image(1).begin(), dataset.image(1).end(), [](int pixel) { return pixel == 0; }));
  CHECK_FALSE(render_samples({{{{}, "", {}}}, {}}).labelled());
}

TEST_CASE("strokes may have any text for a label, under several names") {
  const ResolvedLabels labels = labels_of(
      "{\"strokes\":[],\"sign\":\"w\"}\n{\"strokes\":[],\"label\":\"D\"}\n"
      "{\"strokes\":[],\"word\":\"cat\"}\n{\"strokes\":[],\"label\":\"w\"}\n");
  CHECK(labels.classes == ClassNames{"D", "cat", "w"});
  CHECK(labels.labels == Labels{2, 0, 1, 2});
  CHECK_FALSE(labels.digits);
}

TEST_CASE("labels that are ignored are not checked") {
  StrokesReader reader(BadRows::skip, LabelRule::ignore);
  std::string text;
  for (int row = 0; row < 300; ++row) text += "{\"strokes\":[],\"sign\":\"x" + std::to_string(row) + "\"}\n";
  REQUIRE(reader.push(text + "{\"strokes\":[]}\n").ok());
  const auto samples = reader.finish();
  REQUIRE(samples.ok());
  CHECK(samples.value().samples.size() == 301);
  CHECK_FALSE(render_samples(samples.value()).labelled());
}
