#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/base/ThreadPool.h"
#include "core/data/Dataset.h"
#include "core/math/Matrix.h"
#include "core/nn/Workspace.h"

namespace inkling {

/// Sends images through the first layers of a network, and owns the memory for it.
class Features {
 public:
  /// Both outlive this.
  Features(const Network& body, std::span<const float> weights);

  /// Puts an image, by its place, where it is read from; called on any thread.
  using Load = std::function<void(int, std::span<float, image_pixels>)>;

  /// What comes out, [images, values].
  Matrix<float> of(int images, const Load& load, ThreadPool& pool);

 private:
  std::span<const float> weights_;
  Eigen::Index values_;
  std::vector<Workspace<float>> shards_;
};

}  // namespace inkling
