// SPDX-License-Identifier: MIT
#include "core/eval/TestTimeAugmentation.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <vector>

namespace inkling::eval {

namespace {

using Rows = std::span<const std::uint32_t>;

/// The images that need test-time augmentation, by their place in the subset.
std::vector<std::uint32_t> unsure_images(std::span<const float> logits, std::size_t classes,
                                         float temperature, ThreadPool& pool) {
  std::vector<std::uint8_t> unsure(logits.size() / classes);
  for_each_block(unsure.size(), pool, [&](std::size_t begin, std::size_t end) {
    for (std::size_t image = begin; image < end; ++image)
      unsure[image] = needs_tta(logits.subspan(image * classes, classes), temperature);
  });
  std::vector<std::uint32_t> images;
  for (std::size_t image = 0; image < unsure.size(); ++image) {
    if (unsure[image]) images.push_back(static_cast<std::uint32_t>(image));
  }
  return images;
}

/// Every transform of these images of the subset: [images, transforms].
data::Dataset transform_all(const data::Subset& subset, Rows images, ThreadPool& pool) {
  data::Dataset dataset;
  dataset.pixels.resize(images.size() * tta_transforms.size() * image_pixels);
  pool.parallel_for(static_cast<int>(images.size()), [&](int index) {
    DigitImage image;
    std::ranges::copy(subset.dataset->image(subset.indices[images[index]]), image.begin());
    auto pixels =
        dataset.pixels.begin() + static_cast<std::ptrdiff_t>(index * tta_transforms.size() * image_pixels);
    for (const augment::AffineParams& params : tta_transforms)
      pixels = std::ranges::copy(transformed(image, params), pixels).out;
  });
  return dataset;
}

}  // namespace

bool needs_tta(std::span<const float> logits, float temperature) {
  constexpr float confident = 0.95f;
  return std::ranges::max(model::probabilities(logits, temperature)) < confident;
}

DigitImage transformed(const DigitImage& image, const augment::AffineParams& params) {
  std::array<float, image_pixels> floats;
  to_floats(image, floats);
  augment::warp(floats, augment::inverse_map(params));
  DigitImage bytes;
  to_bytes(floats, bytes);
  return bytes;
}

void average_tta_logits(std::span<float> logits, std::span<const float> transformed_logits) {
  assert(transformed_logits.size() == tta_transforms.size() * logits.size());
  for (; !transformed_logits.empty(); transformed_logits = transformed_logits.subspan(logits.size()))
    std::ranges::transform(logits, transformed_logits.first(logits.size()), logits.begin(), std::plus<>());
  for (float& logit : logits) logit /= static_cast<float>(1 + tta_transforms.size());
}

void apply_tta(const model::Model& model, const data::Subset& subset, std::span<float> logits,
               ThreadPool& pool, BatchInference& inference) {
  constexpr std::size_t images_at_a_time = 1024;  // 5 MB of transforms
  const std::size_t classes = model.network.output().size();
  const float temperature = model.calibration.value_or(model::Calibration()).temperature;
  const std::vector<std::uint32_t> unsure = unsure_images(logits, classes, temperature, pool);
  for (std::size_t first = 0; first < unsure.size(); first += images_at_a_time) {
    const Rows images = Rows(unsure).subspan(first, std::min(images_at_a_time, unsure.size() - first));
    const data::Dataset dataset = transform_all(subset, images, pool);
    const auto transformed_logits =
        inference.logits(model.weights, data::whole(dataset), 0, dataset.size(), pool);
    const std::size_t size = tta_transforms.size() * classes;
    for (std::size_t index = 0; index < images.size(); ++index)
      average_tta_logits(logits.subspan(images[index] * classes, classes),
                         transformed_logits.subspan(index * size, size));
  }
}

}  // namespace inkling::eval
