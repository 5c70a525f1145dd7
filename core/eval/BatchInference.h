// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "core/base/ThreadPool.h"
#include "core/data/Batches.h"
#include "core/distributed/Communicator.h"
#include "core/eval/Metrics.h"
#include "core/nn/Workspace.h"

namespace inkling::eval {

/// Runs a network over many images, on all threads of a pool and all processes of a communicator. Batch
/// normalisations are folded into the layers before them. Owns its working memory and nothing else.
class BatchInference {
 public:
  /// The communicator must outlive this.
  explicit BatchInference(const nn::Network& network,
                          distributed::Communicator& communicator = distributed::single_process());

  /// The logits of `count` images of the subset, from `first` on: [count, classes], valid until the next
  /// call. The same bits for any number of threads and processes. All processes must make the same calls.
  std::span<const float> logits(std::span<const float> weights, const data::Subset& subset, std::size_t first,
                                std::size_t count, ThreadPool& pool);

  /// The outputs of the network.
  std::size_t classes() const { return classes_; }

  /// How many images to pass to logits() at a time if the caller has other work to do in between: enough for
  /// all threads, few enough to return soon. The same in all processes.
  std::size_t slice_size(const ThreadPool& pool) const;

 private:
  void run_shard(std::size_t shard, const data::Subset& subset, std::size_t first, std::size_t count,
                 nn::Workspace<float>& workspace);

  nn::Network network_, folded_network_;
  std::size_t classes_;  // outputs of the network
  distributed::Communicator* communicator_;
  AlignedVector<float> folded_weights_;
  std::vector<nn::Workspace<float>> workspaces_;  // one for each thread used so far
  AlignedVector<float> logits_;  // [processes, shards of a process, images of a shard, classes]
};

/// Splits the images 0 to `images` into blocks and calls `task(begin, end)` for each, on all threads. Every
/// block of [images, classes] floats has the same alignment, on which Eigen's order of summation depends.
template <class Task>
void for_each_block(std::size_t images, ThreadPool& pool, const Task& task) {
  constexpr std::size_t block = 256;
  pool.parallel_for(static_cast<int>((images + block - 1) / block), [&](int index) {
    const std::size_t begin = static_cast<std::size_t>(index) * block;
    task(begin, std::min(begin + block, images));
  });
}

/// The logits of all images of the subset: [subset.size(), classes].
std::vector<float> compute_logits(const nn::Network& network, std::span<const float> weights,
                                  const data::Subset& subset, ThreadPool& pool,
                                  distributed::Communicator& communicator = distributed::single_process());

/// Measures the network on a labelled subset.
Metrics evaluate(const nn::Network& network, std::span<const float> weights, const data::Subset& subset,
                 ThreadPool& pool, distributed::Communicator& communicator = distributed::single_process());

}  // namespace inkling::eval
