#include "core/distributed/DataParallelGradient.h"

#include <algorithm>
#include <cmath>

namespace inkling::distributed {

namespace {

constexpr int most_shards = 8;

/// Few enough images that a shard's activations stay in a core's cache, enough that a product is worth while;
/// and enough work for each weight, whose gradients and new values another core has to be sent. A network of
/// dense layers, which uses each weight once an image, loses by sharing out few of them.
int images_in_shard(const nn::Network& network) {
  constexpr double least_images = 16, least_operations_a_weight = 64;
  double operations = 1;
  for (const nn::Network::Node& node : network.nodes) operations += nn::multiply_adds(node.layer);
  const double for_weights =
      least_operations_a_weight * static_cast<double>(network.weight_count) / operations;
  return static_cast<int>(std::ceil(std::clamp(for_weights, least_images, 8 * least_images)));
}

/// Where shard `index` of `count` begins when `images` are dealt out as evenly as can be.
int shard_begin(int index, int count, int images) {
  return index * images / count;
}

/// How many weights each process adds up: their share, to the next cache line.
std::size_t stretch(std::size_t weights, int processes) {
  constexpr std::size_t line = 16;
  const std::size_t share = (weights + processes - 1) / processes;
  return (share + line - 1) / line * line;
}

void add(float* sum, const float* gradient, int length) {
  math::RowView<float>(sum, length) += math::ConstRowView<float>(gradient, length);
}

void add(nn::LossSum& sum, const nn::LossSum& loss) {
  sum.loss += loss.loss;
  sum.correct += loss.correct;
  sum.images += loss.images;
}

}  // namespace

DataParallelGradient::DataParallelGradient(const nn::Network& network, int batch, Communicator& exchange)
    : exchange_(&exchange),
      images_in_shard_(images_in_shard(network)),
      weight_count_(network.weight_count),
      stretch_(stretch(network.weight_count, exchange.processes())),
      share_sums_(static_cast<std::size_t>(exchange.processes())) {
  const auto padded = stretch_ * share_sums_.size();
  // A batch smaller than the largest may be cut into fewer, larger shards: with 16 in a shard 31 make one.
  const int count = shard_count(batch);
  const int capacity = std::max((batch + count - 1) / count, std::min(batch, 2 * images_in_shard_ - 1));
  const int own = share_of(exchange.process(), exchange.processes(), count).size();
  for (int shard = 0; shard < std::max(own, 1); ++shard) {
    shards_.push_back({nn::Workspace<float>(network, capacity, nn::Mode::training),
                       AlignedVector<float>(padded), std::vector<std::uint8_t>(capacity), nn::LossSum{}});
  }
  if (exchange.processes() > 1) received_.resize(padded);
}

int DataParallelGradient::shard_count(int images) const {
  return std::clamp(images / images_in_shard_, 1, most_shards);
}

nn::LossSum DataParallelGradient::compute(std::span<const float> weights, const data::Batches& batches,
                                          int batch, const Options& options, ThreadPool& pool) {
  const int batch_size = batches.size(batch);
  shard_count_ = shard_count(batch_size);
  const ShardRange own = share_of(exchange_->process(), exchange_->processes(), shard_count_);
  own_count_ = own.size();
  pool.parallel_for(own_count_, [&](int place) {
    Shard& shard = shards_[place];
    const int index = own.begin + place, begin = shard_begin(index, shard_count_, batch_size);
    const int images = shard_begin(index + 1, shard_count_, batch_size) - begin;
    for (int image = 0; image < images; ++image) {
      const std::span<float, image_pixels> floats(shard.workspace.input() + image * image_pixels,
                                                  image_pixels);
      shard.labels[image] = batches.load(batch, begin + image, floats);
    }
    Random dropout(options.dropout_seed, static_cast<std::uint64_t>(index));
    shard.workspace.forward(weights, images, nn::Mode::training, &dropout);
    shard.loss = nn::softmax_cross_entropy<float>(
        {shard.workspace.output(), images, class_count}, std::span(shard.labels).first(images),
        options.label_smoothing, shard.workspace.output_gradient(), batch_size);
    const float batch_share = static_cast<float>(images) / static_cast<float>(batch_size);
    shard.workspace.backward(weights, images, std::span(shard.gradient).first(weight_count_), batch_share);
  });
  return add_losses();
}

nn::LossSum DataParallelGradient::add_losses() {
  add_by_halves(0, own_count_, [&](int into, int from) { add(shards_[into].loss, shards_[from].loss); });
  share_sums_[exchange_->process()] = shards_.front().loss;
  exchange_->gather(std::as_writable_bytes(std::span(share_sums_)));
  add_shares(0, exchange_->processes(), shard_count_,
             [&](int into, int from) { add(share_sums_[into], share_sums_[from]); });
  return share_sums_.front();
}

void DataParallelGradient::add_own_shards(int piece) {
  const std::size_t begin = piece * piece_size;
  const int length = static_cast<int>(gradient(piece).size());
  add_by_halves(0, own_count_, [&](int into, int from) {
    add(shards_[into].gradient.data() + begin, shards_[from].gradient.data() + begin, length);
  });
}

void DataParallelGradient::add_processes() {
  const int processes = exchange_->processes(), length = static_cast<int>(stretch_);
  AlignedVector<float>& sum = shards_.front().gradient;
  exchange_->deal(sum, received_);
  const auto row = [&](int process) { return received_.data() + process * stretch_; };
  add_shares(0, processes, shard_count_, [&](int into, int from) { add(row(into), row(from), length); });
  std::copy_n(row(0), stretch_, sum.data() + exchange_->process() * stretch_);
  exchange_->gather(std::as_writable_bytes(std::span(sum)));
}

}  // namespace inkling::distributed
