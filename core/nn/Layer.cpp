#include "core/nn/Layer.h"

#include "core/base/Number.h"

namespace inkling::nn {

namespace {

constexpr int most_places = 6;  // of a dropout's rate

template <class Kind>
concept HasParameters = requires(const Kind& kind) { kind.parameters(); };

template <class Kind>
concept HasScratch = requires(const Kind& kind) { kind.scratch_size(1); };

std::string word(const Flatten&) {
  return "flatten";
}
std::string word(const Dense& layer) {
  return "dense " + std::to_string(layer.units);
}
std::string word(const Convolution& layer) {
  const std::string kernel = std::to_string(layer.kernel);
  return "conv " + kernel + "x" + kernel + " " + std::to_string(layer.filters) + (layer.same ? "" : " valid");
}
std::string word(const BatchNorm&) {
  return "norm";
}
std::string word(const Relu&) {
  return "relu";
}
std::string word(const MaxPool& layer) {
  return "pool " + std::to_string(layer.window);
}
std::string word(const Dropout& layer) {
  const std::string rate = to_fixed(layer.rate, most_places);
  return "dropout " + rate.substr(0, rate.find_last_not_of('0') + 1);
}

}  // namespace

Shape input_shape(const Layer& layer) {
  return std::visit([](const auto& kind) { return kind.input; }, layer);
}

Shape output_shape(const Layer& layer) {
  return std::visit([](const auto& kind) { return kind.output(); }, layer);
}

std::vector<Parameter> parameters(const Layer& layer) {
  return std::visit(
      []<class Kind>(const Kind& kind) -> std::vector<Parameter> {
        if constexpr (HasParameters<Kind>) return kind.parameters();
        return {};
      },
      layer);
}

std::size_t scratch_size(const Layer& layer, int images) {
  return std::visit(
      [images]<class Kind>(const Kind& kind) -> std::size_t {
        if constexpr (HasScratch<Kind>) return kind.scratch_size(images);
        return 0;
      },
      layer);
}

std::string to_string(const Layer& layer) {
  return std::visit([](const auto& kind) { return word(kind); }, layer);
}

double multiply_adds(const Layer& layer) {
  if (const auto* dense = std::get_if<Dense>(&layer)) return 2.0 * dense->input.size() * dense->units;
  const auto* convolution = std::get_if<Convolution>(&layer);
  if (convolution == nullptr) return 0;
  return 2.0 * convolution->geometry().positions() * convolution->geometry().patch_size() *
         convolution->filters;
}

}  // namespace inkling::nn
