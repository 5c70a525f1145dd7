// SPDX-License-Identifier: MIT
#include "core/adapt/ReplaySet.h"

#include <algorithm>
#include <array>

#include "core/augment/ImageAugment.h"
#include "core/base/Random.h"
#include "core/ink/Render.h"
#include "core/synthetic/Negatives.h"
#include "core/synthetic/SyntheticDigits.h"

namespace inkling::adapt {

namespace {

constexpr std::size_t negative_every = 4;

/// Stronger than in training: the replay set stands for everything that the model has learned.
constexpr augment::AugmentOptions replay_augmentation = {.elastic_pixels = 5, .blur_pixels = 0.7f};

/// Weaker than in training, so that no unusual digit turns into another one.
constexpr augment::AugmentOptions correction_augmentation = {
    .rotation_degrees = 4.5f,
    .scale = 0.045f,
    .aspect = 0.02f,
    .shear = 0.1f,
    .shift_pixels = 0.9f,
    .stroke_width_pixels = 0.4f,
    .strokes = {.min_pen_share = 0.094f, .max_pen_share = 0.13f, .slant = 0.06f}};

DigitImage random_digit(int digit, Random& random) {
  const ink::Ink ink = synthetic::synthetic_digit(digit, random);
  return *ink::render(ink, {.relative_pen_width = random.uniform(0.07f, 0.16f)});
}

DigitImage augmented(const DigitImage& image, Random& random) {
  alignas(64) std::array<float, image_pixels> floats;
  to_floats(image, floats);
  augment::augment_image(floats, replay_augmentation, random);
  DigitImage bytes;
  to_bytes(floats, bytes);
  return bytes;
}

/// `count` of the corrections, evenly spaced, and repeated if there are fewer.
data::Subset spread(const data::Dataset& corrections, std::size_t count) {
  data::Subset subset{&corrections, {}};
  const std::uint64_t available = corrections.size();
  for (std::size_t index = 0; index < count; ++index)
    subset.indices.push_back(static_cast<std::uint32_t>(index * available / count));
  return subset;
}

}  // namespace

ReplaySet::ReplaySet(std::size_t images, std::size_t held_out, std::uint64_t seed)
    : images_(images), seed_(seed) {
  dataset_.pixels.resize((images + held_out) * image_pixels);
  for (std::size_t index = 0; index < images + held_out; ++index) {
    const std::size_t digit = Random(seed, Purpose::replay, 2 * index).below(digit_count);
    dataset_.labels.push_back(is_negative(index) ? no_class : static_cast<std::uint8_t>(digit));
  }
}

ReplaySet::ReplaySet(const data::Dataset& source, std::size_t images, std::size_t held_out,
                     std::uint64_t seed)
    : images_(images), seed_(seed), source_(&source) {
  negatives_.emplace(source);
  std::vector<std::uint32_t> rows = data::whole(source).indices;
  Random(seed, Purpose::replay).shuffle(std::span(rows));
  held_out = std::min(held_out, std::max<std::size_t>(1, rows.size() / 5));
  const std::size_t repeated = rows.size() - held_out;
  for (std::size_t index = 0; index < images; ++index) rows_.push_back(rows[index % repeated]);
  rows_.insert(rows_.end(), rows.end() - static_cast<std::ptrdiff_t>(held_out), rows.end());
  dataset_.classes = source.classes;
  dataset_.pixels.resize(rows_.size() * image_pixels);
  for (std::size_t index = 0; index < rows_.size(); ++index)
    dataset_.labels.push_back(is_negative(index) ? no_class : source.labels[rows_[index]]);
}

bool ReplaySet::is_negative(std::size_t index) const {
  return index < images_ && index % negative_every == 0;
}

bool ReplaySet::advance(ThreadPool& pool) {
  constexpr std::size_t slice = 256;
  const std::size_t count = std::min(slice, dataset_.size() - generated_);
  pool.parallel_for(static_cast<int>(count),
                    [&](int image) { generate(generated_ + static_cast<std::size_t>(image)); });
  generated_ += count;
  return generated_ < dataset_.size();
}

void ReplaySet::generate(std::size_t index) {
  Random random(seed_, Purpose::replay, 2 * index + 1);
  const bool negative = is_negative(index);
  DigitImage image = negative ? draw_negative(index, random) : draw_example(index, random);
  if (index < images_ && !negative) image = augmented(image, random);
  std::ranges::copy(image, dataset_.pixels.begin() + static_cast<std::ptrdiff_t>(index * image_pixels));
}

DigitImage ReplaySet::draw_example(std::size_t index, Random& random) const {
  if (!source_) return random_digit(dataset_.labels[index], random);
  DigitImage image;
  std::ranges::copy(source_->image(rows_[index]), image.begin());
  return image;
}

DigitImage ReplaySet::draw_negative(std::size_t index, Random& random) const {
  const std::size_t number = index / negative_every;
  if (negatives_) return negatives_->draw(synthetic::class_negative_kind(number), random).image;
  return synthetic::draw_negative(synthetic::negative_kind(number), random).image;
}

data::Subset ReplaySet::held_out() const {
  data::Subset subset{&dataset_, {}};
  for (std::size_t index = images_; index < dataset_.size(); ++index)
    subset.indices.push_back(static_cast<std::uint32_t>(index));
  return subset;
}

PatchExamples::PatchExamples(const ReplaySet& replay, const data::Dataset& corrections, const Counts& counts,
                             std::uint64_t seed)
    : replay_(&replay),
      originals_(spread(corrections, counts.originals)),
      to_augment_(spread(corrections, counts.augmented)),
      augmented_(to_augment_, {static_cast<int>(counts.augmented), seed, correction_augmentation}) {}

PatchExamples::Kind PatchExamples::kind(std::size_t index) const {
  if (index < replay_->size()) return Kind::replay;
  return index < replay_->size() + originals_.size() ? Kind::original : Kind::augmented;
}

std::uint8_t PatchExamples::load(std::size_t index, std::span<float, image_pixels> floats) const {
  const std::size_t correction = index - replay_->size();
  switch (kind(index)) {
    case Kind::replay:
      to_floats(replay_->image(index), floats);
      return replay_->label(index);
    case Kind::original: {
      const std::uint32_t original = originals_.indices[correction];
      to_floats(originals_.dataset->image(original), floats);
      return originals_.dataset->labels[original];
    }
    case Kind::augmented:
      return augmented_.load(0, static_cast<int>(correction - originals_.size()), floats);
  }
  return no_class;
}

}  // namespace inkling::adapt
