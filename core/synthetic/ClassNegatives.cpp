// SPDX-License-Identifier: MIT
#include "core/synthetic/ClassNegatives.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "core/ink/Render.h"
#include "core/picture/Normalise.h"

namespace inkling::synthetic {

namespace {

constexpr int thumbnail_side = 7, block = image_side / thumbnail_side;

/// Rendered with a random pen, as other negatives are. A blank image if there is nothing to draw.
Negative drawn_with_pen(ink::Ink ink, Random& random) {
  const auto image = ink::render(ink, {.relative_pen_width = random.uniform(0.07f, 0.16f)});
  if (!image) return {{}, DigitImage{}};
  return {std::move(ink), *image};
}

/// 100 units high or wide, with the top left corner of its bounds at `x`, 0.
ink::Ink placed(ink::Ink ink, double x) {
  const ink::Bounds box = ink::bounds_of(ink);
  const double scale = 100 / std::max(box.longest_side(), 1e-6);
  for (ink::Stroke& stroke : ink) {
    for (ink::Point& point : stroke)
      point = {static_cast<float>(x + (point.x - box.left) * scale),
               static_cast<float>((point.y - box.top) * scale)};
  }
  return ink;
}

ink::Ink side_by_side(const ink::Ink& one, const ink::Ink& other, double gap) {
  ink::Ink ink = placed(one, 0);
  const ink::Ink second = placed(other, ink::bounds_of(ink).width() + gap);
  ink.insert(ink.end(), second.begin(), second.end());
  return ink;
}

picture::GreyImage side_by_side(std::span<const std::uint8_t, image_pixels> one,
                                std::span<const std::uint8_t, image_pixels> other) {
  picture::GreyImage both = picture::GreyImage::black(2 * image_side, image_side);
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    const int x = pixel % image_side, y = pixel / image_side;
    both.at(x, y) = one[static_cast<std::size_t>(pixel)];
    both.at(image_side + x, y) = other[static_cast<std::size_t>(pixel)];
  }
  return both;
}

/// A band across the ink, a third to a half of it, from either end of either axis.
struct Band {
  bool across, from_end;
  double share;

  explicit Band(Random& random)
      : across(random.below(2) == 0), from_end(random.below(2) == 0), share(random.uniform(0.33f, 0.5f)) {}

  ink::Bounds of(const ink::Bounds& box) const {
    ink::Bounds part = box;
    double& low = across ? part.left : part.top;
    double& high = across ? part.right : part.bottom;
    const double length = share * (high - low);
    from_end ? low = high - length : high = low + length;
    return part;
  }
};

bool contains(const ink::Bounds& box, double x, double y) {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/// The ink within a box; strokes are split where they leave it.
ink::Ink cropped(const ink::Ink& ink, const ink::Bounds& box) {
  ink::Ink result;
  for (const ink::Stroke& stroke : ink) {
    ink::Stroke piece;
    for (const ink::Point point : stroke) {
      if (contains(box, point.x, point.y)) {
        piece.push_back(point);
      } else if (!piece.empty()) {
        result.push_back(std::exchange(piece, {}));
      }
    }
    if (!piece.empty()) result.push_back(std::move(piece));
  }
  return result;
}

picture::GreyImage cropped(std::span<const std::uint8_t, image_pixels> image, const Band& band) {
  picture::GreyImage part = picture::GreyImage::black(image_side, image_side);
  ink::Bounds box;
  const auto for_each_ink = [&](const auto& visit) {
    for (int pixel = 0; pixel < image_pixels; ++pixel)
      if (image[static_cast<std::size_t>(pixel)] > 0) visit(pixel % image_side, pixel / image_side);
  };
  for_each_ink([&](int x, int y) { box.include(ink::Point{static_cast<float>(x), static_cast<float>(y)}); });
  const ink::Bounds kept = band.of(box);
  for_each_ink([&](int x, int y) {
    if (contains(kept, x, y)) part.at(x, y) = image[static_cast<std::size_t>(y * image_side + x)];
  });
  return part;
}

Negative normalised(const picture::GreyImage& picture) {
  return {{}, picture::normalise(picture).value_or(DigitImage{})};
}

}  // namespace

std::string_view name_of(ClassNegativeKind kind) {
  constexpr std::array<std::string_view, class_negative_kinds.size()> names = {
      "scribble", "two symbols", "part of a symbol", "noise", "blank"};
  return names[static_cast<std::size_t>(kind)];
}

ClassNegatives::ClassNegatives(const data::Dataset& dataset) : dataset_(&dataset) {
  for (std::uint32_t row = 0; row < dataset.labels.size(); ++row)
    if (dataset.labels[row] != no_class) rows_.push_back(row);
  assert(!rows_.empty());
  sample_images();
}

ClassNegatives::Thumbnail ClassNegatives::thumbnail_of(std::span<const std::uint8_t, image_pixels> image) {
  Thumbnail thumbnail{};
  const auto place = [](int pixel) {  // in blocks from the middle of the first
    return std::clamp((static_cast<float>(pixel) + 0.5f) / block - 0.5f, 0.0f, thumbnail_side - 1.001f);
  };
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    const float x = place(pixel % image_side), y = place(pixel / image_side);
    const auto left = static_cast<std::size_t>(x), top = static_cast<std::size_t>(y);
    const float right_share = x - static_cast<float>(left), lower_share = y - static_cast<float>(top);
    const float ink = image[static_cast<std::size_t>(pixel)];
    float* corner = thumbnail.data() + top * thumbnail_side + left;
    corner[0] += ink * (1 - right_share) * (1 - lower_share);
    corner[1] += ink * right_share * (1 - lower_share);
    corner[thumbnail_side] += ink * (1 - right_share) * lower_share;
    corner[thumbnail_side + 1] += ink * right_share * lower_share;
  }
  float square = 0;
  for (const float value : thumbnail) square += value * value;
  for (float& value : thumbnail) value /= std::max(std::sqrt(square), 1.0f);
  return thumbnail;
}

namespace {

float squared_distance(std::span<const float> one, std::span<const float> other) {
  float sum = 0;
  for (std::size_t index = 0; index < one.size(); ++index)
    sum += (one[index] - other[index]) * (one[index] - other[index]);
  return sum;
}

float median_of(std::vector<float> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

}  // namespace

/// Evenly spread over the images of each class.
void ClassNegatives::sample_images() {
  constexpr std::size_t samples_per_class = 20;
  std::vector<std::vector<std::uint32_t>> rows_of(dataset_->classes.size());
  for (const std::uint32_t row : rows_) rows_of[dataset_->labels[row]].push_back(row);
  std::vector<float> nearest;
  for (const auto& rows : rows_of) {
    const std::size_t first = samples_.size(), count = std::min(samples_per_class, rows.size());
    for (std::size_t sample = 0; sample < count; ++sample)
      samples_.push_back(thumbnail_of(dataset_->image(rows[sample * rows.size() / count])));
    for (std::size_t one = first; one < samples_.size(); ++one) {
      float least = std::numeric_limits<float>::max();
      for (std::size_t other = first; other < samples_.size(); ++other)
        if (other != one) least = std::min(least, squared_distance(samples_[one], samples_[other]));
      if (count > 1) nearest.push_back(least);
    }
  }
  usual_distance_ = median_of(std::move(nearest));
}

float ClassNegatives::distance_to_classes(const Thumbnail& thumbnail) const {
  float least = std::numeric_limits<float>::max();
  for (const Thumbnail& sample : samples_) least = std::min(least, squared_distance(sample, thumbnail));
  return least;
}

std::uint32_t ClassNegatives::random_row(Random& random) const {
  return rows_[random.below(rows_.size())];
}

Negative ClassNegatives::two_symbols(Random& random) const {
  const std::uint32_t one = random_row(random), other = random_row(random);
  if (dataset_->has_strokes(one) && dataset_->has_strokes(other))
    return drawn_with_pen(side_by_side(dataset_->inks[one], dataset_->inks[other], random.uniform(15, 50)),
                          random);
  return normalised(side_by_side(dataset_->image(one), dataset_->image(other)));
}

Negative ClassNegatives::part(Random& random) const {
  const std::uint32_t row = random_row(random);
  const Band band(random);
  if (!dataset_->has_strokes(row)) return normalised(cropped(dataset_->image(row), band));
  const ink::Ink& ink = dataset_->inks[row];
  return drawn_with_pen(cropped(ink, band.of(ink::bounds_of(ink))), random);
}

Negative ClassNegatives::draw(ClassNegativeKind kind, Random& random) const {
  constexpr int max_attempts = 10;
  constexpr float least_distance = 0.6f;  // tidy drawings are more alike than those of other pens
  if (kind == ClassNegativeKind::noise) return draw_negative(NegativeKind::noise, random);
  if (kind == ClassNegativeKind::blank) return draw_negative(NegativeKind::blank, random);
  for (int attempt = 0; attempt < max_attempts && kind != ClassNegativeKind::scribble; ++attempt) {
    Negative negative = kind == ClassNegativeKind::part ? part(random) : two_symbols(random);
    const bool blank = negative.image == DigitImage{};
    if (!blank &&
        distance_to_classes(thumbnail_of(negative.image)) > std::max(usual_distance_, least_distance))
      return negative;
  }
  return draw_negative(NegativeKind::scribble, random);
}

ClassNegativeKind class_negative_kind(std::size_t index) {
  return class_negative_kinds[index % class_negative_kinds.size()];
}

data::Dataset class_negatives(const data::Dataset& dataset, std::size_t count, std::uint64_t seed) {
  const ClassNegatives negatives(dataset);
  data::Dataset drawn;
  drawn.labels.assign(count, no_class);
  for (std::size_t index = 0; index < count; ++index) {
    Random random(seed, Purpose::negatives, index);
    Negative negative = negatives.draw(class_negative_kind(index), random);
    drawn.pixels.insert(drawn.pixels.end(), negative.image.begin(), negative.image.end());
    drawn.inks.push_back(std::move(negative.ink));
  }
  return drawn;
}

data::Dataset negatives_for(const data::Dataset& dataset, std::size_t count, std::uint64_t seed) {
  data::Dataset negatives =
      are_digits(dataset.classes) ? synthetic_negatives(count, seed) : class_negatives(dataset, count, seed);
  negatives.classes = dataset.classes;
  return negatives;
}

}  // namespace inkling::synthetic
