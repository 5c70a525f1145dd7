#include "core/eval/BatchInference.h"

#include <algorithm>
#include <cassert>

#include "core/nn/Fuse.h"
#include "core/nn/Loss.h"

namespace inkling::eval {

namespace {

constexpr int shard_count = 8, images_per_shard = 32;

}  // namespace

BatchInference::BatchInference(const nn::Network& network, distributed::Communicator& communicator)
    : network_(network), communicator_(&communicator) {
  assert(network.output().size() == class_count);
  const nn::Network reading = nn::fold_batch_norms(network);
  folded_weights_.resize(reading.weight_count);
  const int processes = communicator.size(), own = (shard_count + processes - 1) / processes;
  for (int shard = 0; shard < own; ++shard)
    shards_.emplace_back(reading, images_per_shard, nn::Mode::inference);
  logits_.resize(static_cast<std::size_t>(processes) * own * images_per_shard * class_count);
}

int BatchInference::slice_size() {
  return shard_count * images_per_shard;
}

std::span<const float> BatchInference::logits(std::span<const float> weights, const data::Subset& subset,
                                              std::size_t first, std::size_t count, ThreadPool& pool) {
  assert(count <= static_cast<std::size_t>(slice_size()) && first + count <= subset.size());
  const int images = static_cast<int>(count);
  nn::fold_batch_norm_weights(network_, weights, folded_weights_);
  const int filled = (images + images_per_shard - 1) / images_per_shard;
  const int begin = first_shard(), end = std::min(begin + static_cast<int>(shards_.size()), filled);
  pool.parallel_for(std::max(end - begin, 0), [&](int own) {
    const int shard = begin + own, done = shard * images_per_shard;
    read_shard(shard, subset, first + done, std::min(images_per_shard, images - done));
  });
  communicator_->all_gather(std::as_writable_bytes(std::span(logits_)));
  return std::span(logits_).first(count * class_count);
}

void BatchInference::read_shard(int shard, const data::Subset& subset, std::size_t first, int images) {
  nn::Workspace<float>& workspace = shards_[shard - first_shard()];
  for (int image = 0; image < images; ++image) {
    const std::span<float, image_pixels> floats(workspace.input() + image * image_pixels, image_pixels);
    to_floats(subset.dataset->image(subset.indices[first + image]), floats);
  }
  workspace.forward(folded_weights_, images, nn::Mode::inference);
  std::copy_n(workspace.output(), images * class_count,
              logits_.data() + shard * images_per_shard * class_count);
}

std::span<const float> BatchInference::add(std::span<const float> weights, const data::Subset& subset,
                                           std::size_t first, std::size_t count, ThreadPool& pool,
                                           Metrics& metrics) {
  const auto answers = logits(weights, subset, first, count, pool);
  probabilities_.assign(answers.begin(), answers.end());
  nn::softmax<float>({probabilities_.data(), static_cast<Eigen::Index>(count), class_count});
  for (std::size_t image = 0; image < count; ++image) {
    const std::uint8_t label = subset.dataset->labels[subset.indices[first + image]];
    metrics.add(
        label, std::span<const float, class_count>(probabilities_.data() + image * class_count, class_count));
  }
  return answers;
}

std::vector<float> logits_of(const nn::Network& network, std::span<const float> weights,
                             const data::Subset& subset, ThreadPool& pool,
                             distributed::Communicator& communicator) {
  BatchInference evaluation(network, communicator);
  std::vector<float> all;
  all.reserve(subset.size() * class_count);
  const auto slice = static_cast<std::size_t>(BatchInference::slice_size());
  for (std::size_t first = 0; first < subset.size(); first += slice) {
    const auto some = evaluation.logits(weights, subset, first, std::min(slice, subset.size() - first), pool);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

Metrics evaluate(const nn::Network& network, std::span<const float> weights, const data::Subset& subset,
                 ThreadPool& pool, distributed::Communicator& communicator) {
  BatchInference evaluation(network, communicator);
  Metrics metrics;
  const auto slice = static_cast<std::size_t>(BatchInference::slice_size());
  for (std::size_t first = 0; first < subset.size(); first += slice) {
    evaluation.add(weights, subset, first, std::min(slice, subset.size() - first), pool, metrics);
  }
  return metrics;
}

}  // namespace inkling::eval
