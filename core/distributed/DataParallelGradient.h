// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/base/ThreadPool.h"
#include "core/data/Batches.h"
#include "core/distributed/Communicator.h"
#include "core/distributed/ReductionTree.h"
#include "core/nn/Loss.h"
#include "core/nn/Workspace.h"

namespace inkling::distributed {

/// The gradient of a batch, computed in shards on all threads and processes. How a batch is cut depends on
/// its size and the network alone; each shard has its own gradient, and these are summed in a fixed order. So
/// the result is the same, bit for bit, for any number of threads and processes. Batch normalisation sees the
/// images of its shard.
///
/// Across processes this is reduce-scatter and all-gather: each rank sums its own shards, sends every other
/// rank a slice of that sum, reduces its slice over all ranks and shares it. With w weights and p processes
/// each sends 2 w (p - 1) / p floats per batch, as many as a ring all-reduce.
class DataParallelGradient {
 public:
  /// For batches of up to `batch` images. The communicator must outlive this.
  DataParallelGradient(const nn::Network& network, int batch, Communicator& communicator = single_process());

  struct Options {
    float label_smoothing = 0;
    std::uint64_t dropout_seed = 0;
  };

  /// Runs batch `batch` of `batches` forward and backward, and returns its loss over all processes.
  nn::LossSum compute(std::span<const float> weights, const data::Batches& batches, int batch,
                      const Options& options, ThreadPool& pool);

  /// Sums the gradient of that batch's mean loss and passes it on in chunks while they are in the cache:
  /// `consume(begin, gradient)` is called once for each chunk, which starts at weight `begin`, on any thread.
  template <class Consume>
  void all_reduce(ThreadPool& pool, const Consume& consume) {
    const bool distributed = communicator_->size() > 1;
    const auto consume_chunk = [&](int chunk) { consume(chunk * chunk_size, gradient(chunk)); };
    for_each_chunk(pool, [&](int chunk) {
      reduce_own_shards(chunk);
      if (!distributed) consume_chunk(chunk);
    });
    if (!distributed) return;
    all_reduce_ranks();
    for_each_chunk(pool, consume_chunk);
  }

 private:
  struct Shard {
    nn::Workspace<float> workspace;
    AlignedVector<float> gradient;  // [ranks, slice_size_]: the weights, and padding of the last slice
    std::vector<std::uint8_t> labels;
    nn::LossSum loss;
  };

  /// A single shard's gradient is in the cache of the calling thread, so that thread does all the work.
  template <class Task>
  void for_each_chunk(ThreadPool& pool, const Task& task) {
    if (shard_count_ > 1) return pool.parallel_for(chunks(), task);
    for (int chunk = 0; chunk < chunks(); ++chunk) task(chunk);
  }

  int shard_count(int images) const;
  nn::LossSum reduce_losses();
  void reduce_own_shards(int chunk);
  void all_reduce_ranks();

  static constexpr std::size_t chunk_size = 4096;  // with moments and average 100 KB: fits a core's L2
  int chunks() const { return static_cast<int>((weight_count_ + chunk_size - 1) / chunk_size); }
  std::span<float> gradient(int chunk) {
    const std::size_t begin = chunk * chunk_size;
    return std::span(shards_.front().gradient).subspan(begin, std::min(chunk_size, weight_count_ - begin));
  }

  Communicator* communicator_;
  int images_per_shard_;
  std::size_t weight_count_, slice_size_;
  Eigen::Index classes_;                  // outputs of the network
  int shard_count_ = 0, own_count_ = 0;   // of the last batch: in all, and of this process
  std::vector<Shard> shards_;             // of this process; at least one, which holds the sum
  AlignedVector<float> received_;         // [ranks, slice_size_]; empty in a single process
  std::vector<nn::LossSum> rank_losses_;  // [ranks]
};

}  // namespace inkling::distributed
