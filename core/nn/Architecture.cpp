#include "core/nn/Architecture.h"

#include <array>
#include <charconv>
#include <optional>

#include "core/base/Text.h"

namespace inkling::nn {

namespace {

// A file may say anything; these bounds keep what it can ask for within a page's memory.
constexpr int most_layers = 64, most_units = 4096, most_kernel = 15;
constexpr std::size_t most_weights = 16'000'000;

using Words = std::vector<std::string_view>;

Words split(std::string_view text, char svm) {
  Words parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(svm), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

template <class Number>
std::optional<Number> number(std::string_view text, Number least, Number most) {
  Number value{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = problem == std::errc() && end == text.data() + text.size();
  if (!whole || !(value >= least && value <= most)) return std::nullopt;
  return value;
}

std::optional<float> fraction(std::string_view text) {
  // Emscripten's library reads no floats with from_chars: digits after "0." are enough for a rate.
  if (!text.starts_with("0.") || text.size() > 8) return std::nullopt;
  const auto digits = number<int>(text.substr(2), 0, 999999);
  if (!digits) return std::nullopt;
  float scale = 1;
  for (std::size_t digit = 2; digit < text.size(); ++digit) scale *= 10;
  return static_cast<float>(*digits) / scale;
}

std::optional<Layer> dense(const Words& words, const Shape& input) {
  const auto units = words.size() == 2 ? number(words[1], 1, most_units) : std::nullopt;
  if (!units) return std::nullopt;
  return Dense{input, *units};
}

std::optional<Layer> convolution(const Words& words, const Shape& input) {
  const bool valid = words.size() == 4 && words[3] == "valid";
  if (words.size() != 3 && !valid) return std::nullopt;
  const Words sides = split(words[1], 'x');
  if (sides.size() != 2 || sides[0] != sides[1]) return std::nullopt;
  const auto kernel = number(sides[0], 1, most_kernel);
  const auto filters = number(words[2], 1, most_units);
  if (!kernel || !filters || (!valid && *kernel % 2 == 0)) return std::nullopt;
  return Convolution{input, *kernel, *filters, !valid};
}

std::optional<Layer> pool(const Words& words, const Shape& input) {
  const auto window = words.size() == 2 ? number(words[1], 2, most_kernel) : std::nullopt;
  if (!window) return std::nullopt;
  return MaxPool{input, *window};
}

std::optional<Layer> dropout(const Words& words, const Shape& input) {
  const auto rate = words.size() == 2 ? fraction(words[1]) : std::nullopt;
  if (!rate) return std::nullopt;
  return Dropout{input, *rate};
}

template <class Kind>
std::optional<Layer> plain(const Words& words, const Shape& input) {
  if (words.size() != 1) return std::nullopt;
  return Kind{input};
}

struct Word {
  std::string_view name;
  std::optional<Layer> (*read)(const Words& words, const Shape& input);
  std::string_view example;
};

constexpr std::array<Word, 7> vocabulary = {{{"conv", convolution, "conv 3x3 16"},
                                             {"dense", dense, "dense 128"},
                                             {"dropout", dropout, "dropout 0.2"},
                                             {"flatten", plain<Flatten>, "flatten"},
                                             {"norm", plain<BatchNorm>, "norm"},
                                             {"pool", pool, "pool 2"},
                                             {"relu", plain<Relu>, "relu"}}};

Error refusal(std::size_t place, std::string_view text, const std::string& reason) {
  return {"layer " + std::to_string(place) + " (\"" + std::string(trim(text, " ").substr(0, 40)) +
          "\"): " + reason};
}

Result<Layer> read_layer(std::size_t place, std::string_view text, const Shape& input) {
  const Words words = split(text, ' ');
  for (const Word& word : vocabulary) {
    if (words.empty() || words[0] != word.name) continue;
    const auto layer = word.read(words, input);
    if (layer) return *layer;
    return refusal(place, text, "write it like \"" + std::string(word.example) + "\"");
  }
  return refusal(place, text, "there is conv, dense, dropout, flatten, norm, pool and relu");
}

bool fits(const Layer& layer) {
  const Shape out = output_shape(layer);
  return out.height > 0 && out.width > 0;
}

void append(Network& network, const Layer& layer) {
  network.nodes.push_back({layer, network.weight_count});
  for (const Parameter& parameter : parameters(layer)) network.weight_count += parameter.size();
}

/// A convolution right before a normalisation loses its bias; this moves the weights that follow to match.
void drop_bias_before_norm(Network& network, const Layer& next) {
  if (network.nodes.empty() || !std::holds_alternative<BatchNorm>(next)) return;
  auto* convolution = std::get_if<Convolution>(&network.nodes.back().layer);
  if (convolution == nullptr) return;
  convolution->has_bias = false;
  network.weight_count -= static_cast<std::size_t>(convolution->filters);
}

/// Adds the layer that `text` names, the one at `place`.
Status extend(Network& network, std::size_t place, std::string_view text) {
  const Shape shape = network.output();
  const auto layer = read_layer(place, text, shape);
  if (!layer) return layer.error();
  if (!fits(layer.value()))
    return refusal(place, text, "there is too little left of the image, " + to_string(shape));
  Network longer = network;
  drop_bias_before_norm(longer, layer.value());
  append(longer, layer.value());
  if (longer.weight_count > most_weights)
    return refusal(place, text, "the network has more than 16 million weights");
  network = std::move(longer);
  return success();
}

Error too_long() {
  return {"The network has more than " + std::to_string(most_layers) + " layers."};
}

}  // namespace

PartialNetwork build_while_it_fits(std::string_view architecture, Shape input) {
  PartialNetwork partial;
  partial.network.input = input;
  const Words texts = split(architecture, '|');
  if (texts.empty())
    partial.whole = Error{"The architecture is empty; write it like \"flatten | dense 10\"."};
  if (texts.size() > most_layers) partial.whole = too_long();
  for (std::size_t index = 0; index < texts.size() && partial.whole; ++index) {
    partial.whole = extend(partial.network, index + 1, texts[index]);
    if (!partial.whole) partial.fault = index + 1;
  }
  return partial;
}

Result<Network> build_network(std::string_view architecture, Shape input) {
  PartialNetwork partial = build_while_it_fits(architecture, input);
  if (!partial.whole) return partial.whole.error();
  return std::move(partial.network);
}

std::string architecture_of(const Network& network) {
  std::string text;
  for (const Network::Node& node : network.nodes) text += (text.empty() ? "" : " | ") + to_string(node.layer);
  return text;
}

}  // namespace inkling::nn
