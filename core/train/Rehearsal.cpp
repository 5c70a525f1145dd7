#include "core/train/Rehearsal.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "core/base/Random.h"
#include "core/data/Augment.h"
#include "core/data/Negatives.h"
#include "core/data/SyntheticDigits.h"
#include "core/ink/Render.h"
#include "core/nn/Loss.h"

namespace inkling {

namespace {

constexpr std::size_t negative_every = 6;

/// Further from the pen's own drawings than a training goes: what is rehearsed stands for all that was
/// learned.
constexpr AugmentOptions changes = {.elastic_pixels = 3, .blur_pixels = 0.7f};

DigitImage draw_digit(int label, Random& random) {
  const Ink ink = synthetic_digit(label, random);
  return *render(ink, {.pen_share = random.uniform(0.07f, 0.16f)});
}

DigitImage changed(const DigitImage& image, Random& random) {
  alignas(64) std::array<float, image_pixels> floats;
  to_floats(image, floats);
  augment(floats, changes, random);
  DigitImage bytes;
  std::ranges::transform(floats, bytes.begin(),
                         [](float value) { return static_cast<std::uint8_t>(std::lround(255 * value)); });
  return bytes;
}

std::span<const float, class_count> row(std::span<const float> table, std::size_t index) {
  return table.subspan(index * class_count).first<class_count>();
}

}  // namespace

Rehearsal::Rehearsal(const Network& network, std::size_t images, std::size_t held_out, std::uint64_t seed)
    : images_(images), seed_(seed), evaluation_(network) {
  dataset_.pixels.resize((images + held_out) * image_pixels);
  for (std::size_t index = 0; index < images + held_out; ++index) {
    const bool negative = index < images && index % negative_every == 0;
    const std::size_t digit = Random(seed, Purpose::rehearsal, 2 * index).below(class_count);
    dataset_.labels.push_back(negative ? no_digit : static_cast<std::uint8_t>(digit));
  }
  everything_ = whole(dataset_);
}

bool Rehearsal::advance(const Model& model, ThreadPool& pool) {
  const std::size_t first = drawn();
  const std::size_t count =
      std::min(static_cast<std::size_t>(Evaluation::slice_size()), dataset_.size() - first);
  pool.parallel_for(static_cast<int>(count),
                    [&](int image) { draw(first + static_cast<std::size_t>(image)); });
  everything_.dataset = &dataset_;
  take_answers(evaluation_.logits(model.weights, everything_, first, count, pool), first);
  if (drawn() < dataset_.size()) return true;
  find_usual_answers();
  return false;
}

void Rehearsal::draw(std::size_t index) {
  Random random(seed_, Purpose::rehearsal, 2 * index + 1);
  const std::uint8_t label = dataset_.labels[index];
  DigitImage image = label == no_digit ? draw_negative(negative_kind(index / negative_every), random).image
                                       : draw_digit(label, random);
  if (index < images_ && label != no_digit) image = changed(image, random);
  std::ranges::copy(image, dataset_.pixels.begin() + static_cast<std::ptrdiff_t>(index * image_pixels));
}

void Rehearsal::take_answers(std::span<const float> logits, std::size_t first) {
  probabilities_.insert(probabilities_.end(), logits.begin(), logits.end());
  softmax<float>({probabilities_.data() + first * class_count,
                  static_cast<Eigen::Index>(logits.size() / class_count), class_count});
}

void Rehearsal::find_usual_answers() {
  usual_.assign(class_count * class_count, 0);
  for (int digit = 0; digit < class_count; ++digit) {
    const auto sum = std::span(usual_).subspan(static_cast<std::size_t>(digit) * class_count, class_count);
    float images = 0;
    for (std::size_t index = 0; index < drawn(); ++index) {
      const auto answer = row(probabilities_, index);
      if (dataset_.labels[index] != digit || likeliest_class(answer) != digit) continue;
      std::ranges::transform(sum, answer, sum.begin(), std::plus<>());
      ++images;
    }
    for (float& value : sum) value /= std::max(images, 1.0f);
    if (images == 0) sum[static_cast<std::size_t>(digit)] = 1;  // a digit that it never reads
  }
}

std::span<const float, class_count> Rehearsal::usual_answer(int digit) const {
  return row(usual_, static_cast<std::size_t>(digit));
}

std::span<const float, class_count> Rehearsal::target(std::size_t index) const {
  const auto answer = row(probabilities_, index);
  const std::uint8_t label = dataset_.labels[index];
  return label == no_digit || likeliest_class(answer) == label ? answer : usual_answer(label);
}

Subset Rehearsal::held_out() const {
  Subset subset{&dataset_, {}};
  for (std::size_t index = images_; index < dataset_.size(); ++index)
    subset.indices.push_back(static_cast<std::uint32_t>(index));
  return subset;
}

}  // namespace inkling
