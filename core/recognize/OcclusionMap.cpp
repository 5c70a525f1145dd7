// SPDX-License-Identifier: MIT
#include "core/recognize/OcclusionMap.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace inkling::recognize {

namespace {

constexpr float radius = 2;  // the standard deviation of the Gaussian that fades a place out, in pixels

/// The centre of a place along one axis, in pixels; the centre of the first pixel is 0.
constexpr float centre(int place, int spacing) {
  return static_cast<float>(spacing * place) + static_cast<float>(spacing - 1) / 2;
}

/// Bilinear interpolation; coordinates outside the grid are clamped.
template <class Rows>
float interpolate(const Rows& rows, float x, float y) {
  const auto last = static_cast<int>(rows.size()) - 1;
  const int left = std::clamp(static_cast<int>(x), 0, last - 1);
  const int top = std::clamp(static_cast<int>(y), 0, last - 1);
  const float right = std::clamp(x - static_cast<float>(left), 0.0f, 1.0f);
  const float below = std::clamp(y - static_cast<float>(top), 0.0f, 1.0f);
  const auto along = [&](const auto& row) { return std::lerp(row[left], row[left + 1], right); };
  return std::lerp(along(rows[top]), along(rows[top + 1]), below);
}

}  // namespace

OcclusionMap::OcclusionMap(const Recognizer& recognizer, const DigitImage& image, int digit, int rival)
    : recognizer_(&recognizer), memory_(recognizer.make_memory(2 * places)), digit_(digit), rival_(rival) {
  to_floats(image, image_);
  std::copy(image_.begin(), image_.end(), memory_.input());
  memory_.forward(recognizer.folded_weights(), 1, nn::Mode::inference);
  unchanged_ = log_odds(0);
}

void OcclusionMap::advance() {
  assert(!done());
  const auto input = [this](int image) {
    return std::span<float, image_pixels>(memory_.input() + image * image_pixels, image_pixels);
  };
  for (int x = 0; x < places; ++x) occlude(x, input(x), input(places + x));
  memory_.forward(recognizer_->folded_weights(), 2 * places, nn::Mode::inference);
  for (int x = 0; x < places; ++x) {
    ink_evidence_[row_][x] = unchanged_ - log_odds(x);
    paper_evidence_[row_][x] = unchanged_ - log_odds(places + x);
  }
  ++row_;
}

std::array<float, image_pixels> OcclusionMap::evidence() const {
  assert(done());
  std::array<float, image_pixels> evidence;
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    const int row = pixel / image_side;
    const float x = (static_cast<float>(pixel % image_side) - centre(0, spacing)) / spacing;
    const float y = (static_cast<float>(row) - centre(0, spacing)) / spacing;
    evidence[pixel] =
        std::lerp(interpolate(paper_evidence_, x, y), interpolate(ink_evidence_, x, y), image_[pixel]);
  }
  return evidence;
}

float OcclusionMap::log_odds(int image) const {
  const float* logits = memory_.output() + image * static_cast<int>(recognizer_->model().classes.size());
  return (logits[digit_] - logits[rival_]) / recognizer_->temperature();
}

void OcclusionMap::occlude(int place_x, std::span<float, image_pixels> erased,
                           std::span<float, image_pixels> inked) const {
  const float centre_x = centre(place_x, spacing), centre_y = centre(row_, spacing);
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    const int row = pixel / image_side;
    const float x = static_cast<float>(pixel % image_side) - centre_x;
    const float y = static_cast<float>(row) - centre_y;
    const float share = std::exp(-(x * x + y * y) / (2 * radius * radius));
    erased[pixel] = std::lerp(image_[pixel], 0.0f, share);
    inked[pixel] = std::lerp(image_[pixel], 1.0f, share);
  }
}

}  // namespace inkling::recognize
