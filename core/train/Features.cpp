#include "core/train/Features.h"

#include <algorithm>

namespace inkling {

Features::Features(const Network& body, std::span<const float> weights)
    : weights_(weights), values_(static_cast<Eigen::Index>(body.output().size())) {
  constexpr int shards = 16;
  for (int shard = 0; shard < shards; ++shard) shards_.emplace_back(body, 1, Mode::inference);
}

Matrix<float> Features::of(int images, const Load& load, ThreadPool& pool) {
  Matrix<float> features(images, values_);
  const int shards = static_cast<int>(shards_.size());
  pool.parallel_for(shards, [&](int shard) {
    Workspace<float>& memory = shards_[static_cast<std::size_t>(shard)];
    for (int image = shard; image < images; image += shards) {
      load(image, std::span<float, image_pixels>(memory.input(), image_pixels));
      memory.forward(weights_, 1, Mode::inference);
      std::copy_n(memory.output(), values_, features.row(image).data());
    }
  });
  return features;
}

}  // namespace inkling
