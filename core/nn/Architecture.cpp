// SPDX-License-Identifier: MIT
#include "core/nn/Architecture.h"

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "core/base/Text.h"

namespace inkling::nn {

namespace {

using Words = std::vector<std::string_view>;

Words split(std::string_view text, char separator) {
  Words parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<int> parse_int(std::string_view text, int min, int max) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool complete = error == std::errc() && end == text.data() + text.size();
  if (!complete || value < min || value > max) return std::nullopt;
  return value;
}

/// A rate from 0 to below 1 with up to six decimals.
std::optional<float> parse_rate(std::string_view text) {
  constexpr int max_decimals = 6;
  if (!text.starts_with("0.")) return std::nullopt;
  const std::string_view decimals = text.substr(2);
  if (decimals.size() > max_decimals) return std::nullopt;
  const auto numerator = parse_int(decimals, 0, 999'999);
  if (!numerator) return std::nullopt;
  float denominator = 1;
  for (std::size_t digit = 0; digit < decimals.size(); ++digit) denominator *= 10;
  return static_cast<float>(*numerator) / denominator;
}

std::optional<Layer> parse_dense(const Words& words, const Shape& input) {
  const auto units = words.size() == 2 ? parse_int(words[1], 1, max_units) : std::nullopt;
  if (!units) return std::nullopt;
  return Dense{input, *units};
}

std::optional<Layer> parse_convolution(const Words& words, const Shape& input) {
  const bool valid = words.size() == 4 && words[3] == "valid";
  if (words.size() != 3 && !valid) return std::nullopt;
  const Words sides = split(words[1], 'x');
  if (sides.size() != 2 || sides[0] != sides[1]) return std::nullopt;
  const auto kernel = parse_int(sides[0], 1, max_kernel);
  const auto filters = parse_int(words[2], 1, max_units);
  if (!kernel || !filters || (!valid && *kernel % 2 == 0)) return std::nullopt;
  return Convolution{input, *kernel, *filters, !valid};
}

std::optional<Layer> parse_pool(const Words& words, const Shape& input) {
  const auto window = words.size() == 2 ? parse_int(words[1], 2, max_kernel) : std::nullopt;
  if (!window) return std::nullopt;
  return MaxPool{input, *window};
}

std::optional<Layer> parse_dropout(const Words& words, const Shape& input) {
  const auto rate = words.size() == 2 ? parse_rate(words[1]) : std::nullopt;
  if (!rate) return std::nullopt;
  return Dropout{input, *rate};
}

template <class Kind>
std::optional<Layer> parse_plain(const Words& words, const Shape& input) {
  if (words.size() != 1) return std::nullopt;
  return Kind{input};
}

struct LayerSyntax {
  std::string_view name;
  std::optional<Layer> (*parse)(const Words& words, const Shape& input);
  std::string_view example;
};

constexpr std::array<LayerSyntax, 7> layer_syntax = {{{"conv", parse_convolution, "conv 3x3 16"},
                                                      {"dense", parse_dense, "dense 128"},
                                                      {"dropout", parse_dropout, "dropout 0.2"},
                                                      {"flatten", parse_plain<Flatten>, "flatten"},
                                                      {"norm", parse_plain<BatchNorm>, "norm"},
                                                      {"pool", parse_pool, "pool 2"},
                                                      {"relu", parse_plain<Relu>, "relu"}}};

std::string layer_names() {
  std::string names;
  for (const LayerSyntax& syntax : layer_syntax)
    names += (names.empty() ? "" : ", ") + std::string(syntax.name);
  return names;
}

/// One layer of an architecture's text.
struct LayerText {
  std::size_t position;  // from 1
  std::string_view text;

  Error error(const std::string& reason, ErrorCode code, std::vector<Error::Value> values = {}) const {
    const std::string shown(trim(text, " ").substr(0, 40));
    values.insert(values.end(), {{"layer", position}, {"text", shown}});
    return Error{"layer " + std::to_string(position) + " (\"" + shown + "\"): " + reason}.with_code(
        code, std::move(values));
  }
};

Result<Layer> parse_layer(const LayerText& line, const Shape& input) {
  const Words words = split(line.text, ' ');
  for (const LayerSyntax& syntax : layer_syntax) {
    if (words.empty() || words[0] != syntax.name) continue;
    const auto layer = syntax.parse(words, input);
    if (layer) return *layer;
    const std::string example(syntax.example);
    return line.error("expected a form like \"" + example + "\"", "layerForm", {{"example", example}});
  }
  return line.error("unknown layer, use one of: " + layer_names(), "layerUnknown",
                    {{"names", layer_names()}});
}

/// A convolution right before a normalisation loses its bias, which is last in the flat vector so far.
void drop_bias_before_norm(Network& network, const Layer& next) {
  if (network.nodes.empty() || !std::holds_alternative<BatchNorm>(next)) return;
  auto* convolution = std::get_if<Convolution>(&network.nodes.back().layer);
  if (convolution == nullptr) return;
  convolution->has_bias = false;
  network.weight_count -= static_cast<std::size_t>(convolution->filters);
}

std::int64_t activation_count(const Network& network) {
  std::int64_t count = network.input.size();
  for (const Network::Node& node : network.nodes) count += output_shape(node.layer).size();
  return count;
}

Status check_limits(const Network& network, const Layer& next, const LayerText& line) {
  if (network.weight_count + weight_count(next) > max_weights) {
    return line.error("the network has more than 16 million weights", "networkWeights",
                      {{"limit", max_weights}});
  }
  const Shape shape = output_shape(next);
  const std::int64_t outputs = std::int64_t{shape.positions()} * shape.channels;  // may not fit in an int yet
  if (outputs > max_layer_outputs) {
    return line.error("too large, its output has more than " +
                          group_thousands(static_cast<std::size_t>(max_layer_outputs)) + " values",
                      "layerTooLarge", {{"limit", max_layer_outputs}});
  }
  if (activation_count(network) + outputs > max_activations) {
    return line.error("the network is too large, all outputs so far have more than 1 million values",
                      "networkTooLarge", {{"limit", max_activations}});
  }
  return success();
}

Status append_layer(Network& network, const LayerText& line) {
  const Shape shape = network.output();
  const auto layer = parse_layer(line, shape);
  if (!layer) return layer.error();
  const Shape output = output_shape(layer.value());
  if (output.height < 1 || output.width < 1) {
    return line.error("its input is too small (" + to_string(shape) + ")", "layerInput",
                      {{"input", to_string(shape)}});
  }
  Network longer = network;
  drop_bias_before_norm(longer, layer.value());
  if (const Status allowed = check_limits(longer, layer.value(), line); !allowed) return allowed;
  longer.append(layer.value());
  network = std::move(longer);
  return success();
}

}  // namespace

PartialNetwork build_valid_prefix(std::string_view architecture, Shape input) {
  PartialNetwork partial;
  partial.network.input = input;
  const Words lines = split(architecture, '|');
  if (lines.empty()) {
    partial.status =
        Error{"The architecture is empty. Try \"flatten | dense 10\"."}.with_code("networkEmpty");
  }
  if (lines.size() > max_layers) {
    partial.status = Error{"The network has more than " + std::to_string(max_layers) + " layers."}.with_code(
        "networkLayers", {{"limit", max_layers}});
  }
  for (std::size_t index = 0; index < lines.size() && partial.status; ++index) {
    partial.status = append_layer(partial.network, {index + 1, lines[index]});
    if (!partial.status) partial.error_layer = index + 1;
  }
  return partial;
}

Result<Network> build_network(std::string_view architecture, Shape input) {
  PartialNetwork partial = build_valid_prefix(architecture, input);
  if (!partial.status) return partial.status.error();
  return std::move(partial.network);
}

std::string architecture_of(const Network& network) {
  std::string text;
  for (const Network::Node& node : network.nodes) text += (text.empty() ? "" : " | ") + to_string(node.layer);
  return text;
}

}  // namespace inkling::nn
