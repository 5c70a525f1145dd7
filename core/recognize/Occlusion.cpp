#include "core/recognize/Occlusion.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/data/Batches.h"

namespace inkling::recognize {

namespace {

constexpr float radius = 2;  // of a place: the standard deviation of the bell that changes it, in pixels

/// Where place `index` of an axis has its middle, in pixels from the middle of the first one.
constexpr float middle(int index, int spacing) {
  return static_cast<float>(spacing * index) + static_cast<float>(spacing - 1) / 2;
}

/// Of four places around, by how near they are.
template <class Rows>
float between(const Rows& rows, float x, float y) {
  const auto last = static_cast<int>(rows.size()) - 1;
  const int left = std::clamp(static_cast<int>(x), 0, last - 1);
  const int top = std::clamp(static_cast<int>(y), 0, last - 1);
  const float right = std::clamp(x - static_cast<float>(left), 0.0f, 1.0f);
  const float below = std::clamp(y - static_cast<float>(top), 0.0f, 1.0f);
  const auto along = [&](const auto& row) { return std::lerp(row[left], row[left + 1], right); };
  return std::lerp(along(rows[top]), along(rows[top + 1]), below);
}

}  // namespace

Occlusion::Occlusion(const Recognizer& recognizer, const DigitImage& image, int answer, int rival)
    : recognizer_(&recognizer), memory_(recognizer.make_memory(2 * places)), answer_(answer), rival_(rival) {
  to_floats(image, image_);
  std::copy(image_.begin(), image_.end(), memory_.input());
  memory_.forward(recognizer.reading_weights(), 1, nn::Mode::inference);
  unchanged_ = log_odds(0);
}

void Occlusion::advance() {
  assert(!done());
  const auto in_memory = [this](int image) {
    return std::span<float, image_pixels>(memory_.input() + image * image_pixels, image_pixels);
  };
  for (int x = 0; x < places; ++x) change(x, in_memory(x), in_memory(places + x));
  memory_.forward(recognizer_->reading_weights(), 2 * places, nn::Mode::inference);
  for (int x = 0; x < places; ++x) {
    worth_of_ink_[row_][x] = unchanged_ - log_odds(x);
    worth_of_paper_[row_][x] = unchanged_ - log_odds(places + x);
  }
  ++row_;
}

std::array<float, image_pixels> Occlusion::evidence() const {
  assert(done());
  std::array<float, image_pixels> evidence;
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    const int row = pixel / image_side;
    const float x = (static_cast<float>(pixel % image_side) - middle(0, spacing)) / spacing;
    const float y = (static_cast<float>(row) - middle(0, spacing)) / spacing;
    evidence[pixel] = std::lerp(between(worth_of_paper_, x, y), between(worth_of_ink_, x, y), image_[pixel]);
  }
  return evidence;
}

float Occlusion::log_odds(int image) const {
  const float* logits = memory_.output() + image * class_count;
  return (logits[answer_] - logits[rival_]) / recognizer_->temperature();
}

void Occlusion::change(int place_x, std::span<float, image_pixels> erased,
                       std::span<float, image_pixels> inked) const {
  const float middle_x = middle(place_x, spacing), middle_y = middle(row_, spacing);
  for (int pixel = 0; pixel < image_pixels; ++pixel) {
    const int row = pixel / image_side;
    const float x = static_cast<float>(pixel % image_side) - middle_x;
    const float y = static_cast<float>(row) - middle_y;
    const float share = std::exp(-(x * x + y * y) / (2 * radius * radius));
    erased[pixel] = std::lerp(image_[pixel], 0.0f, share);
    inked[pixel] = std::lerp(image_[pixel], 1.0f, share);
  }
}

}  // namespace inkling::recognize
