#include "core/adapt/ReplaySet.h"

#include <algorithm>
#include <array>

#include "core/augment/Augment.h"
#include "core/base/Random.h"
#include "core/ink/Render.h"
#include "core/synthetic/Negatives.h"
#include "core/synthetic/SyntheticDigits.h"

namespace inkling::adapt {

namespace {

constexpr std::size_t negative_every = 4;

/// Further from the pen's own drawings than a training goes: what is rehearsed stands for all that was
/// learned.
constexpr augment::AugmentOptions changes = {.elastic_pixels = 5, .blur_pixels = 0.7f};

DigitImage draw_digit(int label, Random& random) {
  const ink::Ink ink = synthetic::synthetic_digit(label, random);
  return *ink::render(ink, {.relative_pen_width = random.uniform(0.07f, 0.16f)});
}

DigitImage changed(const DigitImage& image, Random& random) {
  alignas(64) std::array<float, image_pixels> floats;
  to_floats(image, floats);
  augment::augment(floats, changes, random);
  DigitImage bytes;
  to_bytes(floats, bytes);
  return bytes;
}

}  // namespace

ReplaySet::ReplaySet(std::size_t images, std::size_t held_out, std::uint64_t seed)
    : images_(images), seed_(seed) {
  dataset_.pixels.resize((images + held_out) * image_pixels);
  for (std::size_t index = 0; index < images + held_out; ++index) {
    const bool negative = index < images && index % negative_every == 0;
    const std::size_t digit = Random(seed, Purpose::replay, 2 * index).below(class_count);
    dataset_.labels.push_back(negative ? no_digit : static_cast<std::uint8_t>(digit));
  }
}

bool ReplaySet::advance(ThreadPool& pool) {
  constexpr std::size_t slice = 256;
  const std::size_t count = std::min(slice, dataset_.size() - drawn_);
  pool.parallel_for(static_cast<int>(count),
                    [&](int image) { draw(drawn_ + static_cast<std::size_t>(image)); });
  drawn_ += count;
  return drawn_ < dataset_.size();
}

void ReplaySet::draw(std::size_t index) {
  Random random(seed_, Purpose::replay, 2 * index + 1);
  const std::uint8_t label = dataset_.labels[index];
  DigitImage image =
      label == no_digit
          ? synthetic::draw_negative(synthetic::negative_kind(index / negative_every), random).image
          : draw_digit(label, random);
  if (index < images_ && label != no_digit) image = changed(image, random);
  std::ranges::copy(image, dataset_.pixels.begin() + static_cast<std::ptrdiff_t>(index * image_pixels));
}

data::Subset ReplaySet::held_out() const {
  data::Subset subset{&dataset_, {}};
  for (std::size_t index = images_; index < dataset_.size(); ++index)
    subset.indices.push_back(static_cast<std::uint32_t>(index));
  return subset;
}

}  // namespace inkling::adapt
