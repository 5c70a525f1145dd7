// SPDX-License-Identifier: MIT
#include "core/distributed/DataParallelGradient.h"

#include <algorithm>
#include <cmath>

namespace inkling::distributed {

namespace {

constexpr int max_shards = 8;

/// Few enough that a shard's activations stay in a core's cache, and enough to make a matrix product worth
/// its overhead and to give each weight enough work, as gradients and new weights move between cores. Dense
/// layers use each weight once per image, so small shards of them cost more than they gain.
int images_per_shard(const nn::Network& network) {
  constexpr double min_images = 16, max_images = 128, min_operations_per_weight = 64;
  double operations = 1;
  for (const nn::Network::Node& node : network.nodes) operations += nn::forward_flops(node.layer);
  const double needed = min_operations_per_weight * static_cast<double>(network.weight_count) / operations;
  return static_cast<int>(std::ceil(std::clamp(needed, min_images, max_images)));
}

/// The first image of shard `index` when `images` are spread evenly over `count` shards.
int shard_begin(int index, int count, int images) {
  return index * images / count;
}

/// How many weights each rank reduces: an even part, rounded up to a cache line.
std::size_t slice_size(std::size_t weights, int ranks) {
  constexpr std::size_t line = 16;
  const std::size_t part = (weights + ranks - 1) / ranks;
  return (part + line - 1) / line * line;
}

void add(float* target, const float* source, int length) {
  math::RowView<float>(target, length) += math::ConstRowView<float>(source, length);
}

void add(nn::LossSum& target, const nn::LossSum& source) {
  target.loss += source.loss;
  target.correct += source.correct;
  target.images += source.images;
}

}  // namespace

DataParallelGradient::DataParallelGradient(const nn::Network& network, int batch, Communicator& communicator)
    : communicator_(&communicator),
      images_per_shard_(images_per_shard(network)),
      weight_count_(network.weight_count),
      slice_size_(slice_size(network.weight_count, communicator.size())),
      classes_(static_cast<Eigen::Index>(network.output().size())),
      rank_losses_(static_cast<std::size_t>(communicator.size())) {
  const std::size_t padded = slice_size_ * rank_losses_.size();
  // A smaller batch may be cut into fewer, larger shards: at 16 images a shard, 31 images are one shard.
  const int count = shard_count(batch);
  const int capacity = std::max((batch + count - 1) / count, std::min(batch, 2 * images_per_shard_ - 1));
  const int own = shards_of_rank(communicator.rank(), communicator.size(), count).size();
  for (int shard = 0; shard < std::max(own, 1); ++shard) {
    shards_.push_back({nn::Workspace<float>(network, capacity, nn::Mode::training),
                       AlignedVector<float>(padded), std::vector<std::uint8_t>(capacity), nn::LossSum{}});
  }
  if (communicator.size() > 1) received_.resize(padded);
}

int DataParallelGradient::shard_count(int images) const {
  return std::clamp(images / images_per_shard_, 1, max_shards);
}

nn::LossSum DataParallelGradient::compute(std::span<const float> weights, const data::Batches& batches,
                                          int batch, const Options& options, ThreadPool& pool) {
  const int batch_size = batches.size(batch);
  shard_count_ = shard_count(batch_size);
  const ShardRange own = shards_of_rank(communicator_->rank(), communicator_->size(), shard_count_);
  own_count_ = own.size();
  pool.parallel_for(own_count_, [&](int slot) {
    Shard& shard = shards_[slot];
    const int index = own.begin + slot, begin = shard_begin(index, shard_count_, batch_size);
    const int images = shard_begin(index + 1, shard_count_, batch_size) - begin;
    for (int image = 0; image < images; ++image) {
      const std::span<float, image_pixels> pixels(shard.workspace.input() + image * image_pixels,
                                                  image_pixels);
      shard.labels[image] = batches.load(batch, begin + image, pixels);
    }
    Random dropout(options.dropout_seed, static_cast<std::uint64_t>(index));
    shard.workspace.forward(weights, images, nn::Mode::training, &dropout);
    shard.loss = nn::softmax_cross_entropy<float>(
        {shard.workspace.output(), images, classes_}, std::span(shard.labels).first(images),
        options.label_smoothing, shard.workspace.output_gradient(), batch_size);
    const float batch_share = static_cast<float>(images) / static_cast<float>(batch_size);
    shard.workspace.backward(weights, images, std::span(shard.gradient).first(weight_count_), batch_share);
  });
  return reduce_losses();
}

nn::LossSum DataParallelGradient::reduce_losses() {
  reduce_shards(0, own_count_,
                [&](int target, int source) { add(shards_[target].loss, shards_[source].loss); });
  rank_losses_[communicator_->rank()] = shards_.front().loss;
  communicator_->all_gather(std::as_writable_bytes(std::span(rank_losses_)));
  reduce_ranks(0, communicator_->size(), shard_count_,
               [&](int target, int source) { add(rank_losses_[target], rank_losses_[source]); });
  return rank_losses_.front();
}

void DataParallelGradient::reduce_own_shards(int chunk) {
  const std::size_t begin = chunk * chunk_size;
  const int length = static_cast<int>(gradient(chunk).size());
  reduce_shards(0, own_count_, [&](int target, int source) {
    add(shards_[target].gradient.data() + begin, shards_[source].gradient.data() + begin, length);
  });
}

void DataParallelGradient::all_reduce_ranks() {
  const int ranks = communicator_->size(), length = static_cast<int>(slice_size_);
  AlignedVector<float>& sum = shards_.front().gradient;
  communicator_->all_to_all(sum, received_);
  const auto slice_from = [&](int rank) { return received_.data() + rank * slice_size_; };
  reduce_ranks(0, ranks, shard_count_,
               [&](int target, int source) { add(slice_from(target), slice_from(source), length); });
  std::copy_n(slice_from(0), slice_size_, sum.data() + communicator_->rank() * slice_size_);
  communicator_->all_gather(std::as_writable_bytes(std::span(sum)));
}

}  // namespace inkling::distributed
