#include "core/adapt/FeatureExtractor.h"

#include <algorithm>
#include <cassert>

namespace inkling::adapt {

namespace {

constexpr int shard_count = 8, images_per_shard = 16;

}  // namespace

FeatureExtractor::FeatureExtractor(const nn::Network& body, std::span<const float> weights)
    : weights_(weights), values_(static_cast<Eigen::Index>(body.output().size())) {
  for (int shard = 0; shard < shard_count; ++shard)
    shards_.emplace_back(body, images_per_shard, nn::Mode::inference);
}

int FeatureExtractor::slice_size() {
  return shard_count * images_per_shard;
}

math::Matrix<float> FeatureExtractor::of(int images, const Load& load, ThreadPool& pool) {
  assert(images <= slice_size());
  math::Matrix<float> features(images, values_);
  pool.parallel_for((images + images_per_shard - 1) / images_per_shard, [&](int shard) {
    nn::Workspace<float>& memory = shards_[static_cast<std::size_t>(shard)];
    const int first = shard * images_per_shard, count = std::min(images_per_shard, images - first);
    for (int image = 0; image < count; ++image)
      load(first + image,
           std::span<float, image_pixels>(memory.input() + image * image_pixels, image_pixels));
    memory.forward(weights_, count, nn::Mode::inference);
    std::copy_n(memory.output(), count * values_, features.row(first).data());
  });
  return features;
}

}  // namespace inkling::adapt
