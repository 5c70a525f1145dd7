#include "core/adapt/NeuronPatch.h"

#include <algorithm>
#include <variant>

#include "core/nn/Architecture.h"

namespace inkling::adapt {

namespace {

struct DenseLayer {
  math::Matrix<float> weights, bias;
};

DenseLayer dense_at(const nn::Network& network, std::span<const float> weights, std::size_t index) {
  const nn::Network::Node& node = network.nodes[index];
  const auto units = static_cast<Eigen::Index>(std::get<nn::Dense>(node.layer).units);
  const auto inputs = static_cast<Eigen::Index>(nn::parameters(node.layer).front().size()) / units;
  const float* first = weights.data() + node.offset;
  return {math::ConstMatrixView<float>(first, inputs, units),
          math::ConstMatrixView<float>(first + inputs * units, 1, units)};
}

math::Matrix<float> carried_out() {
  math::Matrix<float> out(2 * class_count, class_count);
  out << math::Matrix<float>::Identity(class_count, class_count),
      -math::Matrix<float>::Identity(class_count, class_count);
  return out;
}

template <class Kind>
bool is(const nn::Network& network, std::size_t from_end) {
  return network.nodes.size() >= from_end &&
         std::holds_alternative<Kind>(network.nodes[network.nodes.size() - from_end].layer);
}

bool has_hidden_units(const nn::Network& network) {
  return is<nn::Dense>(network, 3) && is<nn::Relu>(network, 2) && is<nn::Dense>(network, 1);
}

/// With these columns at its right.
void widen(math::Matrix<float>& matrix, const math::Matrix<float>& columns) {
  math::Matrix<float> wider(matrix.rows(), matrix.cols() + columns.cols());
  wider << matrix, columns;
  matrix = std::move(wider);
}

}  // namespace

NeuronPatch::NeuronPatch(const model::Model& model) : body_(model.network) {
  const bool there = has_hidden_units(model.network);
  const std::size_t layers = model.network.nodes.size();
  DenseLayer last = {math::Matrix<float>::Identity(class_count, class_count),
                     math::Matrix<float>::Zero(1, class_count)};
  out_bias_ = math::Matrix<float>::Zero(1, class_count);
  if (there) {
    const DenseLayer out = dense_at(model.network, model.weights, layers - 1);
    last = dense_at(model.network, model.weights, layers - 3);
    out_ = out.weights;
    out_bias_ = out.bias;
    body_.nodes.resize(layers - 3);
  } else if (is<nn::Dense>(model.network, 1)) {
    last = dense_at(model.network, model.weights, layers - 1);
    body_.nodes.pop_back();
  }
  body_.weight_count =
      body_.nodes.size() < layers ? model.network.nodes[body_.nodes.size()].offset : model.weights.size();
  body_weights_.assign(model.weights.begin(),
                       model.weights.begin() + static_cast<std::ptrdiff_t>(body_.weight_count));
  weights_ = last.weights;
  bias_ = last.bias;
  if (there) return;
  widen(weights_, -last.weights);
  widen(bias_, -last.bias);
  out_ = carried_out();
}

math::Matrix<float> NeuronPatch::answers(const math::Matrix<float>& features) const {
  const math::Matrix<float> units = ((features * weights_).rowwise() + bias_.row(0)).cwiseMax(0.0f);
  return (units * out_).rowwise() + out_bias_.row(0);
}

void NeuronPatch::add(const Score& score, const Gate& ramp, int digit, float raise) {
  const float slope = 1 / (ramp.full - ramp.begin);
  math::Matrix<float> weights(features(), 2), bias(1, 2);
  weights << slope * score.weights, slope * score.weights;
  bias << slope * (score.bias - ramp.begin), slope * (score.bias - ramp.begin) - 1;
  widen(weights_, weights);
  widen(bias_, bias);
  const Eigen::Index units = out_.rows();
  out_.conservativeResize(units + 2, Eigen::NoChange);
  out_.bottomRows(2).setZero();
  out_(units, digit) = raise;
  out_(units + 1, digit) = -raise;
}

Status NeuronPatch::apply_to(model::Model& model) const {
  std::string architecture = nn::architecture_of(body_);
  if (!architecture.empty()) architecture += " | ";
  auto network = nn::build_network(
      architecture + "dense " + std::to_string(weights_.cols()) + " | relu | dense 10", body_.input);
  if (!network) return network.error();
  model.network = std::move(network).value();
  model.weights = body_weights_;
  for (const math::Matrix<float>* part : {&weights_, &bias_, &out_, &out_bias_})
    model.weights.insert(model.weights.end(), part->data(), part->data() + part->size());
  return success();
}

}  // namespace inkling::adapt
