// SPDX-License-Identifier: MIT
#include "core/form/CustomForm.h"

#include <doctest/doctest.h>

#include "core/form/FormJson.h"
#include "core/form/FrameOutline.h"
#include "core/form/ReadForm.h"
#include "core/synthetic/SyntheticDigits.h"
#include "tests/core/form/PageModel.h"
#include "tests/core/form/SimulatedPhoto.h"

using namespace inkling;
using namespace inkling::form;

namespace {

constexpr int side = 9;  // cells per side, as in a sudoku

/// A page with a printed grid.
FormLayout grid_page() {
  FormLayout layout;
  layout.width = 210;
  layout.height = 297;
  for (int row = 0; row < side; ++row) {
    for (int column = 0; column < side; ++column) {
      const double left = 24 + 18 * column, top = 40 + 18 * row;
      layout.boxes.push_back({0, 0, 0, {left, top, left + 18, top + 18}});
    }
  }
  return layout;
}

/// A form with a field per cell, whose area is in fractions of the page.
Form grid_form(const FormLayout& page) {
  Form form{.name = "Grid", .id = "GRID", .anchor = Anchor::picture};
  for (std::size_t cell = 0; cell < page.boxes.size(); ++cell) {
    const Area& box = page.boxes[cell].area;
    form.fields.push_back({.name = "cell " + std::to_string(cell + 1),
                           .area = Area{box.left / page.width, box.top / page.height, box.right / page.width,
                                        box.bottom / page.height}});
  }
  return form;
}

}  // namespace

TEST_CASE("a custom form is anchored to its printed frame, and read in photos") {
  const FormLayout layout = grid_page();
  const Form form = anchored(grid_form(layout), PrintedSheet(layout, {}).image());
  REQUIRE(check_form(form).ok());
  CHECK(form.anchor == Anchor::frame);
  CHECK(form.fields[0].area->left == doctest::Approx(0).epsilon(0.01));
  CHECK(form.fields[80].area->right == doctest::Approx(1).epsilon(0.01));

  PrintedSheet sheet(layout, {});
  Random random(8);
  for (std::size_t cell = 0; cell < layout.boxes.size(); cell += 2)
    sheet.write(layout.boxes[cell].area, synthetic::synthetic_digit(static_cast<int>(cell % 10), random),
                0.65, 0, 0, 0.7, 70);
  for (const double degrees : {0.0, 12.0}) {
    CAPTURE(degrees);
    const auto page =
        read_form(page_recognizer(), photograph(sheet.image(), {.degrees = degrees}, random), form, {});
    REQUIRE_MESSAGE(page.ok(), page.error().message);
    int right = 0;
    for (std::size_t cell = 0; cell < layout.boxes.size(); ++cell)
      right += page.value().cells[cell].text == (cell % 2 == 0 ? std::to_string(cell % 10) : "");
    CHECK(right >= 77);
  }
}

TEST_CASE("a printed frame is found on a table of any dark grey, which is no frame itself") {
  const FormLayout layout = grid_page();
  const PrintedSheet sheet(layout, {});
  const Form form = anchored(grid_form(layout), sheet.image());
  Random random(4);
  for (const double grey : {15.0, 60.0, 110.0}) {
    for (const double degrees : {-20.0, 0.0, 9.0}) {
      CAPTURE(grey);
      CAPTURE(degrees);
      const auto photo = photograph(
          sheet.image(), {.degrees = degrees, .fill = 0.7, .perspective = 0.1, .table = grey}, random);
      const auto corners = anchor_corners(photo, form.anchor);
      REQUIRE(corners.has_value());
      const double width = distance((*corners)[0], (*corners)[1]),
                   height = distance((*corners)[0], (*corners)[3]);
      CHECK(width / height == doctest::Approx(1).epsilon(0.25));
      CHECK(width < 0.7 * 2400 * 210 / 297);
    }
  }
}

TEST_CASE("areas without a frame around them are anchored to the picture") {
  FormLayout empty;
  empty.width = 210;
  empty.height = 297;
  CHECK(anchored(grid_form(grid_page()), PrintedSheet(empty, {}).image()).anchor == Anchor::picture);
}
