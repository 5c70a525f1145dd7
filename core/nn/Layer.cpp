// SPDX-License-Identifier: MIT
#include "core/nn/Layer.h"

#include <algorithm>

#include "core/base/Number.h"

namespace inkling::nn {

namespace {

constexpr int rate_decimals = 6;  // of a dropout

template <class Kind>
concept HasParameters = requires(const Kind& kind) { kind.parameters(); };

template <class Kind>
concept HasScratch = requires(const Kind& kind) { kind.scratch_size(1); };

std::string text_of(const Flatten&) {
  return "flatten";
}
std::string text_of(const Dense& layer) {
  return "dense " + std::to_string(layer.units);
}
std::string text_of(const Convolution& layer) {
  const std::string kernel = std::to_string(layer.kernel);
  return "conv " + kernel + "x" + kernel + " " + std::to_string(layer.filters) + (layer.same ? "" : " valid");
}
std::string text_of(const BatchNorm&) {
  return "norm";
}
std::string text_of(const Relu&) {
  return "relu";
}
std::string text_of(const MaxPool& layer) {
  return "pool " + std::to_string(layer.window);
}
std::string text_of(const Dropout& layer) {
  const std::string rate = to_fixed(layer.rate, rate_decimals);
  const std::size_t shortest = std::string_view("0.0").size();
  return "dropout " + rate.substr(0, std::max(shortest, rate.find_last_not_of('0') + 1));
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

std::uint64_t weight_count(const Layer& layer) {
  std::uint64_t count = 0;
  for (const Parameter& parameter : parameters(layer)) count += parameter.element_count();
  return count;
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
  return std::visit([](const auto& kind) { return text_of(kind); }, layer);
}

double forward_flops(const Layer& layer) {
  if (const auto* dense = std::get_if<Dense>(&layer)) return 2.0 * dense->input.size() * dense->units;
  const auto* convolution = std::get_if<Convolution>(&layer);
  if (convolution == nullptr) return 0;
  return 2.0 * convolution->geometry().positions() * convolution->geometry().patch_size() *
         convolution->filters;
}

}  // namespace inkling::nn
