// SPDX-License-Identifier: MIT
#include "core/form/FormLayout.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/form/TextWidth.h"

namespace inkling::form {

namespace {

// In millimetres. Printers can't print on about 5 at the edges.
constexpr double edge = 10, mark_side = 8, hole_side = 3.2;
constexpr double side_margin = 12, number_width = 9, max_row_name = 40, column_gap = 4;
constexpr double code_side = 18, code_top = 9, title_size = 5, label_size = 3.2,
                 line_height = 1.15 * label_size;
constexpr double first_row = 36, below_rows = 20;
constexpr double min_pitch = 8.9, max_pitch = 11, row_gap = 2.2, max_box_height = 8;
constexpr double min_box_width = 5.5, max_box_width = 7, box_gap = 1, separator = 2.2;
constexpr double custom_width = 180;

struct PaperSize {
  double width, height;
};

PaperSize paper_size(PageSize size) {
  return size == PageSize::a4 ? PaperSize{210, 297} : PaperSize{215.9, 279.4};
}

Area square(double left, double top, double side) {
  return {left, top, left + side, top + side};
}

/// How many separators precede a box of a field: the point of a decimal, or the separators of a date.
int separators_before(const FormField& field, int index) {
  if (field.kind == FieldKind::decimal) return index >= field.boxes - field.decimals ? 1 : 0;
  if (field.kind != FieldKind::date) return 0;
  const bool year_first = field.order == DateOrder::year_month_day;
  return (index >= (year_first ? 4 : 2)) + (index >= (year_first ? 6 : 4));
}

std::string label_of(const FormField& field) {
  if (field.kind != FieldKind::date) return field.name;
  const std::string order = field.order == DateOrder::day_month_year   ? "DD MM YYYY"
                            : field.order == DateOrder::month_day_year ? "MM DD YYYY"
                                                                       : "YYYY MM DD";
  return field.name + " (" + order + ")";
}

/// Estimates the width of a label by its bytes. The places of the boxes follow from it, so it can't change
/// without making printed sheets unreadable. text_width() is more accurate.
double estimated_width(const std::string& label) {
  return 0.55 * label_size * static_cast<double>(label.size());
}

/// The width of the rows' numbers or names, with the gap behind them.
double row_label_width(const Form& form) {
  constexpr double gap = 3;
  double width = number_width - gap;
  for (const std::string& name : form.row_names) width = std::max(width, estimated_width(name));
  return std::min(max_row_name, width) + gap;
}

bool is_legible(const std::string& text, double room) {
  constexpr double min_size = 2.1;  // about 6 points
  return text_width(text, min_size) <= room;
}

void remove_last_character(std::string& text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
  if (!text.empty()) text.pop_back();
}

/// Cuts a text that would have to be printed too small to fit.
std::string shortened(std::string text, double room) {
  constexpr const char* ellipsis = "…";
  if (is_legible(text, room)) return text;
  while (!text.empty() && !is_legible(text + ellipsis, room)) remove_last_character(text);
  return text + ellipsis;
}

/// The space that divides a text into the most equal halves, or npos.
std::size_t middle_space(const std::string& text) {
  const auto imbalance = [&](std::size_t at) { return std::max(at, text.size() - at); };
  std::size_t best = text.npos;
  for (std::size_t at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
    if (best == text.npos || imbalance(at) < imbalance(best)) best = at;
  }
  return best;
}

/// Breaks a text into two lines if it doesn't fit on one in this size.
std::vector<std::string> lines_of(const std::string& text, double room, double size) {
  const std::size_t space = text_width(text, size) > room ? middle_space(text) : text.npos;
  if (space == text.npos) return {shortened(text, room)};
  return {shortened(text.substr(0, space), room), shortened(text.substr(space + 1), room)};
}

double boxes_width(const FormField& field, double box_width) {
  return field.boxes * box_width + (field.boxes - 1) * box_gap +
         separators_before(field, field.boxes - 1) * separator;
}

double column_width(const FormField& field, double box_width) {
  constexpr double max_label = 36;
  return std::max(boxes_width(field, box_width), std::min(max_label, estimated_width(label_of(field))));
}

double table_width(const Form& form, double box_width) {
  double width = row_label_width(form) - column_gap;
  for (const FormField& field : form.fields) width += column_gap + column_width(field, box_width);
  return width;
}

Error too_wide_error(double needed, double room) {
  return Error{"The columns need " + std::to_string(std::lround(needed)) + " mm, but a page has " +
               std::to_string(std::lround(room)) + " mm. Use fewer boxes, or two forms."}
      .with_code("formTooWide", {{"needed", needed}, {"room", room}});
}

/// Lays out one page.
class LayoutBuilder {
 public:
  LayoutBuilder(const Form& form, double box_width, double height, double pitch)
      : form_(form), row_label_width_(row_label_width(form)), box_width_(box_width), pitch_(pitch) {
    box_height_ = std::min(max_box_height, pitch - row_gap);
    layout_.height = height;
  }

  FormLayout make(double width, int page, int pages, int rows_per_page) {
    layout_.width = width;
    layout_.page = page;
    layout_.pages = pages;
    add_corners();
    add_title();
    add_column_labels();
    const int begin = (page - 1) * rows_per_page, end = std::min(form_.rows, begin + rows_per_page);
    for (int row = begin; row < end; ++row) add_row(row, first_row + pitch_ * (row - begin));
    return std::move(layout_);
  }

 private:
  void add_corners() {
    const double right = layout_.width - edge - mark_side, bottom = layout_.height - edge - mark_side;
    layout_.marks = {square(edge, edge, mark_side), square(right, edge, mark_side),
                     square(right, bottom, mark_side), square(edge, bottom, mark_side)};
    const double inset = (mark_side - hole_side) / 2;
    layout_.mark_hole = square(edge + inset, edge + inset, hole_side);
    layout_.code = square(right - 4 - code_side, code_top, code_side);
  }

  void add_title() {
    const double left = edge + mark_side + 4, room = layout_.code.left - 4 - left;
    layout_.labels.push_back(
        {form_.name, left, edge + title_size, title_size, FormLabel::Align::start, room});
    const std::string page = std::to_string(layout_.page) + " / " + std::to_string(layout_.pages);
    layout_.labels.push_back({form_.id + "   " + page, left, edge + 2 * title_size + 1, label_size,
                              FormLabel::Align::start, room});
  }

  void add_column_labels() {
    double left = side_margin + row_label_width_;
    for (const FormField& field : form_.fields) {
      const double width = column_width(field, box_width_);
      const bool is_last = &field == &form_.fields.back();
      const double room = is_last ? layout_.width - side_margin - left : width + column_gap / 2;
      add_lines(lines_of(label_of(field), room, label_size), left, first_row - 1.6, room);
      left += width + column_gap;
    }
  }

  void add_lines(const std::vector<std::string>& lines, double left, double last_baseline, double room) {
    double baseline = last_baseline - line_height * static_cast<double>(lines.size() - 1);
    for (const std::string& line : lines) {
      layout_.labels.push_back({line, left, baseline, label_size, FormLabel::Align::start, room});
      baseline += line_height;
    }
  }

  void add_row(int row, double top) {
    add_row_label(row, top + box_height_ / 2 + label_size / 3);
    double left = side_margin + row_label_width_;
    for (std::size_t field = 0; field < form_.fields.size(); ++field) {
      add_boxes(field, row, left, top);
      left += column_width(form_.fields[field], box_width_) + column_gap;
    }
  }

  /// A number is next to its boxes. If rows have names, all labels start at the margin.
  void add_row_label(int row, double baseline) {
    const std::string name = form_.row_name(row), number = std::to_string(row + 1);
    if (form_.row_names.empty()) {
      layout_.labels.push_back({number, side_margin + number_width - 3, baseline, label_size,
                                FormLabel::Align::end, number_width});
      return;
    }
    constexpr double min_gap = 1.5, min_size = 2.4;  // before the boxes, and to be printed on one line
    const double room = row_label_width_ - min_gap;
    const auto lines = lines_of(name.empty() ? number : name, room, min_size);
    add_lines(lines, side_margin, baseline + line_height / 2 * static_cast<double>(lines.size() - 1), room);
  }

  void add_boxes(std::size_t field, int row, double left, double top) {
    constexpr double point_side = 0.9;
    const FormField& format = form_.fields[field];
    for (int index = 0; index < format.boxes; ++index) {
      const int separators = separators_before(format, index);
      const double start = left + index * (box_width_ + box_gap) + separators * separator;
      layout_.boxes.push_back({field, row, index, {start, top, start + box_width_, top + box_height_}});
      if (index == 0 || separators == separators_before(format, index - 1)) continue;
      const double middle = start - (box_gap + separator) / 2;
      layout_.points.push_back(square(middle - point_side / 2, top + box_height_ - point_side, point_side));
    }
  }

  const Form& form_;
  double row_label_width_, box_width_, box_height_, pitch_;
  FormLayout layout_;
};

}  // namespace

Result<FormLayout> layout_of(const Form& form, int page) {
  const auto [width, height] = paper_size(form.page);
  const double room = width - 2 * side_margin;
  const double needed = table_width(form, min_box_width);
  if (needed > room) return too_wide_error(std::ceil(needed), std::floor(room));
  double box_width = max_box_width;
  while (table_width(form, box_width) > room) box_width = std::max(min_box_width, box_width - 0.05);
  const double rows_height = height - first_row - below_rows;
  const int rows_per_page = static_cast<int>(rows_height / min_pitch);
  const int pages = (form.rows + rows_per_page - 1) / rows_per_page;
  if (page < 1 || page > pages)
    return Error{"The form has no page " + std::to_string(page) + ", but pages 1 to " +
                 std::to_string(pages) + "."}
        .with_code("noFormPage", {{"page", page}, {"pages", pages}});
  const double pitch = std::min(max_pitch, rows_height / std::min(rows_per_page, form.rows));
  return LayoutBuilder(form, box_width, height, pitch).make(width, page, pages, rows_per_page);
}

FormLayout custom_layout(const Form& form, double aspect) {
  FormLayout layout;
  layout.width = custom_width;
  layout.height = custom_width * aspect;
  for (std::size_t field = 0; field < form.fields.size(); ++field) {
    const Area area = form.fields[field].area.value_or(Area{});
    layout.boxes.push_back({field,
                            0,
                            0,
                            {area.left * layout.width, area.top * layout.height, area.right * layout.width,
                             area.bottom * layout.height}});
  }
  return layout;
}

}  // namespace inkling::form
