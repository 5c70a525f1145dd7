// SPDX-License-Identifier: MIT
#include "core/form/ReadForm.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <variant>

#include "core/form/CornerMarks.h"
#include "core/form/FindPage.h"
#include "core/form/FormJson.h"
#include "core/form/MissingMark.h"
#include "core/synthetic/SyntheticDigits.h"
#include "tests/core/form/PageModel.h"
#include "tests/core/form/SimulatedPhoto.h"

using namespace inkling;
using namespace inkling::form;

namespace {

Form form_of(const char* columns, int rows) {
  Form form{.name = "Marks", .rows = rows, .fields = parse_columns(columns).value()};
  form.id = default_id(form);
  return form;
}

/// The digit in a box. Every fifth box is empty.
char content_of(std::size_t box) {
  return box % 5 == 4 ? ' ' : static_cast<char>('0' + box * 7 % 10);
}

/// A sheet with content_of() in its boxes, and some dark modules instead of a code.
PrintedSheet filled(const FormLayout& layout) {
  PrintedSheet sheet(layout, {3, {1, 0, 1, 0, 1, 1, 1, 1, 0}});
  Random random(5);
  for (std::size_t box = 0; box < layout.boxes.size(); ++box) {
    if (content_of(box) != ' ')
      sheet.write(layout.boxes[box].area, synthetic::synthetic_digit(content_of(box) - '0', random), 0.8, 0,
                  0, 0.5, 60);
  }
  return sheet;
}

/// Returns this text as the code of every picture.
CodeReader code_reader(std::string text) {
  return [text = std::move(text)](const picture::GreyImage&) { return std::optional(text); };
}

Result<PageReading> read(const picture::GreyImage& photo, const Form& form, int page = 1) {
  return read_form(page_recognizer(), photo, form, code_reader(code_text(form, page)));
}

std::optional<std::string> no_code(const picture::GreyImage&) {
  return std::nullopt;
}

/// Covers an area of a sheet with a margin.
void cover(picture::GreyImage& page, const Area& area) {
  constexpr double margin = 2;
  const auto pixel = [](double millimetres) { return static_cast<int>(millimetres * print_scale); };
  for (int y = pixel(area.top - margin); y < pixel(area.bottom + margin); ++y) {
    for (int x = pixel(area.left - margin); x < pixel(area.right + margin); ++x) page.at(x, y) = 180;
  }
}

struct Score {
  int cells = 0, accepted = 0, wrong = 0;
};

/// Compares cells of one box each with content_of().
Score score(const PageReading& page) {
  Score score;
  for (std::size_t cell = 0; cell < page.cells.size(); ++cell) {
    const std::string expected = content_of(cell) == ' ' ? "" : std::string(1, content_of(cell));
    ++score.cells;
    if (page.cells[cell].needs_review()) continue;
    ++score.accepted;
    score.wrong += page.cells[cell].text != expected;
  }
  return score;
}

const Form& single_boxes() {
  static const Form form = form_of("A:digits:1, B:digits:1, C:digits:1, D:digits:1", 10);
  return form;
}

const PrintedSheet& sheet() {
  static const FormLayout layout = layout_of(single_boxes()).value();
  static const PrintedSheet printed = filled(layout);
  return printed;
}

void check_read(const CameraOptions& camera, std::uint64_t seed) {
  Random random(seed);
  const auto page = read(photograph(sheet().image(), camera, random), single_boxes());
  REQUIRE_MESSAGE(page.ok(), page.error().message);
  const Score result = score(page.value());
  CHECK(result.cells == 40);
  CHECK(result.accepted >= 34);
  CHECK(result.wrong == 0);
}

}  // namespace

TEST_CASE("a sheet is read at any angle, even upside down") {
  for (const double degrees : {0.0, 10.0, 30.0, 90.0, 180.0, 250.0}) {
    CAPTURE(degrees);
    check_read({.degrees = degrees, .fill = 0.6}, 1);
  }
}

TEST_CASE("a sheet is read in perspective, curled, unevenly lit, shadowed, blurred or noisy") {
  check_read({.perspective = 0.1}, 2);
  check_read({.curl = 1.5}, 3);
  check_read({.light = 0.8}, 4);
  check_read({.shadow = 0.5}, 5);
  check_read({.blur = 1.5, .noise = 8}, 6);
}

TEST_CASE("a sheet with a missing corner mark is read if its code can be read") {
  for (std::size_t corner = 0; corner < 4; ++corner) {
    CAPTURE(corner);
    picture::GreyImage page = sheet().image();
    cover(page, layout_of(single_boxes()).value().marks[corner]);
    Random random(20 + corner);
    const auto photo = photograph(page, {.degrees = 20, .fill = 0.7, .perspective = 0.06}, random);
    const auto reading = read(photo, single_boxes());
    REQUIRE_MESSAGE(reading.ok(), reading.error().message);
    const Score result = score(reading.value());
    CHECK(result.accepted >= 34);
    CHECK(result.wrong == 0);
    const auto without_code = read_form(page_recognizer(), photo, single_boxes(), no_code);
    REQUIRE_FALSE(without_code.ok());
    CHECK(without_code.error().code.name() == "cornerMarkMissing");
  }
}

TEST_CASE("the error names a missing corner mark, unless two are missing") {
  Random random(7);
  picture::GreyImage photo = photograph(sheet().image(), {.perspective = 0.02}, random);
  for (int y = 0; y < photo.height / 5; ++y) {
    for (int x = photo.width * 4 / 5; x < photo.width; ++x) photo.at(x, y) = 60;
  }
  const auto cut = read_form(page_recognizer(), photo, single_boxes(), no_code);
  REQUIRE_FALSE(cut.ok());
  CHECK(cut.error().message ==
        "the corner mark at the top right of the sheet is missing. Photograph the whole sheet.");
  CHECK(std::get<std::string>(cut.error().values[0].content) == "topRight");
  const auto half = read(
      photograph(sheet().image(), {.degrees = 0, .perspective = 0, .shift_x = 0.14}, random), single_boxes());
  REQUIRE_FALSE(half.ok());
  CHECK(half.error().code.name() == "noCornerMarks");
}

TEST_CASE("boxes match lines in the picture only with the right map") {
  Random random(11);
  const auto photo = photograph(sheet().image(), {.degrees = 10, .perspective = 0.05}, random);
  const auto page = find_page(photo, single_boxes());
  REQUIRE(page.ok());
  const auto& [layout, map, missing] = page.value();
  CHECK(boxes_match(photo, layout, map));
  Homography::Quad corners = mark_middles(layout), elsewhere = corners;
  for (Position& corner : corners) corner = map(corner);
  for (Position& corner : elsewhere) corner = {0.8 * corner.x, 0.7 * corner.y};
  CHECK_FALSE(boxes_match(photo, layout, Homography::between(elsewhere, corners).value()));
}

TEST_CASE("cells in a corner of the sheet that is outside the picture need review") {
  const Form form = form_of("A:digits:9, B:digits:9", 25);
  const PrintedSheet printed(layout_of(form).value(), {1, {1}});
  Random random(9);
  picture::GreyImage photo =
      photograph(printed.image(), {.degrees = 25, .fill = 0.7, .perspective = 0}, random);
  photo.height -= photo.height / 5;  // cuts off the sheet's bottom right corner, which is lowest
  photo.pixels.resize(static_cast<std::size_t>(photo.width) * static_cast<std::size_t>(photo.height));
  const auto page = read(photo, form);
  REQUIRE_MESSAGE(page.ok(), page.error().message);
  REQUIRE(page.value().cells.size() == 50);
  CHECK(page.value().cells.back().reason == ReviewReason::outside);
  CHECK(std::ranges::count_if(page.value().cells, &FormCell::needs_review) <= 8);
}

TEST_CASE("a picture without a sheet is an error") {
  picture::GreyImage noise = picture::GreyImage::black(800, 600);
  Random random(3);
  for (std::uint8_t& pixel : noise.pixels) pixel = static_cast<std::uint8_t>(random.below(256));
  for (const picture::GreyImage& picture : {noise, picture::GreyImage::black(300, 200), picture::GreyImage()})
    CHECK_FALSE(read(picture, single_boxes()).ok());
}

TEST_CASE("a sheet of another form, of a changed form, or with an unknown page is an error") {
  Form form = form_of("A:digits:3", 60);
  const std::string code = code_text(form, 2);
  CHECK(page_of_code(form, code).value() == 2);
  CHECK_FALSE(page_of_code(form, std::nullopt).ok());
  CHECK_FALSE(page_of_code(form, "a shop's code").ok());
  CHECK_FALSE(page_of_code(form, code_text(form, 4)).ok());
  const Form other = form_of("B:digits:3", 60);
  CHECK(page_of_code(other, code).error().message.find("sheet of the form") != std::string::npos);
  CHECK(page_of_code(other, code).error().code.name() == "otherForm");
  form.rows = 61;
  CHECK(page_of_code(form, code).error().message.find("before the form was changed") != std::string::npos);
  CHECK(page_of_code(single_boxes(), std::nullopt).value() == 1);  // the form has a single page
}

TEST_CASE("ticks are detected, and a field's digits are joined and checked") {
  const Form form = form_of("Day:date, Points:decimal:2.1, Here:tick", 3);
  const FormLayout layout = layout_of(form).value();
  PrintedSheet printed(layout, {1, {1}});
  Random random(4);
  const std::string content =
      "31122026 75x"
      "31022026 1  "
      "            ";
  REQUIRE(content.size() == layout.boxes.size());
  for (std::size_t box = 0; box < layout.boxes.size(); ++box) {
    if (content[box] == ' ') continue;
    const ink::Ink strokes = content[box] == 'x' ? ink::Ink{{{0, 60}, {35, 100}, {90, 0}}}
                                                 : synthetic::synthetic_digit(content[box] - '0', random);
    printed.write(layout.boxes[box].area, strokes, 0.75, 0, 0, 0.5, 50);
  }
  const auto page = read(photograph(printed.image(), {}, random), form);
  REQUIRE_MESSAGE(page.ok(), page.error().message);
  CHECK(page.value().cells[0].text == "2026-12-31");
  std::string year;
  for (std::size_t at = 0; at < 4; ++at) year += std::to_string(page.value().cells[0].digits[at].digit);
  CHECK(year == "2026");  // its digits are in the order of its text
  CHECK(page.value().cells[1].text == "7.5");
  CHECK(page.value().cells[2].text == "x");
  CHECK(page.value().cells[3].needs_review());
  CHECK(page.value().cells[6].text.empty());
  CHECK(page.value().cells[7].text.empty());
  CHECK_FALSE(page.value().cells[7].needs_review());
}
