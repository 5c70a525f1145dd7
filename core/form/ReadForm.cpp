// SPDX-License-Identifier: MIT
#include "core/form/ReadForm.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/base/Median.h"
#include "core/form/BoxDigit.h"
#include "core/form/BoxInk.h"
#include "core/form/CornerMarks.h"
#include "core/form/MissingMark.h"
#include "core/form/ReadArea.h"
#include "core/form/RectifiedPage.h"
#include "core/form/SheetSvg.h"
#include "core/form/WriterAdaptation.h"

namespace inkling::form {

namespace {

Area in_millimetres(const Area& box) {
  return {box.left / page_scale, box.top / page_scale, box.right / page_scale, box.bottom / page_scale};
}

Homography::Quad corners_in_picture(const Homography& to_picture, const Area& area) {
  return {to_picture({area.left, area.top}), to_picture({area.right, area.top}),
          to_picture({area.right, area.bottom}), to_picture({area.left, area.bottom})};
}

bool is_in_picture(const picture::GreyImage& picture, const Homography::Quad& corners) {
  return std::ranges::all_of(corners, [&](Position corner) {
    return corner.x >= 0 && corner.y >= 0 && corner.x <= picture.width && corner.y <= picture.height;
  });
}

Area around(const Area& first, const Area& last) {
  return {first.left, std::min(first.top, last.top), last.right, std::max(first.bottom, last.bottom)};
}

/// The ink of each box. Ink that is much paler than the rest of the page is marked as faint: it may be dirt
/// or the edge of a shadow.
std::vector<BoxInk> inks_of(const PageInk& page, const std::vector<Area>& boxes) {
  constexpr double min_strength = 0.5;  // of the page's median
  std::vector<BoxInk> inks;
  std::vector<int> strengths;
  for (const Area& box : boxes) {
    inks.push_back(page.in_box(box));
    if (inks.back().image) strengths.push_back(inks.back().strength);
  }
  const int usual = strengths.empty() ? 0 : median(strengths);
  for (BoxInk& ink : inks) ink.is_faint |= ink.strength < min_strength * usual;
  return inks;
}

/// A cell before its value is known.
struct CellContent {
  FormCell cell;
  std::string boxes = {};  // as for value_of(), or "x" for a tick
  bool has_faint = false, is_outside = false;

  /// Whether each character except blanks corresponds to one of the digits.
  bool has_digits_by_box() const {
    const auto blank = std::ranges::count(boxes, ' ');
    return cell.digits.size() + static_cast<std::size_t>(blank) == boxes.size();
  }
};

/// Reads one page.
class PageReader {
 public:
  PageReader(const recognize::Recognizer& recognizer, const Form& form)
      : recognizer_(recognizer), memory_(recognizer.make_memory()), form_(form) {}

  PageReading read(const picture::GreyImage& picture, const FoundPage& found) {
    const Area whole{0, 0, found.layout.width, found.layout.height};
    picture::GreyImage contrast = contrast_to_paper(rectify(picture, found.to_picture, whole, page_scale));
    const std::vector<Area> boxes = locate_boxes(contrast, found.layout);
    const std::vector<BoxInk> inks = inks_of(PageInk(std::move(contrast), boxes, found.layout.points), boxes);
    for (std::size_t begin = 0; begin < boxes.size();) {
      const FormBox& first = found.layout.boxes[begin];
      const std::size_t end = begin + static_cast<std::size_t>(form_.fields[first.field].boxes);
      CellContent content = read_cell(std::span(inks).subspan(begin, end - begin), first);
      content.cell.corners =
          corners_in_picture(found.to_picture, in_millimetres(around(boxes[begin], boxes[end - 1])));
      content.is_outside = !is_in_picture(picture, content.cell.corners);
      contents_.push_back(std::move(content));
      begin = end;
    }
    return page_reading(found.layout.page);
  }

  PageReading read_custom(const picture::GreyImage& picture, const FoundPage& found) {
    for (const FormBox& box : found.layout.boxes) {
      const FormField& field = form_.fields[box.field];
      AreaReading area = read_area(recognizer_, memory_, picture, found.to_picture, box.area, field);
      contents_.push_back({.cell = {.field = box.field,
                                    .corners = corners_in_picture(found.to_picture, box.area),
                                    .digits = std::move(area.digits)},
                           .boxes = std::move(area.boxes)});
    }
    return page_reading(1);
  }

 private:
  CellContent read_cell(std::span<const BoxInk> inks, const FormBox& first) {
    CellContent content{.cell = {.field = first.field, .row = first.row}};
    const bool is_tick = form_.fields[first.field].kind == FieldKind::tick;
    for (const BoxInk& found : inks) {
      content.has_faint |= found.image.has_value() && found.is_faint;
      content.boxes += !found.image ? ' ' : is_tick ? 'x' : read_digit(found, content.cell);
    }
    return content;
  }

  char read_digit(const BoxInk& ink, FormCell& cell) {
    cell.digits.push_back(read_box_digit(recognizer_, *ink.image, memory_));
    cell.digits.back().box = ink.bounds;
    return character_of(cell.digits.back());
  }

  PageReading page_reading(int page) {
    adapt_digits();
    PageReading reading{page, {}};
    for (CellContent& content : contents_) {
      finish(content);
      reading.cells.push_back(std::move(content.cell));
    }
    return reading;
  }

  void adapt_digits() {
    std::vector<recognize::DigitReading*> digits;
    for (CellContent& content : contents_) {
      if (!content.has_digits_by_box()) continue;
      for (recognize::DigitReading& digit : content.cell.digits) digits.push_back(&digit);
    }
    adapt_to_writer(digits);
    for (CellContent& content : contents_) {
      if (!content.has_digits_by_box()) continue;
      auto digit = content.cell.digits.begin();
      for (char& character : content.boxes) {
        if (character != ' ') character = character_of(*digit++);
      }
    }
  }

  static void reorder(std::vector<recognize::DigitReading>& digits, std::span<const std::size_t> order) {
    if (order.size() != digits.size()) return;
    const std::vector<recognize::DigitReading> by_box = digits;
    for (std::size_t at = 0; at < order.size(); ++at) digits[at] = by_box[order[at]];
  }

  /// Sets the text, confidence and review reason of a cell, and puts its digits in the order of the text.
  void finish(CellContent& content) const {
    FormCell& cell = content.cell;
    const FormField& field = form_.fields[cell.field];
    const FieldValue value = field.kind == FieldKind::tick ? FieldValue{content.boxes == " " ? "" : "x"}
                                                           : value_of(field, content.boxes);
    cell.text = value.text;
    reorder(cell.digits, value.digit_order);
    bool unsure = false;
    for (const recognize::DigitReading& digit : cell.digits) {
      cell.confidence *= confidence_of(digit);
      unsure |= confidence_of(digit) < min_confidence;
    }
    const bool unread = content.boxes.find('?') != std::string::npos;
    cell.reason = content.is_outside  ? ReviewReason::outside
                  : unread            ? ReviewReason::not_a_digit
                  : content.has_faint ? ReviewReason::faint
                  : unsure            ? ReviewReason::unsure
                                      : value.reason;
  }

  const recognize::Recognizer& recognizer_;
  recognize::Recognizer::Memory memory_;
  const Form& form_;
  std::vector<CellContent> contents_;
};

/// Names the missing mark only if the boxes are where the other three marks call for them. Otherwise those
/// may be anything, and more than one mark may be missing.
Error unconfirmed_error(const picture::GreyImage& picture, const FoundPage& found, std::size_t missing) {
  const Homography map = fit_to_boxes(picture, found.layout, found.to_picture, missing);
  return boxes_match(picture, found.layout, map) ? missing_mark_error(missing) : no_marks_error();
}

}  // namespace

Status check_reads_forms(const recognize::Recognizer& recognizer) {
  if (are_digits(recognizer.model().classes)) return success();
  return Error{"forms are read with a model of the digits 0 to 9. Choose another model."}.with_code(
      "formDigits");
}

Result<PageReading> read_found_page(const recognize::Recognizer& recognizer,
                                    const picture::GreyImage& picture, const Form& form,
                                    const FoundPage& found, const std::optional<std::string>& code) {
  PageReader reader(recognizer, form);
  if (form.is_custom()) return reader.read_custom(picture, found);
  const auto missing = found.missing_mark;
  if (missing && !parse_code_text(code.value_or(""))) return unconfirmed_error(picture, found, *missing);
  const Result<int> page = page_of_code(form, code);
  if (!page) return page.error();
  Result<FormLayout> layout = layout_of(form, page.value());
  if (!layout) return layout.error();
  Homography to_picture = found.to_picture;
  if (missing) to_picture = fit_to_boxes(picture, layout.value(), to_picture, *missing);
  return reader.read(picture, {std::move(layout).value(), to_picture});
}

Result<PageReading> read_form(const recognize::Recognizer& recognizer, const picture::GreyImage& picture,
                              const Form& form, const CodeReader& read_code) {
  if (Status status = check_reads_forms(recognizer); !status) return status.error();
  const Result<FoundPage> found = find_page(picture, form);
  if (!found) return found.error();
  const auto code = form.is_custom() ? std::nullopt : read_code(code_image(picture, found.value()));
  return read_found_page(recognizer, picture, form, found.value(), code);
}

}  // namespace inkling::form
