#pragma once

#include <span>
#include <vector>

#include "core/base/ThreadPool.h"
#include "core/data/Batches.h"
#include "core/distributed/Communicator.h"
#include "core/eval/Metrics.h"
#include "core/nn/Workspace.h"

namespace inkling::eval {

/// Reads images in bulk, over all threads of a pool and all processes of a communicator: each reads its share
/// and gets the others' answers. Normalisations are folded into the layers before them. Owns the memory for
/// it and nothing else.
class BatchInference {
 public:
  explicit BatchInference(const nn::Network& network,
                          distributed::Communicator& communicator = distributed::single_process());

  /// How many images one slice has: what evaluate() is best given at a time.
  static int slice_size();

  /// Logits of `count` images of the subset from `first` on: [count, 10], count at most slice_size(). Valid
  /// until the next call.
  std::span<const float> logits(std::span<const float> weights, const data::Subset& subset, std::size_t first,
                                std::size_t count, ThreadPool& pool);

  /// Adds the same images, which must be labelled, to `metrics`, and returns their logits as logits() does.
  std::span<const float> add(std::span<const float> weights, const data::Subset& subset, std::size_t first,
                             std::size_t count, ThreadPool& pool, Metrics& metrics);

 private:
  void read_shard(int shard, const data::Subset& subset, std::size_t first, int images);
  int first_shard() const { return communicator_->rank() * static_cast<int>(shards_.size()); }

  nn::Network network_;
  distributed::Communicator* communicator_;
  AlignedVector<float> folded_weights_;
  std::vector<nn::Workspace<float>> shards_;  // this process's, from first_shard() on
  AlignedVector<float> logits_;               // [processes, shards, images_per_shard, 10]
  AlignedVector<float> probabilities_;        // of the images added last, [count, 10]
};

/// Logits of all images of a subset: [subset.size(), 10].
std::vector<float> logits_of(const nn::Network& network, std::span<const float> weights,
                             const data::Subset& subset, ThreadPool& pool,
                             distributed::Communicator& communicator = distributed::single_process());

/// All of a labelled subset at once.
Metrics evaluate(const nn::Network& network, std::span<const float> weights, const data::Subset& subset,
                 ThreadPool& pool, distributed::Communicator& communicator = distributed::single_process());

}  // namespace inkling::eval
