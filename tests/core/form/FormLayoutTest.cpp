// SPDX-License-Identifier: MIT
#include "core/form/FormLayout.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/form/FormJson.h"
#include "core/form/SheetSvg.h"

using namespace inkling;
using namespace inkling::form;

namespace {

Form form_of(const char* columns, int rows, PageSize page = PageSize::a4) {
  Form form{.name = "Marks & <more>", .page = page, .rows = rows, .fields = parse_columns(columns).value()};
  form.id = default_id(form);
  return form;
}

bool overlap(const Area& a, const Area& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

}  // namespace

TEST_CASE("boxes are on the page, and don't overlap each other, the marks or the code") {
  for (const PageSize page : {PageSize::a4, PageSize::letter}) {
    const FormLayout layout =
        layout_of(form_of("A:digits:3, B:decimal:2.1, C:date, D:tick", 25, page)).value();
    CHECK(layout.pages == 1);
    CHECK(layout.boxes.size() == 25 * (3 + 3 + 8 + 1));
    for (std::size_t index = 0; index < layout.boxes.size(); ++index) {
      const Area& area = layout.boxes[index].area;
      CHECK(area.left > 5);
      CHECK(area.right < layout.width - 5);
      CHECK_FALSE(overlap(area, layout.code));
      CHECK(std::ranges::none_of(layout.marks, [&](const Area& mark) { return overlap(area, mark); }));
      if (index > 0) CHECK_FALSE(overlap(area, layout.boxes[index - 1].area));
    }
  }
}

TEST_CASE("rows continue on the next page, and columns that don't fit are an error") {
  const Form form = form_of("A:digits:3", 60);
  const FormLayout first = layout_of(form).value();
  CHECK(first.pages == 3);
  const FormLayout last = layout_of(form, 3).value();
  CHECK(last.boxes.back().row == 59);
  CHECK(last.boxes.front().area.top == first.boxes.front().area.top);
  CHECK_FALSE(layout_of(form, 4).ok());
  const auto wide = layout_of(form_of("A:digits:20, B:digits:20", 5));
  REQUIRE_FALSE(wide.ok());
  CHECK(wide.error().message.find("Use fewer boxes") != std::string::npos);
  CHECK(wide.error().code.name() == "formTooWide");
}

TEST_CASE("names of rows are printed in place of their numbers, long ones shortened") {
  Form form = form_of("A:digits:3", 3);
  const double left = layout_of(form).value().boxes[0].area.left;
  form.row_names = {"Ada", "王小明王小明王小明王小明王小明王小明王小明王小明王小明王小明"};
  const FormLayout layout = layout_of(form).value();
  const auto& labels = layout.labels;
  const auto is_printed = [&](std::string_view text) {
    return std::ranges::any_of(labels, [&](const FormLabel& label) { return label.text == text; });
  };
  CHECK(is_printed("Ada"));
  CHECK(is_printed("王小明王小明王小明…"));
  CHECK(is_printed("3"));
  CHECK_FALSE(is_printed("1"));
  CHECK(layout.boxes[0].area.left - left == doctest::Approx(34));
}

TEST_CASE("the name of a column is printed on two lines if it is too long for one") {
  const FormLayout layout = layout_of(form_of("Homework and class participation:digits:3", 1)).value();
  const auto is_printed = [&](std::string_view text) {
    return std::ranges::any_of(layout.labels, [&](const FormLabel& label) { return label.text == text; });
  };
  CHECK(is_printed("Homework and class"));
  CHECK(is_printed("participation"));
}

TEST_CASE("a sheet's code changes with the names of the rows") {
  Form form = form_of("A:digits:3", 3);
  const std::string check = layout_check(form), id = default_id(form);
  form.row_names = {"Ada"};
  CHECK(layout_check(form) != check);
  CHECK(default_id(form) != id);
}

TEST_CASE("a sheet's code identifies its form, page and layout") {
  Form form = form_of("A:digits:3", 60);
  const auto code = parse_code_text(code_text(form, 2));
  REQUIRE(code);
  CHECK(code->form == form.id);
  CHECK(code->page == 2);
  CHECK(code->check == layout_check(form));
  form.fields[0].boxes = 4;
  CHECK(code->check != layout_check(form));
  for (const char* other :
       {"", "https://example.org/a-1-b", "INKLING-", "INKLING-A-0-B", "INKLING-A-x-B", "INKLING-A"})
    CHECK_FALSE(parse_code_text(other));
}

TEST_CASE("a sheet is SVG in real size, with names escaped") {
  const Form form = form_of("A<b>:digits:3", 2);
  const std::string svg = sheet_svg(form, layout_of(form).value(), {2, {1, 0, 1, 1}});
  CHECK(svg.find("width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\"") != std::string::npos);
  CHECK(svg.find("Marks &amp; &lt;more&gt;") != std::string::npos);
  CHECK(svg.find("A&lt;b&gt;") != std::string::npos);
  CHECK(svg.find("<b>") == std::string::npos);
}
