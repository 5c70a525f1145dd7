// SPDX-License-Identifier: MIT
#include "core/form/ReadArea.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/Median.h"
#include "core/form/BoxDigit.h"
#include "core/form/RectifiedPage.h"
#include "core/picture/Normalise.h"
#include "core/picture/Pipeline.h"
#include "core/recognize/ReadPicture.h"

namespace inkling::form {

namespace {

/// Whether the middle of an area has hardly any ink. The paper may be shaded.
bool is_blank(const picture::GreyImage& picture) {
  constexpr double rim = 0.15, min_inked = 0.01;
  const picture::GreyImage contrast = contrast_to_paper(picture);
  const int margin_x = static_cast<int>(rim * picture.width),
            margin_y = static_cast<int>(rim * picture.height);
  std::vector<std::uint8_t> middle;
  for (int y = margin_y; y < picture.height - margin_y; ++y) {
    for (int x = margin_x; x < picture.width - margin_x; ++x) middle.push_back(contrast.at(x, y));
  }
  if (middle.empty()) return true;
  const int dark = std::clamp(3 * median(middle), 40, 110);
  const auto inked = std::ranges::count_if(middle, [dark](int grey) { return grey > dark; });
  return static_cast<double>(inked) < min_inked * static_cast<double>(middle.size());
}

/// All ink of an area as one digit, except at its edges, where it may be parts of printed lines.
std::optional<DigitImage> single_digit_image(const picture::GreyImage& picture) {
  constexpr double rim = 0.12, min_size = 0.2;  // of the picture's height
  const picture::ExtractedInk ink = picture::extract_ink(picture);
  std::vector<std::uint32_t> chosen;
  ink::Bounds bounds;
  const double width = ink.mask.width, height = ink.mask.height;
  for (std::size_t index = 0; index < ink.components.size(); ++index) {
    const ink::Bounds& part = ink.components[index].part.bounds;
    const double x = (part.left + part.right) / 2 / width, y = (part.top + part.bottom) / 2 / height;
    if (std::min({x, y, 1 - x, 1 - y}) < rim) continue;
    chosen.push_back(static_cast<std::uint32_t>(index));
    bounds.include(part);
  }
  if (chosen.empty() || bounds.longest_side() < min_size * height) return std::nullopt;
  return picture::normalise(picture::crop_components(ink.mask, ink.components, chosen));
}

/// The digit of an area that also has other ink, such as dirt or print. None if there are several digits.
std::optional<recognize::DigitReading> digit_among_other_ink(const recognize::Recognizer& recognizer,
                                                             recognize::Recognizer::Memory& memory,
                                                             const picture::GreyImage& picture) {
  const recognize::Reading reading = recognize::read_upright_picture(recognizer, picture, memory);
  std::optional<recognize::DigitReading> found;
  for (const recognize::DigitReading& digit : reading.digits) {
    if (!digit.is_digit) continue;
    if (found) return std::nullopt;
    found = digit;
  }
  return found;
}

/// The text of a number as a character per box: a decimal's digits before and after the point are padded.
std::string in_boxes(const FormField& field, std::string text) {
  std::replace(text.begin(), text.end(), ',', '.');
  if (field.kind != FieldKind::decimal) return text;
  const std::size_t point = text.find('.'), before = static_cast<std::size_t>(field.boxes - field.decimals);
  std::string whole = text.substr(0, point), fraction = point == text.npos ? "" : text.substr(point + 1);
  if (whole.size() < before) whole.insert(0, before - whole.size(), ' ');
  fraction.resize(std::max(fraction.size(), static_cast<std::size_t>(field.decimals)), ' ');
  return whole + fraction;
}

/// Reads a line of digits. Adds "?" if it has more characters than the field has boxes.
AreaReading read_line(const recognize::Recognizer& recognizer, recognize::Recognizer::Memory& memory,
                      const picture::GreyImage& picture, const FormField& field) {
  const recognize::Reading reading = recognize::read_upright_picture(recognizer, picture, memory);
  AreaReading area{.digits = reading.digits};
  std::string text = field.kind == FieldKind::decimal ? reading.text() : reading.digits_only();
  if (text.empty() && !reading.digits.empty()) text = "?";
  for (char& character : text) {
    if (character == '\n') character = '?';
  }
  area.boxes = in_boxes(field, std::move(text));
  if (area.boxes.size() > static_cast<std::size_t>(field.boxes)) area.boxes += '?';
  return area;
}

}  // namespace

AreaReading read_area(const recognize::Recognizer& recognizer, recognize::Recognizer::Memory& memory,
                      const picture::GreyImage& picture, const Homography& to_picture, const Area& area,
                      const FormField& field) {
  constexpr double height = 72;  // pixels; digits of this size are read well
  const picture::GreyImage cut = rectify(picture, to_picture, area, height / area.height());
  if (is_blank(cut)) return {.boxes = std::string(static_cast<std::size_t>(field.boxes), ' '), .digits = {}};
  if (field.boxes > 1) return read_line(recognizer, memory, cut, field);
  const auto image = single_digit_image(cut);
  if (!image) return {.boxes = " ", .digits = {}};
  if (field.kind == FieldKind::tick) return {.boxes = "x", .digits = {}};
  recognize::DigitReading digit = read_box_digit(recognizer, *image, memory);
  if (!digit.is_digit) digit = digit_among_other_ink(recognizer, memory, cut).value_or(digit);
  return {.boxes = {character_of(digit)}, .digits = {digit}};
}

}  // namespace inkling::form
