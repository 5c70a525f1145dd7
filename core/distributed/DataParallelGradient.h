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

/// The gradient of a batch, worked out in shards. How a batch is cut depends on its size and the network
/// alone, each shard writes a gradient of its own, and those are added in a fixed order: so the sum is the
/// same, bit for bit, for any number of threads and of processes. A batch normalisation sees the images of
/// its shard.
///
/// Each process works out its share of the shards. What moves is then what must: a process adds its own
/// shards, gives each other process a stretch of their sum, adds its stretch of all sums and hands it round.
/// With w weights and p processes each sends 2 w (p - 1) / p floats a batch, as the best of reductions that
/// are free to choose their order.
class DataParallelGradient {
 public:
  /// For batches of up to `batch` images; the exchange is somebody else's and outlives this.
  DataParallelGradient(const nn::Network& network, int batch, Communicator& exchange = single_process());

  struct Options {
    float label_smoothing = 0;
    std::uint64_t dropout_seed = 0;
  };

  /// Goes forward and backward through batch `batch` of `batches`; returns what it lost in all.
  nn::LossSum compute(std::span<const float> weights, const data::Batches& batches, int batch,
                      const Options& options, ThreadPool& pool);

  /// Adds up the gradient of the mean loss over that batch and hands it on in stretches while they are in the
  /// cache: `use(begin, gradient)` is called once for the weights from `begin` on, from several threads.
  template <class Use>
  void add_up(ThreadPool& pool, const Use& use) {
    const bool several = exchange_->processes() > 1;
    const auto use_piece = [&](int piece) { use(piece * piece_size, gradient(piece)); };
    for_each_piece(pool, [&](int piece) {
      add_own_shards(piece);
      if (!several) use_piece(piece);
    });
    if (!several) return;
    add_processes();
    for_each_piece(pool, use_piece);
  }

 private:
  struct Shard {
    nn::Workspace<float> workspace;
    AlignedVector<float> gradient;  // [processes, stretch_]: the weights, and what fills the last stretch
    std::vector<std::uint8_t> labels;
    nn::LossSum loss;
  };

  /// In the thread that has all of it in its cache, where one thread worked the gradient out.
  template <class Task>
  void for_each_piece(ThreadPool& pool, const Task& task) {
    if (shard_count_ > 1) return pool.parallel_for(pieces(), task);
    for (int piece = 0; piece < pieces(); ++piece) task(piece);
  }

  int shard_count(int images) const;
  nn::LossSum add_losses();
  void add_own_shards(int piece);
  void add_processes();

  static constexpr std::size_t piece_size = 4096;  // with moments and average, 100 KB for a core's cache
  int pieces() const { return static_cast<int>((weight_count_ + piece_size - 1) / piece_size); }
  std::span<float> gradient(int piece) {
    const std::size_t begin = piece * piece_size;
    return std::span(shards_.front().gradient).subspan(begin, std::min(piece_size, weight_count_ - begin));
  }

  Communicator* exchange_;
  int images_in_shard_;
  std::size_t weight_count_, stretch_;
  int shard_count_ = 0, own_count_ = 0;  // of the last batch: in all, and this process's
  std::vector<Shard> shards_;            // this process's; there is always one, to hold the sum
  AlignedVector<float> received_;        // [processes, stretch_]; empty for one process alone
  std::vector<nn::LossSum> share_sums_;  // [processes]
};

}  // namespace inkling::distributed
