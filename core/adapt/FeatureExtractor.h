#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/base/ThreadPool.h"
#include "core/data/Dataset.h"
#include "core/math/Matrix.h"
#include "core/nn/Workspace.h"

namespace inkling::adapt {

/// Sends images through the first layers of a network, a slice at a time, and owns the memory for it.
class FeatureExtractor {
 public:
  /// Both outlive this.
  FeatureExtractor(const nn::Network& body, std::span<const float> weights);

  /// How many images one slice has at most.
  static int slice_size();

  /// Puts an image, by its place, where it is read from; called on any thread.
  using Load = std::function<void(int, std::span<float, image_pixels>)>;

  /// What comes out of a slice, [images, values].
  math::Matrix<float> of(int images, const Load& load, ThreadPool& pool);

 private:
  std::span<const float> weights_;
  Eigen::Index values_;
  std::vector<nn::Workspace<float>> shards_;
};

}  // namespace inkling::adapt
