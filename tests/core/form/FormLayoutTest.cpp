// SPDX-License-Identifier: MIT
#include "core/form/FormLayout.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "core/form/FormJson.h"
#include "core/form/SheetSvg.h"
#include "core/form/TextWidth.h"

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

bool is_printed(const FormLayout& layout, std::string_view text) {
  return std::ranges::any_of(layout.labels, [&](const FormLabel& label) { return label.text == text; });
}

/// The size in which a sheet has a text.
double printed_size(const std::string& svg, const std::string& text) {
  const std::string name = "font-size=\"";
  const std::size_t end = svg.find(">" + text + "<");
  return std::stod(svg.substr(svg.rfind(name, end) + name.size()));
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
  CHECK(is_printed(layout, "Ada"));
  CHECK(is_printed(layout, "王小明王小明王小明王小明王小明王小明…"));
  CHECK(is_printed(layout, "3"));
  CHECK_FALSE(is_printed(layout, "1"));
  CHECK(layout.boxes[0].area.left - left == doctest::Approx(34));
}

TEST_CASE("the name of a column is printed on two lines if it is too long for one") {
  const FormLayout layout =
      layout_of(form_of("Homework and class participation:digits:3, B:tick", 1)).value();
  CHECK(is_printed(layout, "Homework and class"));
  CHECK(is_printed(layout, "participation"));
}

TEST_CASE("a long name of a row is printed smaller, or on two lines around the middle of its boxes") {
  Form form = form_of("A:digits:3", 2);
  form.row_names = {"Chloe Winterbottom-Fitzgerald-Smythe", "Alexandra Chloe Winterbottom-Fitzgerald-Smythe"};
  const FormLayout layout = layout_of(form).value();
  CHECK(is_printed(layout, form.row_names[0]));
  CHECK(is_printed(layout, "Alexandra Chloe"));
  CHECK(is_printed(layout, "Winterbottom-Fitzgerald-Smythe"));
  const FormLabel &first = layout.labels[layout.labels.size() - 2], &second = layout.labels.back();
  const Area& box = layout.boxes.back().area;
  CHECK(first.baseline - first.size > box.top);
  CHECK(second.baseline < box.bottom);
}

TEST_CASE("names of columns don't touch the next column, even if they have wide letters") {
  const Form form = form_of("WWWWWWWW:tick, Recommend:tick, WWWWWWWWWWWWWWWWWWWWWWWWWWWW:tick, B:tick", 1);
  const FormLayout layout = layout_of(form).value();
  const std::string svg = sheet_svg(form, layout, {});
  const auto heading = [&](std::size_t field) { return layout.labels[layout.labels.size() - 5 + field]; };
  for (std::size_t field = 0; field < 3; ++field) {
    const double size = printed_size(svg, heading(field).text);
    CHECK(size > 2);
    CHECK(heading(field).x + text_width(heading(field).text, size) < layout.boxes[field + 1].area.left - 1);
  }
}

TEST_CASE("names that nearly fill their room have a fixed width, because fonts differ") {
  Form form = form_of("A:digits:3", 2);
  form.row_names = {"Christopher Montgomery-Smythe", "Ann"};
  const FormLayout layout = layout_of(form).value();
  const std::string svg = sheet_svg(form, layout, {});
  const auto element = [&](const std::string& text) {
    const std::size_t end = svg.find(text), begin = svg.rfind("<text", end);
    return svg.substr(begin, end - begin);
  };
  const std::string fixed = " textLength=\"";
  const std::size_t at = element("Christopher").find(fixed);
  REQUIRE(at != std::string::npos);
  const double width = std::stod(element("Christopher").substr(at + fixed.size()));
  const FormLabel& name = layout.labels[layout.labels.size() - 2];
  CHECK(name.x + width < layout.boxes.front().area.left);
  CHECK(element(">Ann").find(fixed) == std::string::npos);
}

TEST_CASE("the name of the last column may be as wide as the page") {
  const FormLayout layout =
      layout_of(form_of("Supercalifragilisticexpialidocious and more:digits:1", 1)).value();
  CHECK(is_printed(layout, "Supercalifragilisticexpialidocious and more"));
}

TEST_CASE("the places of the boxes don't change, as sheets are printed") {
  Form form = form_of("Name:tick, A long name of a column:digits:2", 2);
  form.row_names = {"Chloe Winterbottom-Fitzgerald-Smythe"};
  const FormLayout layout = layout_of(form).value();
  CHECK(layout.boxes[0].area.left == doctest::Approx(55));
  CHECK(layout.boxes[1].area.left == doctest::Approx(66.04));
  CHECK(layout.boxes[3].area.top == doctest::Approx(47));
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
