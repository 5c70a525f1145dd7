// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/cli/images/ImageDecoder.h"
#include "core/synthetic/SyntheticNumber.h"
#include "tests/core/cli/EncodedImage.h"
#include "tests/core/cli/PageModel.h"
#include "tests/core/cli/Shell.h"

using namespace inkling;
using namespace inkling::cli;
using namespace inkling::testing;

namespace {

/// "3", "1", "7" in handwriting, with a separate bar through the 7.
synthetic::SyntheticNumber number_317() {
  ink::Ink ink;
  Random random(12);
  for (const int digit : {3, 1, 7}) {
    for (ink::Stroke stroke : synthetic::synthetic_digit(digit, random)) {
      for (ink::Point& point : stroke)
        point.x += 140.0f * static_cast<float>(digit == 3 ? 0 : digit == 1 ? 1 : 2);
      ink.push_back(std::move(stroke));
    }
  }
  return {"317", std::move(ink), 9};
}

picture::GreyImage picture_317() {
  Random random(1);
  return synthetic::synthetic_photo(number_317(), random);
}

std::span<const std::uint8_t> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

TEST_CASE("a number is read from strokes, PNG and JPEG") {
  const Shell shell;
  shell.write("n.jsonl", line_of(number_317().ink).dump() + "\n" + line_of({}).dump() + "\n");
  shell.write("n.png", png(picture_317()));
  shell.write("n.jpg", jpeg(picture_317()));
  CHECK(shell.inkling("read " + page_model + " n.jsonl").output == "317\n\n");
  shell.write("bom.jsonl", "\xef\xbb\xbf\r\n" + line_of(number_317().ink).dump() + "\r\n");
  CHECK(shell.inkling("read " + page_model + " bom.jsonl").output == "317\n");
  shell.write("array.json", "[" + line_of(number_317().ink).dump() + "]");
  CHECK(shell.inkling("read " + page_model + " array.json").output == "317\n");
  CHECK(shell.inkling("read " + page_model + " n.png n.jpg").output == "n.png: 317\nn.jpg: 317\n");

  const auto json = shell.inkling_json("read " + page_model + " n.jsonl n.png");
  const auto& drawn = json["readings"][0];
  CHECK(drawn["text"] == "317");
  CHECK(drawn["digits"][0]["probabilities"].size() == 10);
  CHECK(drawn["digits"][0]["strokes"] == std::vector<int>{0});
  CHECK(json["readings"][2]["digits"][2]["box"][0] > json["readings"][2]["digits"][1]["box"][2]);
}

TEST_CASE("a bad line of strokes is left out and reported") {
  const Shell shell;
  std::string lines;
  for (int line = 0; line < 10; ++line) lines += line_of(number_317().ink).dump() + "\n";
  shell.write("n.jsonl", lines + R"({"strokes": "x"})" + "\n");
  const Outcome outcome = shell.inkling("read " + page_model + " n.jsonl");
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.output.find("317\n317\n") != std::string::npos);
  CHECK(outcome.output.find("n.jsonl: 10 of 11 rows used, 1 skipped: row 11: \"strokes\" is missing") !=
        std::string::npos);
}

TEST_CASE("the steps of reading a picture are written as PNG") {
  const Shell shell;
  shell.write("n.png", png(picture_317()));
  CHECK(shell.inkling("read " + page_model + " n.png --steps steps").exit_code == 0);
  for (const char* step : {"paper", "mask", "lines", "parts"}) {
    CAPTURE(step);
    const auto image = decode_image(bytes_of(shell.read("steps/n.png." + std::string(step) + ".png")));
    REQUIRE(image.ok());
    CHECK(image.value().width == picture_317().width);
  }
}

TEST_CASE("a table has a row for each line of writing, quoted where it has to be, the least sure first") {
  const Shell shell;
  ink::Ink two_lines = number_317().ink;
  for (ink::Stroke stroke : number_317().ink) {
    for (ink::Point& point : stroke) point.y += 250;
    two_lines.push_back(std::move(stroke));
  }
  const std::string name = "=a,b.jsonl";
  shell.write(name, line_of(two_lines).dump() + "\n");
  const Outcome outcome = shell.inkling("read " + page_model + " '" + name + "' --table table.csv");
  CHECK(outcome.exit_code == 0);
  CHECK(outcome.output == "317\n317\n");
  const std::string table = shell.read("table.csv");
  CHECK(table.starts_with("file,left,top,right,bottom,text,confidence\r\n\"'=a,b.jsonl\","));
  CHECK(std::ranges::count(table, '\n') == 3);
  CHECK(table.find(",317,0.9") != std::string::npos);
  CHECK(shell.inkling("read " + page_model + " '" + name + "' --table no/table.csv").exit_code == 74);
}

TEST_CASE("each file that can't be read is reported, and the others are read") {
  const Shell shell;
  shell.write("good.png", png(picture_317()));
  shell.write("short.png", png(picture_317()).substr(0, 600));
  shell.write("short.jpg", jpeg(picture_317()).substr(0, 600));
  shell.write("blank.png", png(picture::GreyImage::black(40, 30)));
  shell.write("words.txt", "hello");
  shell.write("empty.png", "");
  const auto says = [&](const std::string& file, const std::string& reason) {
    const Outcome outcome = shell.inkling("read " + page_model + " " + file + " good.png");
    CAPTURE(outcome.output);
    CHECK(outcome.exit_code == 65);
    CHECK(outcome.output.find(file + ": " + reason) != std::string::npos);
    CHECK(outcome.output.find("good.png: 317") != std::string::npos);
  };
  says("short.png", "the PNG file is damaged or cut short");
  says("short.jpg", "the JPEG file is damaged or cut short");
  says("blank.png", "no digits found");
  says("words.txt", "not an image (PNG, JPEG, BMP");
  says("empty.png", "not an image (PNG, JPEG, BMP");
  CHECK(shell.inkling("read " + page_model + " absent.png").exit_code == 74);
  CHECK(shell.inkling("read " + page_model).exit_code == 2);
}

TEST_CASE("a damaged image is refused or decoded, and does no harm") {
  const std::string whole_png = png(picture_317()), whole_jpeg = jpeg(picture_317());
  Random random(3);
  for (int trial = 0; trial < 200; ++trial) {
    std::string bytes = trial % 2 == 0 ? whole_png : whole_jpeg;
    char& spoilt = bytes[8 + random.below(bytes.size() - 8)];
    spoilt = static_cast<char>(spoilt ^ static_cast<char>(1 + random.below(255)));
    const auto picture = decode_image(bytes_of(bytes));
    if (!picture) CHECK_FALSE(picture.error().message.empty());
  }
  std::string wide = png(picture::GreyImage::black(20'000, 1));
  CHECK(decode_image(bytes_of(wide)).error().message.find("20000x1 pixels") != std::string::npos);
}

TEST_CASE("evaluate reads synthetic numbers made from the chosen writers' strokes") {
  const Shell shell;
  shell.write("s.jsonl", strokes(200, 3));
  const auto json = shell.inkling_json("evaluate " + page_model + " s.jsonl --writers w0,w3 --numbers 20");
  CHECK(json["images"] == 80);
  REQUIRE(json["numbers"].size() == 20);
  CHECK(json["numbers"][0]["source"] == "strokes");
  CHECK(json["numbers"][0]["digits"] == 2);
  CHECK(json["numbers"][0]["accuracy"] >= 0.7);
  CHECK(json ==
        shell.inkling_json("evaluate " + page_model + " s.jsonl --writers w0,w3 --numbers 20 --threads 1"));
  CHECK(shell.inkling("evaluate " + page_model + " s.jsonl --writers w9").output.find("no writer \"w9\"") !=
        std::string::npos);
  shell.write("t.csv", csv(synthetic::synthetic_digits(20, 1), true));
  CHECK(shell.inkling("evaluate " + page_model + " t.csv --numbers 5").exit_code == 65);
}
