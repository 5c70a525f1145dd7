// SPDX-License-Identifier: MIT
#include "core/synthetic/SyntheticNumber.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/ink/DrawStroke.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

namespace {

constexpr float nominal_height = 100;

using WriterDigits = std::vector<std::size_t>;  // indices of the images of one writer

/// The digits of each writer, in the order of the dataset, without those that have no strokes.
std::vector<WriterDigits> group_by_writer(const data::Dataset& dataset, std::span<const std::string> names) {
  std::vector<WriterDigits> writers;
  for (std::size_t index = 0; index < dataset.size(); ++index) {
    if (ink::bounds_of(dataset.inks[index]).longest_side() == 0) continue;
    const auto same_writer = [&](const WriterDigits& writer) {
      return names[writer.front()] == names[index];
    };
    auto writer = std::find_if(writers.begin(), writers.end(), same_writer);
    if (writer == writers.end()) writer = writers.insert(writers.end(), WriterDigits());
    writer->push_back(index);
  }
  return writers;
}

/// The digit scaled so that its longest side is about the nominal height, on the base line and with its left
/// edge at 0.
ink::Ink placed_on_line(ink::Ink ink, Random& random) {
  const ink::Bounds bounds = ink::bounds_of(ink);
  const auto scale = static_cast<float>(random.uniform(0.8f, 1.2f) * nominal_height / bounds.longest_side());
  const float base = random.uniform(-0.1f, 0.1f) * nominal_height;
  for (ink::Stroke& stroke : ink) {
    for (ink::Point& point : stroke) {
      point = {static_cast<float>(point.x - bounds.left) * scale,
               static_cast<float>(point.y - bounds.bottom) * scale + base};
    }
  }
  return ink;
}

/// From the right edge of one digit to the left edge of the next, negative where they overlap.
float gap(Spacing spacing, double width, double next_width, Random& random) {
  if (spacing == Spacing::gaps) return random.uniform(0.08f, 0.5f) * nominal_height;
  return -random.uniform(0, 0.1f) * static_cast<float>(std::min(width, next_width));
}

SyntheticNumber compose_number(const data::Dataset& dataset, const WriterDigits& writer,
                               const NumberOptions& options, Random& random) {
  SyntheticNumber number;
  number.pen_width = random.uniform(0.06f, 0.13f) * nominal_height;
  const double extra_width = options.medium == Medium::picture ? number.pen_width : 0;
  double right = 0, previous_width = 0;
  for (std::size_t digit = 0; digit < options.digits; ++digit) {
    const std::size_t index = writer[random.below(writer.size())];
    number.digits += static_cast<char>('0' + dataset.labels[index]);
    ink::Ink ink = placed_on_line(dataset.inks[index], random);
    const double width = ink::bounds_of(ink).width() + extra_width;
    const double left = digit == 0 ? 0 : right + gap(options.spacing, previous_width, width, random);
    for (ink::Stroke& stroke : ink) {
      for (ink::Point& point : stroke) point.x += static_cast<float>(left);
      number.ink.push_back(std::move(stroke));
    }
    right = left + width;
    previous_width = width;
  }
  return number;
}

/// The ink alone, 0 is paper: 32 to 120 pixels high with a margin of a third of that to all of it.
picture::GreyImage render_ink(const SyntheticNumber& number, Random& random) {
  const ink::Bounds bounds = ink::bounds_of(number.ink);
  const float height = random.uniform(32, 120), margin = random.uniform(0.35f, 1) * height;
  const auto scale = static_cast<float>(height / std::max(bounds.height(), bounds.width() / 10));
  const auto extent = [&](double length) { return static_cast<int>(std::ceil(length * scale + 2 * margin)); };
  picture::GreyImage image = picture::GreyImage::black(extent(bounds.width()), extent(bounds.height()));
  const float radius = number.pen_width * scale / 2;
  const ink::Canvas canvas{image.pixels.data(), image.width, image.height};
  for (ink::Stroke stroke : number.ink) {
    for (ink::Point& point : stroke)
      point = {static_cast<float>(point.x - bounds.left) * scale,
               static_cast<float>(point.y - bounds.top) * scale};
    const auto repeated = std::unique(stroke.begin(), stroke.end(), [](ink::Point a, ink::Point b) {
      return std::hypot(a.x - b.x, a.y - b.y) < 0.01f;
    });
    stroke.erase(repeated, stroke.end());
    ink::draw_stroke(canvas, ink::smooth(stroke, 2), {margin, margin}, radius);
  }
  return image;
}

/// Draws ruled lines, fainter than ink.
void draw_ruled_lines(picture::GreyImage& image, Random& random) {
  const int spacing = image.height / (2 + static_cast<int>(random.below(3)));
  const auto grey = static_cast<std::uint8_t>(random.uniform(90, 160));
  for (int y = static_cast<int>(random.below(static_cast<std::size_t>(spacing))); y < image.height;
       y += spacing) {
    for (int x = 0; x < image.width; ++x) image.at(x, y) = std::max(image.at(x, y), grey);
  }
}

/// Paper of one grey and ink of another, under light that falls off to one side, with grain.
picture::GreyImage photographed(const picture::GreyImage& ink, Random& random) {
  const bool light_ink = random.below(2) == 0;
  const float paper = light_ink ? random.uniform(30, 90) : random.uniform(150, 235);
  const float contrast = (light_ink ? 1.0f : -1.0f) * random.uniform(60, 120);
  const float across = random.uniform(-0.3f, 0.3f), down = random.uniform(-0.3f, 0.3f),
              grain = random.uniform(1, 8);
  picture::GreyImage photo = picture::GreyImage::black(ink.width, ink.height);
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      const float light = 1 + across * (static_cast<float>(x) / static_cast<float>(ink.width) - 0.5f) +
                          down * (static_cast<float>(y) / static_cast<float>(ink.height) - 0.5f);
      const float grey =
          (paper + contrast * static_cast<float>(ink.at(x, y)) / 255) * light + grain * random.normal();
      photo.at(x, y) = static_cast<std::uint8_t>(std::clamp(grey, 0.0f, 255.0f));
    }
  }
  return photo;
}

}  // namespace

std::vector<SyntheticNumber> synthetic_numbers(const data::Dataset& dataset,
                                               std::span<const std::string> writers, std::size_t count,
                                               const NumberOptions& options) {
  const std::vector<WriterDigits> digits_by_writer = group_by_writer(dataset, writers);
  assert(!digits_by_writer.empty());
  std::vector<SyntheticNumber> numbers;
  for (std::size_t number = 0; number < count; ++number) {
    Random random(options.seed, Purpose::numbers, number);
    const WriterDigits& writer = digits_by_writer[number % digits_by_writer.size()];
    numbers.push_back(compose_number(dataset, writer, options, random));
  }
  return numbers;
}

picture::GreyImage synthetic_photo(const SyntheticNumber& number, Random& random) {
  picture::GreyImage ink = render_ink(number, random);
  if (random.below(4) == 0) draw_ruled_lines(ink, random);
  return photographed(ink, random);
}

}  // namespace inkling::synthetic
