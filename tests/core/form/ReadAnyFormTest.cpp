// SPDX-License-Identifier: MIT
#include "core/form/ReadAnyForm.h"

#include <doctest/doctest.h>

#include "core/form/CellPicture.h"
#include "core/form/FormJson.h"
#include "core/form/SheetSvg.h"
#include "core/synthetic/SyntheticDigits.h"
#include "tests/core/form/PageModel.h"
#include "tests/core/form/SimulatedPhoto.h"

using namespace inkling;
using namespace inkling::form;

namespace {

Form form_of(const char* name, int rows, PageSize page = PageSize::a4) {
  Form form{.name = name, .page = page, .rows = rows, .fields = parse_columns("A:digits:1").value()};
  form.id = default_id(form);
  return form;
}

const Form& marks() {
  static const Form form = form_of("Marks", 3);
  return form;
}

const Form& meters() {
  static const Form form = form_of("Meters", 2, PageSize::letter);
  return form;
}

/// A photo of a page with a 7 in its first box.
picture::GreyImage photo_of(const Form& form) {
  const FormLayout layout = layout_of(form).value();
  PrintedSheet sheet(layout, {3, {1, 0, 1, 0, 1, 1, 1, 1, 0}});
  Random random(3);
  sheet.write(layout.boxes[0].area, synthetic::synthetic_digit(7, random), 0.8, 0, 0, 0.5, 60);
  return photograph(sheet.image(), {.degrees = 5}, random);
}

/// Returns this text as the code of every picture.
CodeReader code_reader(std::optional<std::string> text) {
  return [text = std::move(text)](const picture::GreyImage&) { return text; };
}

auto read(const picture::GreyImage& picture, const std::vector<Form>& forms,
          std::optional<std::string> code) {
  return read_any_form(page_recognizer(), picture, forms, code_reader(std::move(code)));
}

}  // namespace

TEST_CASE("a sheet is read as the form that its code names, even if the page sizes of the forms differ") {
  for (const Form& form : {marks(), meters()}) {
    const auto reading = read(photo_of(form), {marks(), meters()}, code_text(form, 1));
    REQUIRE_MESSAGE(reading.ok(), reading.error().message);
    REQUIRE(reading.value());
    CHECK(reading.value()->form == (form.id == marks().id ? 0 : 1));
    CHECK(reading.value()->page.cells.front().text == "7");
    CHECK(reading.value()->page.cells.back().text.empty());
  }
}

TEST_CASE("a sheet with an unreadable code is read if there is only one form") {
  CHECK(read(photo_of(marks()), {marks()}, std::nullopt).ok());
  CHECK_FALSE(read(photo_of(marks()), {marks(), meters()}, std::nullopt).ok());
}

TEST_CASE("a sheet of an unknown form is an error that names its id") {
  const auto reading = read(photo_of(meters()), {marks()}, code_text(meters(), 1));
  REQUIRE_FALSE(reading.ok());
  CHECK(reading.error().message.find(meters().id) != std::string::npos);
}

TEST_CASE("a sheet is an error if no printed form is known") {
  Form custom = form_of("Custom", 1);
  custom.anchor = Anchor::picture;
  custom.fields[0].area = Area{0.2, 0.2, 0.4, 0.5};
  for (const std::vector<Form>& forms : {std::vector<Form>{}, {custom}}) {
    for (const Form& form : {marks(), meters()}) {
      const auto reading = read(photo_of(form), forms, code_text(form, 1));
      REQUIRE_FALSE(reading.ok());
      CHECK(reading.error().code.name() == "unknownForm");
    }
    const auto unread = read(photo_of(marks()), forms, std::nullopt);
    REQUIRE_FALSE(unread.ok());
    CHECK(unread.error().code.name() == "sheetCode");
  }
}

TEST_CASE("a picture without a sheet isn't an error if there are no forms") {
  picture::GreyImage blank = picture::GreyImage::black(600, 400);
  std::ranges::fill(blank.pixels, std::uint8_t{230});
  const auto none = read(blank, {}, code_text(marks(), 1));
  REQUIRE(none.ok());
  CHECK_FALSE(none.value());
}

TEST_CASE("a picture without a sheet is read as the custom form, if there is one") {
  picture::GreyImage blank = picture::GreyImage::black(600, 400);
  std::ranges::fill(blank.pixels, std::uint8_t{230});
  const auto none = read(blank, {marks()}, std::nullopt);
  REQUIRE(none.ok());
  CHECK_FALSE(none.value());
  Form custom = form_of("Custom", 1);
  custom.anchor = Anchor::picture;
  custom.fields[0].area = Area{0.2, 0.2, 0.4, 0.5};
  const auto reading = read(blank, {marks(), custom}, std::nullopt);
  REQUIRE(reading.ok());
  REQUIRE(reading.value());
  CHECK(reading.value()->form == 1);
}

TEST_CASE("a sheet that is recognised only by its code is an error") {
  picture::GreyImage blank = picture::GreyImage::black(600, 400);
  std::ranges::fill(blank.pixels, std::uint8_t{230});
  CHECK_FALSE(read(blank, {marks()}, code_text(marks(), 1)).ok());
}

TEST_CASE("a cell's picture is rectified and has a margin") {
  picture::GreyImage picture = picture::GreyImage::black(300, 300);
  std::ranges::fill(picture.pixels, std::uint8_t{200});
  for (int y = 100; y < 140; ++y) {
    for (int x = 100; x < 180; ++x) picture.at(x, y) = 50;
  }
  const auto cell = cell_picture(picture, {{{100, 100}, {180, 100}, {180, 140}, {100, 140}}});
  CHECK(cell.width == 100);
  CHECK(cell.height == 60);
  CHECK(cell.at(50, 30) == 50);
  CHECK(cell.at(3, 3) == 200);
  const auto turned = cell_picture(picture, {{{180, 140}, {100, 140}, {100, 100}, {180, 100}}});
  CHECK(turned.width == 100);
  CHECK(turned.at(50, 30) == 50);
}
