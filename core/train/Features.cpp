#include "core/train/Features.h"

#include <algorithm>

namespace inkling {

namespace {

constexpr int shard_count = 8, images_at_once = 32;

}  // namespace

Features::Features(const Network& body, std::span<const float> weights)
    : weights_(weights), values_(static_cast<Eigen::Index>(body.output().size())) {
  for (int shard = 0; shard < shard_count; ++shard)
    shards_.emplace_back(body, images_at_once, Mode::inference);
}

Matrix<float> Features::of(int images, const Load& load, ThreadPool& pool) {
  Matrix<float> features(images, values_);
  pool.parallel_for(shard_count, [&](int shard) {
    Workspace<float>& memory = shards_[static_cast<std::size_t>(shard)];
    for (int first = shard * images_at_once; first < images; first += shard_count * images_at_once) {
      const int count = std::min(images_at_once, images - first);
      for (int image = 0; image < count; ++image)
        load(first + image,
             std::span<float, image_pixels>(memory.input() + image * image_pixels, image_pixels));
      memory.forward(weights_, count, Mode::inference);
      std::copy_n(memory.output(), count * values_, features.row(first).data());
    }
  });
  return features;
}

}  // namespace inkling
