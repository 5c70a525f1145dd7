// SPDX-License-Identifier: MIT
#include "core/form/SheetSvg.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

#include "core/form/TextWidth.h"

namespace inkling::form {

namespace {

constexpr std::string_view code_prefix = "INKLING-";

std::string millimetres(double length) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), std::round(length * 1000) / 1000);
  return {text.data(), end.ptr};
}

std::string escaped_xml(std::string_view text) {
  std::string xml;
  for (const char character : text) {
    switch (character) {
      case '&':
        xml += "&amp;";
        break;
      case '<':
        xml += "&lt;";
        break;
      case '>':
        xml += "&gt;";
        break;
      case '"':
        xml += "&quot;";
        break;
      default:
        xml += character;
    }
  }
  return xml;
}

std::string path_of(const Area& area) {
  return "M" + millimetres(area.left) + " " + millimetres(area.top) + "h" + millimetres(area.width()) + "v" +
         millimetres(area.height()) + "h" + millimetres(-area.width()) + "z";
}

/// An SVG path of the dark modules, with a rectangle per run in a row.
std::string code_path(const CodeModules& code, const Area& area) {
  const double module = area.width() / std::max(1, code.side);
  const auto is_dark = [&](int x, int y) {
    return code.dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(code.side) +
                     static_cast<std::size_t>(x)] != 0;
  };
  std::string path;
  for (int y = 0; y < code.side; ++y) {
    for (int x = 0; x < code.side; ++x) {
      if (!is_dark(x, y)) continue;
      const int start = x;
      while (x + 1 < code.side && is_dark(x + 1, y)) ++x;
      path += path_of({area.left + start * module, area.top + y * module, area.left + (x + 1) * module,
                       area.top + (y + 1) * module});
    }
  }
  return path;
}

/// Keeps text within its room where it nearly fills it: many fonts are wider than the one whose metrics
/// estimate its width.
std::string fit(double width, double room) {
  constexpr double widest_font = 1.3;
  if (width * widest_font <= room) return {};
  return " textLength=\"" + millimetres(width) + "\" lengthAdjust=\"spacingAndGlyphs\"";
}

std::string text_element(const FormLabel& label) {
  const double natural = text_width(label.text, label.size);
  const double shrink = natural > label.max_width ? label.max_width / natural : 1;
  const std::string_view align = label.align == FormLabel::Align::start ? "start" : "end";
  return "<text x=\"" + millimetres(label.x) + "\" y=\"" + millimetres(label.baseline) + "\" font-size=\"" +
         millimetres(label.size * shrink) + "\" text-anchor=\"" + std::string(align) + "\"" +
         fit(natural * shrink, label.max_width) + ">" + escaped_xml(label.text) + "</text>\n";
}

}  // namespace

std::string code_text(const Form& form, int page) {
  return std::string(code_prefix) + form.id + "-" + std::to_string(page) + "-" + layout_check(form);
}

std::optional<PageCode> parse_code_text(std::string_view text) {
  if (!text.starts_with(code_prefix)) return std::nullopt;
  text.remove_prefix(code_prefix.size());
  const std::size_t first = text.find('-'), second = text.rfind('-');
  if (first == text.npos || second <= first + 1) return std::nullopt;
  PageCode code{std::string(text.substr(0, first)), 0, std::string(text.substr(second + 1))};
  const auto end = std::from_chars(text.data() + first + 1, text.data() + second, code.page);
  if (end.ec != std::errc() || end.ptr != text.data() + second || code.page < 1) return std::nullopt;
  return code;
}

std::string sheet_svg(const Form& form, const FormLayout& layout, const CodeModules& code) {
  const std::string width = millimetres(layout.width), height = millimetres(layout.height);
  std::string svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "mm\" height=\"" + height +
      "mm\" viewBox=\"0 0 " + width + " " + height + "\">\n<title>" + escaped_xml(form.name) +
      "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n<path fill-rule=\"evenodd\" d=\"";
  for (const Area& mark : layout.marks) svg += path_of(mark);
  svg += path_of(layout.mark_hole) + "\"/>\n<path shape-rendering=\"crispEdges\" d=\"" +
         code_path(code, layout.code) + "\"/>\n<path fill=\"none\" stroke=\"#000\" stroke-width=\"" +
         millimetres(line_width) + "\" d=\"";
  for (const FormBox& box : layout.boxes) svg += path_of(box.area);
  svg += "\"/>\n<path d=\"";
  for (const Area& point : layout.points) svg += path_of(point);
  svg += "\"/>\n<g font-family=\"Helvetica, Arial, sans-serif\">\n";
  for (const FormLabel& label : layout.labels) svg += text_element(label);
  return svg + "</g>\n</svg>\n";
}

}  // namespace inkling::form
