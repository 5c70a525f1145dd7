// SPDX-License-Identifier: MIT
#include "core/form/FindPage.h"

#include "core/base/Text.h"
#include "core/form/CornerMarks.h"
#include "core/form/FrameOutline.h"
#include "core/form/RectifiedPage.h"
#include "core/form/SheetSvg.h"

namespace inkling::form {

namespace {

/// Estimates the height of a rectangle in perspective over its width, by the means of opposite sides.
double aspect_of(const Homography::Quad& corners) {
  return (distance(corners[0], corners[3]) + distance(corners[1], corners[2])) /
         (distance(corners[0], corners[1]) + distance(corners[3], corners[2]));
}

Result<FoundPage> find_custom_page(const picture::GreyImage& picture, const Form& form) {
  const auto corners = anchor_corners(picture, form.anchor);
  if (!corners) {
    if (form.anchor == Anchor::frame)
      return Error{"the form's printed frame wasn't found. Photograph all of it, sharp and from above."}
          .with_code("noFrame");
    return Error{"the sheet of paper wasn't found. Photograph all of it on something darker."}.with_code(
        "noPaper");
  }
  FoundPage page{custom_layout(form, aspect_of(*corners)), {}};
  const auto map = Homography::between(
      {{{0, 0}, {page.layout.width, 0}, {page.layout.width, page.layout.height}, {0, page.layout.height}}},
      *corners);
  if (!map)
    return Error{"the form is seen too much from the side. Photograph it from above."}.with_code(
        "seenFromSide");
  page.to_picture = *map;
  return page;
}

}  // namespace

Result<FoundPage> find_page(const picture::GreyImage& picture, const Form& form) {
  if (picture.pixels.empty()) return Error{"the picture is empty."};
  if (form.is_custom()) return find_custom_page(picture, form);
  Result<FormLayout> layout = layout_of(form);
  if (!layout) return layout.error();
  const Result<FoundMarks> marks = find_by_marks(picture, layout.value());
  if (!marks) return marks.error();
  return FoundPage{std::move(layout).value(), marks.value().to_picture, marks.value().missing};
}

picture::GreyImage code_image(const picture::GreyImage& picture, const FoundPage& page) {
  constexpr double pixels_per_millimetre = 12;
  const double margin = page.missing_mark ? 7 : 3;
  const Area& code = page.layout.code;
  return rectify(picture, page.to_picture,
                 {code.left - margin, code.top - margin, code.right + margin, code.bottom + margin},
                 pixels_per_millimetre);
}

Error unread_code_error() {
  return Error{"the sheet's code can't be read, so its page isn't known. Take a sharper picture."}.with_code(
      "sheetCode");
}

Result<int> page_of_code(const Form& form, const std::optional<std::string>& text) {
  const Result<FormLayout> layout = layout_of(form);
  if (!layout) return layout.error();
  const int pages = layout.value().pages;
  const auto code = text ? parse_code_text(*text) : std::nullopt;
  if (!code && pages == 1) return 1;
  if (!code) return unread_code_error();
  if (code->form != form.id)
    return Error{"this is a sheet of the form " + quoted(code->form) + ", not of " + quoted(form.id) +
                 ". Read it with its own form."}
        .with_code("otherForm", {{"found", code->form}, {"form", form.id}});
  if (code->check != layout_check(form) || code->page > pages)
    return Error{"this sheet was printed before the form was changed. Read it with the form as it was."}
        .with_code("changedForm");
  return code->page;
}

}  // namespace inkling::form
