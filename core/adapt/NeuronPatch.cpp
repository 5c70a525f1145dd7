// SPDX-License-Identifier: MIT
#include "core/adapt/NeuronPatch.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/model/Calibration.h"
#include "core/nn/Architecture.h"

namespace inkling::adapt {

namespace {

struct DenseWeights {
  math::Matrix<float> weights;  // [inputs, units]
  math::Matrix<float> bias;     // [1, units]
};

DenseWeights dense_at(const nn::Network& network, std::span<const float> weights, std::size_t index) {
  const nn::Network::Node& node = network.nodes[index];
  const auto units = static_cast<Eigen::Index>(std::get<nn::Dense>(node.layer).units);
  const auto inputs = static_cast<Eigen::Index>(nn::parameters(node.layer).front().size()) / units;
  const float* first = weights.data() + node.offset;
  return {math::ConstMatrixView<float>(first, inputs, units),
          math::ConstMatrixView<float>(first + inputs * units, 1, units)};
}

template <class Layer>
bool has_layer(const nn::Network& network, std::size_t from_end) {
  return network.nodes.size() >= from_end &&
         std::holds_alternative<Layer>(network.nodes[network.nodes.size() - from_end].layer);
}

bool has_hidden_layer(const nn::Network& network) {
  return has_layer<nn::Dense>(network, 3) && has_layer<nn::Relu>(network, 2) &&
         has_layer<nn::Dense>(network, 1);
}

void append_columns(math::Matrix<float>& matrix, const math::Matrix<float>& columns) {
  math::Matrix<float> wider(matrix.rows(), matrix.cols() + columns.cols());
  wider << matrix, columns;
  matrix = std::move(wider);
}

/// The value below which `share` of the values lie; 0 if there are none.
float quantile(const Eigen::VectorXf& values, double share) {
  if (values.size() == 0) return 0;
  std::vector<float> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  const auto index = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
  return sorted[std::min(index, sorted.size() - 1)];
}

/// The smallest boost, in steps, that makes one image the digit by a margin and in distribution.
float needed_boost(std::vector<float> logits, std::uint8_t digit, float energy_threshold) {
  constexpr float step = 0.25f, max_boost = 200, logit_margin = 0.7f, energy_margin = 0.6f;
  const auto suffices = [&] {
    for (std::size_t other = 0; other < logits.size(); ++other)
      if (other != digit && logits[digit] < logits[other] + logit_margin) return false;
    return model::energy(logits) >= energy_threshold + energy_margin;
  };
  float boost = 0;
  for (; boost < max_boost && !suffices(); boost += step) logits[digit] += step;
  return boost;
}

}  // namespace

NeuronPatch::NeuronPatch(const model::Model& model) : body_(model.network) {
  const std::size_t layers = model.network.nodes.size();
  const bool hidden_layer = has_hidden_layer(model.network);
  const auto classes = static_cast<Eigen::Index>(model.classes.size());
  DenseWeights last = {math::Matrix<float>::Identity(classes, classes),
                       math::Matrix<float>::Zero(1, classes)};
  output_bias_ = math::Matrix<float>::Zero(1, classes);
  if (hidden_layer) {
    const DenseWeights output = dense_at(model.network, model.weights, layers - 1);
    last = dense_at(model.network, model.weights, layers - 3);
    output_weights_ = output.weights;
    output_bias_ = output.bias;
    body_.nodes.resize(layers - 3);
  } else if (has_layer<nn::Dense>(model.network, 1)) {
    last = dense_at(model.network, model.weights, layers - 1);
    body_.nodes.pop_back();
  }
  body_.weight_count =
      body_.nodes.size() < layers ? model.network.nodes[body_.nodes.size()].offset : model.weights.size();
  body_weights_.assign(model.weights.begin(),
                       model.weights.begin() + static_cast<std::ptrdiff_t>(body_.weight_count));
  hidden_weights_ = last.weights;
  hidden_bias_ = last.bias;
  if (hidden_layer) return;
  append_columns(hidden_weights_, -last.weights);
  append_columns(hidden_bias_, -last.bias);
  output_weights_.resize(2 * classes, classes);
  output_weights_ << math::Matrix<float>::Identity(classes, classes),
      -math::Matrix<float>::Identity(classes, classes);
}

math::Matrix<float> NeuronPatch::logits(const math::Matrix<float>& features) const {
  const math::Matrix<float> units =
      ((features * hidden_weights_).rowwise() + hidden_bias_.row(0)).cwiseMax(0.0f);
  return (units * output_weights_).rowwise() + output_bias_.row(0);
}

/// Two neurons make the ramp: relu(s) - relu(s - 1) is 0 up to s = 0 and 1 from s = 1 on.
void NeuronPatch::add(const DecisionFunction& decision, const Gate& gate, int digit, float logit_boost) {
  const float slope = 1 / (gate.open - gate.closed);
  math::Matrix<float> weights(feature_count(), 2), bias(1, 2);
  weights << slope * decision.weights, slope * decision.weights;
  bias << slope * (decision.bias - gate.closed), slope * (decision.bias - gate.closed) - 1;
  append_columns(hidden_weights_, weights);
  append_columns(hidden_bias_, bias);
  const Eigen::Index units = output_weights_.rows();
  output_weights_.conservativeResize(units + 2, Eigen::NoChange);
  output_weights_.bottomRows(2).setZero();
  output_weights_(units, digit) = logit_boost;
  output_weights_(units + 1, digit) = -logit_boost;
}

Status NeuronPatch::apply_to(model::Model& model) const {
  std::string architecture = nn::architecture_of(body_);
  if (!architecture.empty()) architecture += " | ";
  architecture += "dense " + std::to_string(hidden_weights_.cols()) + " | relu | dense " +
                  std::to_string(output_bias_.cols());
  auto network = nn::build_network(architecture, body_.input);
  if (!network) return network.error();
  model.network = std::move(network).value();
  model.weights = body_weights_;
  for (const math::Matrix<float>* part : {&hidden_weights_, &hidden_bias_, &output_weights_, &output_bias_})
    model.weights.insert(model.weights.end(), part->data(), part->data() + part->size());
  return success();
}

Gate fit_patch_gate(const Eigen::VectorXf& negatives, const Eigen::VectorXf& positives) {
  constexpr float max_width = 1, min_width = 0.02f;
  const float open = quantile(positives, 0.05);
  const float closed = std::max(quantile(negatives, 0.999), open - max_width);
  return {closed, std::max(open, closed + min_width)};
}

float logit_boost_for(const math::Matrix<float>& logits, std::uint8_t digit, float energy_threshold) {
  Eigen::VectorXf boosts(logits.rows());
  for (Eigen::Index image = 0; image < logits.rows(); ++image) {
    const float* begin = logits.row(image).data();
    boosts[image] = needed_boost({begin, begin + logits.cols()}, digit, energy_threshold);
  }
  return quantile(boosts, 0.9);
}

}  // namespace inkling::adapt
