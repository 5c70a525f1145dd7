// SPDX-License-Identifier: MIT
#include "core/eval/BatchInference.h"

#include <algorithm>
#include <atomic>
#include <cassert>

#include "core/nn/Fuse.h"

namespace inkling::eval {

namespace {

constexpr std::size_t images_per_shard = 32;

}  // namespace

BatchInference::BatchInference(const nn::Network& network, distributed::Communicator& communicator)
    : network_(network),
      folded_network_(nn::fold_batch_norms(network)),
      classes_(network.output().size()),
      communicator_(&communicator) {
  folded_weights_.resize(folded_network_.weight_count);
}

std::size_t BatchInference::slice_size(const ThreadPool& pool) const {
  constexpr int min_shards = 8, shards_per_thread = 2;
  constexpr int shards_per_process = 32;  // processes may differ in their number of threads
  const int processes = communicator_->size();
  const int shards = processes > 1 ? processes * shards_per_process
                                   : std::max(min_shards, pool.threads() * shards_per_thread);
  return static_cast<std::size_t>(shards) * images_per_shard;
}

// Threads take the next shard when they are done with one, so a slow thread holds up no other.
std::span<const float> BatchInference::logits(std::span<const float> weights, const data::Subset& subset,
                                              std::size_t first, std::size_t count, ThreadPool& pool) {
  assert(first + count <= subset.size());
  nn::fold_batch_norm_weights(network_, weights, folded_weights_);
  const auto processes = static_cast<std::size_t>(communicator_->size());
  const std::size_t shards = (count + images_per_shard - 1) / images_per_shard;
  const std::size_t share = (shards + processes - 1) / processes;
  const std::size_t begin = std::min(static_cast<std::size_t>(communicator_->rank()) * share, shards);
  const std::size_t end = std::min(begin + share, shards);
  logits_.resize(processes * share * images_per_shard * classes_);

  const auto workers = std::min(static_cast<std::size_t>(pool.threads()), end - begin);
  while (workspaces_.size() < workers)
    workspaces_.emplace_back(folded_network_, static_cast<int>(images_per_shard), nn::Mode::inference);
  std::atomic<std::size_t> next = begin;
  pool.parallel_for(static_cast<int>(workers), [&](int worker) {
    for (std::size_t shard = next++; shard < end; shard = next++)
      run_shard(shard, subset, first, count, workspaces_[static_cast<std::size_t>(worker)]);
  });
  communicator_->all_gather(std::as_writable_bytes(std::span(logits_)));
  return std::span(logits_).first(count * classes_);
}

void BatchInference::run_shard(std::size_t shard, const data::Subset& subset, std::size_t first,
                               std::size_t count, nn::Workspace<float>& workspace) {
  const std::size_t begin = shard * images_per_shard, images = std::min(images_per_shard, count - begin);
  for (std::size_t image = 0; image < images; ++image) {
    const std::span<float, image_pixels> floats(workspace.input() + image * image_pixels, image_pixels);
    to_floats(subset.dataset->image(subset.indices[first + begin + image]), floats);
  }
  workspace.forward(folded_weights_, static_cast<int>(images), nn::Mode::inference);
  std::copy_n(workspace.output(), images * classes_, logits_.data() + begin * classes_);
}

std::vector<float> compute_logits(const nn::Network& network, std::span<const float> weights,
                                  const data::Subset& subset, ThreadPool& pool,
                                  distributed::Communicator& communicator) {
  BatchInference inference(network, communicator);
  const auto logits = inference.logits(weights, subset, 0, subset.size(), pool);
  return {logits.begin(), logits.end()};
}

Metrics evaluate(const nn::Network& network, std::span<const float> weights, const data::Subset& subset,
                 ThreadPool& pool, distributed::Communicator& communicator) {
  BatchInference inference(network, communicator);
  Metrics metrics(network.output().size());
  add_metrics(subset, 0, inference.logits(weights, subset, 0, subset.size(), pool), metrics);
  return metrics;
}

}  // namespace inkling::eval
