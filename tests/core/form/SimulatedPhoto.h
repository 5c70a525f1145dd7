// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>

#include "core/base/Random.h"
#include "core/form/FormLayout.h"
#include "core/form/Homography.h"
#include "core/form/SheetSvg.h"
#include "core/ink/DrawStroke.h"
#include "core/ink/Ink.h"
#include "core/picture/GreyImage.h"

namespace inkling::form {

inline constexpr double print_scale = 10;  // pixels per millimetre of a printed sheet

/// An image of a printed sheet, without its text, on which digits can be written.
class PrintedSheet {
 public:
  PrintedSheet(const FormLayout& layout, const CodeModules& code)
      : page_(picture::GreyImage::black(pixels(layout.width), pixels(layout.height))) {
    std::ranges::fill(page_.pixels, white);
    for (const Area& mark : layout.marks) fill(mark, 20);
    fill(layout.mark_hole, white);
    for (const Area& point : layout.points) fill(point, 20);
    for (const FormBox& box : layout.boxes) outline(box.area);
    const double module = layout.code.width() / std::max(1, code.side);
    for (std::size_t index = 0; index < code.dark.size(); ++index) {
      const double x = layout.code.left + module * (static_cast<int>(index) % code.side),
                   y = layout.code.top + module * (static_cast<int>(index) / code.side);
      if (code.dark[index] != 0) fill({x, y, x + module, y + module}, 20);
    }
  }

  /// Draws strokes in a box. `size` and the shift from the centre are relative to the height of the box.
  void write(const Area& box, const ink::Ink& strokes, double size, double shift_x, double shift_y,
             double pen_millimetres, std::uint8_t grey) {
    const ink::Bounds bounds = ink::bounds_of(strokes);
    if (bounds.empty()) return;
    const double height = box.height() * print_scale, width = box.width() * print_scale;
    const double scale = size * std::min(height / std::max(bounds.height(), 1e-6),
                                         0.95 * width / std::max(bounds.width(), 1e-6));
    picture::GreyImage canvas =
        picture::GreyImage::black(static_cast<int>(2 * width), static_cast<int>(2 * height));
    for (const ink::Stroke& stroke : strokes) {
      ink::Stroke placed;
      for (const ink::Point point : stroke) {
        const ink::Point next{static_cast<float>((point.x - (bounds.left + bounds.right) / 2) * scale +
                                                 width + shift_x * height),
                              static_cast<float>((point.y - (bounds.top + bounds.bottom) / 2) * scale +
                                                 height + shift_y * height)};
        if (placed.empty() || next.x != placed.back().x || next.y != placed.back().y) placed.push_back(next);
      }
      ink::draw_stroke({canvas.pixels.data(), canvas.width, canvas.height}, ink::smooth(placed, 2), {},
                       static_cast<float>(pen_millimetres * print_scale / 2));
    }
    const int left = pixels(box.left) - static_cast<int>(width / 2),
              top = pixels(box.top) - static_cast<int>(height / 2);
    for (int y = 0; y < canvas.height; ++y) {
      for (int x = 0; x < canvas.width; ++x) darken(left + x, top + y, canvas.at(x, y), grey);
    }
  }

  const picture::GreyImage& image() const { return page_; }

 private:
  static constexpr std::uint8_t white = 245;

  static int pixels(double millimetres) { return static_cast<int>(std::lround(millimetres * print_scale)); }

  void darken(int x, int y, int share, int grey) {
    if (x < 0 || y < 0 || x >= page_.width || y >= page_.height) return;
    const int old = page_.at(x, y), mixed = old + (grey - old) * share / 255;
    page_.at(x, y) = static_cast<std::uint8_t>(std::min(old, mixed));
  }

  void fill(const Area& area, std::uint8_t grey) {
    for (int y = pixels(area.top); y < pixels(area.bottom); ++y) {
      for (int x = pixels(area.left); x < pixels(area.right); ++x) page_.at(x, y) = grey;
    }
  }

  void outline(const Area& box) {
    constexpr double half = line_width / 2;
    for (const double y : {box.top, box.bottom})
      fill({box.left - half, y - half, box.right + half, y + half}, 30);
    for (const double x : {box.left, box.right})
      fill({x - half, box.top - half, x + half, box.bottom + half}, 30);
  }

  picture::GreyImage page_;
};

/// The conditions of a photo.
struct CameraOptions {
  int long_side = 2400;       // of the picture, in pixels
  double degrees = 0;         // rotation of the sheet
  double fill = 0.86;         // height of an upright sheet, as a fraction of the picture's height
  double perspective = 0.04;  // maximum displacement of the corners, as a fraction of the sheet
  double curl = 0;            // displacement of the sheet's middle, in millimetres
  double light = 0.35;        // how much darker one side is, from 0 to 1
  double shadow = 0;          // darkness of a shadow with a hard edge, from 0 to 1
  double blur = 0.6;          // in pixels
  double noise = 3;           // standard deviation, in grey levels
  double table = 70;          // its grey
  double shift_x = 0;         // of the sheet, as a fraction of the picture's height
  double shift_y = 0;
};

/// Random moderate conditions, as in photos that are taken with some care.
inline CameraOptions random_camera(Random& random) {
  CameraOptions camera;
  camera.long_side = 1900 + static_cast<int>(random.below(1700));
  camera.degrees = random.uniform(-8, 8);
  camera.fill = random.uniform(0.75f, 0.9f);
  camera.perspective = random.uniform(0.0f, 0.06f);
  camera.curl = random.uniform(-1.0f, 1.0f);
  camera.light = random.uniform(0.0f, 0.5f);
  camera.shadow = random.below(3) == 0 ? random.uniform(0.2f, 0.5f) : 0;
  camera.blur = random.uniform(0.3f, 1.1f);
  camera.noise = random.uniform(1, 6);
  return camera;
}

/// Bilinear interpolation, or -1 outside the page.
inline double paper_grey_at(const picture::GreyImage& page, double x, double y) {
  const int left = static_cast<int>(x), top = static_cast<int>(y);
  if (x < 0 || y < 0 || left + 1 >= page.width || top + 1 >= page.height) return -1;
  return std::lerp(std::lerp(page.at(left, top), page.at(left + 1, top), x - left),
                   std::lerp(page.at(left, top + 1), page.at(left + 1, top + 1), x - left), y - top);
}

/// A photo of a sheet on a darker table.
inline picture::GreyImage photograph(const picture::GreyImage& page, const CameraOptions& camera,
                                     Random& random) {
  const int height = camera.long_side, width = height * 3 / 4;
  const double scale = camera.fill * height / page.height, angle = camera.degrees * std::numbers::pi / 180;
  Homography::Quad corners, page_corners;
  constexpr double signs[4][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
  for (std::size_t corner = 0; corner < 4; ++corner) {
    const auto off = [&] { return 1 + camera.perspective * static_cast<double>(random.uniform(-1, 1)); };
    const double x = signs[corner][0] * page.width / 2 * scale * off(),
                 y = signs[corner][1] * page.height / 2 * scale * off();
    corners[corner] = {width / 2.0 + x * std::cos(angle) - y * std::sin(angle) + camera.shift_x * height,
                       height / 2.0 + x * std::sin(angle) + y * std::cos(angle) + camera.shift_y * height};
    page_corners[corner] = {(signs[corner][0] + 1) / 2 * page.width,
                            (signs[corner][1] + 1) / 2 * page.height};
  }
  const Homography to_page = *Homography::between(corners, page_corners);
  const double light_angle = random.uniform(0, 6.28f), shadow_angle = random.uniform(0, 6.28f);
  picture::GreyImage photo = picture::GreyImage::black(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      double sum = 0;
      for (int sample = 0; sample < 4; ++sample) {
        const double spread = 0.5 + camera.blur;
        Position place =
            to_page({x + 0.5 + spread * (sample % 2 - 0.5), y + 0.5 + spread * (sample / 2 - 0.5)});
        const double bend = std::sin(std::numbers::pi * place.x / page.width);
        place.y += camera.curl * print_scale * bend;
        const double grey = paper_grey_at(page, place.x, place.y);
        sum += grey < 0 ? camera.table : grey;
      }
      const double u = (x - width / 2.0) / height, v = (y - height / 2.0) / height;
      double lit = 1 - camera.light * (0.5 + u * std::cos(light_angle) + v * std::sin(light_angle));
      if (u * std::cos(shadow_angle) + v * std::sin(shadow_angle) > 0.15) lit *= 1 - camera.shadow;
      const double grey =
          sum / 4 * std::clamp(lit, 0.05, 1.0) + camera.noise * static_cast<double>(random.normal());
      photo.at(x, y) = static_cast<std::uint8_t>(std::clamp(grey, 0.0, 255.0));
    }
  }
  return photo;
}

}  // namespace inkling::form
