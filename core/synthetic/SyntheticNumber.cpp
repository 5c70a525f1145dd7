#include "core/synthetic/SyntheticNumber.h"

#include <algorithm>
#include <cassert>

#include "core/base/Random.h"
#include "core/ink/Ink.h"

namespace inkling::synthetic {

namespace {

constexpr float usual_height = 100;

using Writer = std::vector<std::size_t>;

/// Which digits each writer has written, in the order of the file; those without ink are nobody's.
std::vector<Writer> writers_of(const data::Dataset& dataset, std::span<const std::string> names) {
  std::vector<Writer> writers;
  for (std::size_t digit = 0; digit < dataset.size(); ++digit) {
    if (ink::bounds_of(dataset.inks[digit]).longest_side() == 0) continue;
    const auto same = [&](const Writer& writer) { return names[writer.front()] == names[digit]; };
    auto writer = std::find_if(writers.begin(), writers.end(), same);
    if (writer == writers.end()) writer = writers.insert(writers.end(), Writer());
    writer->push_back(digit);
  }
  return writers;
}

/// The digit scaled to about the usual height and set on the base line, its left edge at 0. What is wider
/// than high is scaled by its width.
ink::Ink set_on_line(ink::Ink ink, Random& random) {
  const ink::Bounds bounds = ink::bounds_of(ink);
  const auto scale = static_cast<float>(random.uniform(0.8f, 1.2f) * usual_height / bounds.longest_side());
  const float base = random.uniform(-0.1f, 0.1f) * usual_height;
  for (ink::Stroke& stroke : ink) {
    for (ink::Point& point : stroke) {
      point = {static_cast<float>(point.x - bounds.left) * scale,
               static_cast<float>(point.y - bounds.bottom) * scale + base};
    }
  }
  return ink;
}

/// From the right edge of one digit to the left one of the next.
float space(Spacing spacing, double width, double next_width, Random& random) {
  if (spacing == Spacing::gaps) return random.uniform(0.08f, 0.5f) * usual_height;
  return -random.uniform(0, 0.1f) * static_cast<float>(std::min(width, next_width));
}

SyntheticNumber number_by(const data::Dataset& dataset, const Writer& writer, std::size_t digits,
                          Spacing spacing, Medium medium, Random& random) {
  SyntheticNumber number;
  number.pen = random.uniform(0.06f, 0.13f) * usual_height;
  const double inked = medium == Medium::picture ? number.pen : 0;
  double right = 0, last_width = 0;
  for (std::size_t digit = 0; digit < digits; ++digit) {
    const std::size_t sample = writer[random.below(writer.size())];
    number.digits += static_cast<char>('0' + dataset.labels[sample]);
    ink::Ink ink = set_on_line(dataset.inks[sample], random);
    const double width = ink::bounds_of(ink).width() + inked;
    const double left = digit == 0 ? 0 : right + space(spacing, last_width, width, random);
    for (ink::Stroke& stroke : ink) {
      for (ink::Point& point : stroke) point.x += static_cast<float>(left);
      number.ink.push_back(std::move(stroke));
    }
    right = left + width;
    last_width = width;
  }
  return number;
}

}  // namespace

std::vector<SyntheticNumber> synthetic_numbers(const data::Dataset& dataset,
                                               std::span<const std::string> names, std::size_t numbers,
                                               std::size_t digits, Spacing spacing, Medium medium,
                                               std::uint64_t seed) {
  const std::vector<Writer> writers = writers_of(dataset, names);
  assert(!writers.empty());
  std::vector<SyntheticNumber> written;
  for (std::size_t number = 0; number < numbers; ++number) {
    Random random(seed, Purpose::numbers, number);
    written.push_back(number_by(dataset, writers[number % writers.size()], digits, spacing, medium, random));
  }
  return written;
}

}  // namespace inkling::synthetic
