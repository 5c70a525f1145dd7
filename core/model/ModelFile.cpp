// SPDX-License-Identifier: MIT
#include "core/model/ModelFile.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/base/Digit.h"
#include "core/base/FileSignature.h"
#include "core/base/Number.h"
#include "core/base/Sha256.h"
#include "core/nn/Architecture.h"
#include "core/nn/Workspace.h"

namespace inkling::model {

namespace {

using Metadata = std::map<std::string, std::string>;

constexpr const char* format = "inkling 1";
constexpr const char* preprocessing = "28x28 grey, ink 255 on paper 0, divided by 255";
constexpr const char *weights_hash = "weights_sha256", *header_hash = "header_sha256";

/// All that a file may contain if it has no header hash, as earlier versions wrote it. Frozen; do not extend.
constexpr std::array<std::string_view, 13> keys_before_header_hash = {
    "accuracy",    "architecture", "classes",       "data",     "data_fingerprint",
    "format",      "least_energy", "preprocessing", "protocol", "seed",
    "temperature", "title",        weights_hash};

Error refuse(const std::string& reason, ErrorCode code = "damagedModel") {
  return Error{"This model cannot be used: " + reason + "."}.with_code(code);
}

/// Names a file of another type; `unknown` if its type isn't known.
Error what_it_is(std::span<const std::uint8_t> file, const Error& unknown) {
  const auto first = file.first(std::min(file.size(), signature_bytes));
  const std::string_view name = identify_file({reinterpret_cast<const char*>(first.data()), first.size()});
  if (name.empty()) return unknown;
  return Error{"This is " + std::string(name) +
               ", not a model from Inkling. Choose a .safetensors file that it saved."}
      .with_code("otherModel");
}

std::string sha256_of(const std::string& text) {
  return sha256({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

/// The accuracy as metadata_of() writes it, like 0.993200; nullopt for any other text.
std::optional<double> parse_accuracy(const std::string& text) {
  unsigned whole = 0, millionths = 0;
  const char *begin = text.data(), *end = begin + text.size();
  if (text.size() != 8 || text[1] != '.') return std::nullopt;
  if (std::from_chars(begin, begin + 1, whole).ptr != begin + 1) return std::nullopt;
  if (std::from_chars(begin + 2, end, millionths).ptr != end) return std::nullopt;
  const double value = whole + millionths / 1e6;
  return value <= 1 ? std::optional(value) : std::nullopt;
}

/// The entry of that key, or "".
std::string look_up(const Metadata& metadata, const std::string& key) {
  const auto found = metadata.find(key);
  return found == metadata.end() ? "" : found->second;
}

/// ModelInfo says who sets and shows its fields.
ModelInfo parse_info(const Metadata& metadata) {
  return {.title = look_up(metadata, "title"),
          .seed = look_up(metadata, "seed"),
          .data = look_up(metadata, "data"),
          .data_fingerprint = look_up(metadata, "data_fingerprint"),
          .accuracy = parse_accuracy(look_up(metadata, "accuracy")),
          .protocol = look_up(metadata, "protocol")};
}

Status check_format(const Metadata& metadata) {
  if (look_up(metadata, "format") != format)
    return refuse("it is not from Inkling, or from another version of it", "otherModel");
  if (look_up(metadata, "preprocessing") != preprocessing)
    return refuse("it needs images with other preprocessing", "otherModel");
  if (!parse_classes(look_up(metadata, "classes"))) return refuse("its classes are damaged");
  return success();
}

/// The tensors of the architecture, in the order of the flat vector.
std::vector<Safetensors::Tensor> tensors_of(const nn::Network& network, Precision precision) {
  std::vector<Safetensors::Tensor> tensors;
  for (const nn::NetworkParameter& entry : nn::parameters(network)) {
    const std::vector<int>& shape = entry.parameter.shape;
    tensors.push_back({entry.name(), std::string(dtype_of(precision)), {shape.begin(), shape.end()}, {}});
  }
  return tensors;
}

Result<Precision> common_precision(const std::vector<Safetensors::Tensor>& tensors) {
  const std::string& dtype = tensors.front().dtype;
  const bool same = std::ranges::all_of(tensors, [&](const auto& tensor) { return tensor.dtype == dtype; });
  const auto precision = parse_dtype(dtype);
  return same && precision ? Result<Precision>(*precision) : refuse("its tensors have different types");
}

/// The bytes of the `expected` tensors, one after the other, wherever they lie in the file.
Result<std::vector<std::uint8_t>> collect_weights(const std::vector<Safetensors::Tensor>& expected,
                                                  const std::vector<Safetensors::Tensor>& tensors) {
  std::vector<std::uint8_t> bytes;
  for (const Safetensors::Tensor& tensor : expected) {
    const auto found = std::ranges::find(tensors, tensor.name, &Safetensors::Tensor::name);
    if (found == tensors.end() || found->shape != tensor.shape)
      return refuse("its tensor \"" + tensor.name + "\" is missing or has the wrong shape");
    bytes.insert(bytes.end(), found->bytes.begin(), found->bytes.end());
  }
  return bytes;
}

/// The hash of the header as write_model() writes it, but without the hash itself. It doesn't depend on how
/// another program orders and escapes the header.
std::string hash_header(Metadata metadata, std::vector<Safetensors::Tensor> tensors) {
  metadata.erase(header_hash);
  return sha256_of(safetensors_header({std::move(metadata), std::move(tensors), {}}));
}

/// Files of earlier versions have no header hash. They may contain only what those versions wrote: otherwise
/// a file in which the name of this entry is damaged would pass for one of them.
Status check_header(const Metadata& metadata, const std::vector<Safetensors::Tensor>& tensors) {
  const Error damaged = refuse("its header is damaged: it does not match its hash");
  if (metadata.contains(header_hash))
    return hash_header(metadata, tensors) == look_up(metadata, header_hash) ? success() : damaged;
  const bool early = std::ranges::all_of(metadata, [](const auto& entry) {
    return std::ranges::find(keys_before_header_hash, entry.first) != keys_before_header_hash.end();
  });
  return early ? success() : damaged;
}

bool is_valid(const nn::Parameter& parameter, float weight) {
  constexpr float max_weight = 1e9f;  // far beyond any trained weight
  if (parameter.kind == nn::Parameter::Kind::running_variance)
    return weight >= 0 && weight <= max_weight * max_weight;
  return std::abs(weight) <= max_weight;  // false for NaN
}

bool all_valid(const Model& model) {
  for (const auto& [layer, parameter] : nn::parameters(model.network)) {
    const auto weights = std::span(model.weights).subspan(parameter.offset, parameter.size());
    if (!std::ranges::all_of(weights, [&](float weight) { return is_valid(parameter, weight); }))
      return false;
  }
  return true;
}

/// Whether the logits of a blank and of a solid black image, the two extremes, are finite.
bool has_finite_outputs(const Model& model) {
  constexpr int images = 2;
  nn::Workspace<float> workspace(model.network, images, nn::Mode::inference);
  std::fill_n(workspace.input(), image_pixels, 0.0f);
  std::fill_n(workspace.input() + image_pixels, image_pixels, 1.0f);
  workspace.forward(model.weights, images, nn::Mode::inference);
  return std::all_of(workspace.output(), workspace.output() + images * model.classes.size(),
                     [](float logit) { return std::isfinite(logit); });
}

Status check_weights(const Model& model) {
  if (!all_valid(model))
    return refuse("a weight is not a number or beyond a billion, or a variance is negative");
  if (!has_finite_outputs(model)) return refuse("its weights are too large for finite outputs");
  return success();
}

}  // namespace

Status round_to_half(Model& model) {
  decode_weights(encode_weights(model.weights, Precision::half), Precision::half, model.weights);
  if (!all_valid(model)) return refuse("a weight is too large for half precision");
  model.precision = Precision::half;
  if (model.info.accuracy) model.info.protocol += ", before rounding to half precision";
  return success();
}

Metadata metadata_of(const Model& model) {
  Metadata metadata = {{"architecture", nn::architecture_of(model.network)},
                       {"preprocessing", preprocessing},
                       {"classes", serialize_classes(model.classes)}};
  const ModelInfo& info = model.info;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) metadata[key] = value;
  };
  add("title", info.title);
  add("seed", info.seed);
  add("data", info.data);
  add("data_fingerprint", info.data_fingerprint);
  add("accuracy", info.accuracy ? to_fixed(*info.accuracy, 6) : "");
  add("protocol", info.protocol);
  if (model.calibration) write_calibration(*model.calibration, metadata);
  return metadata;
}

std::vector<std::uint8_t> write_model(const Model& model) {
  const std::vector<std::uint8_t> body = encode_weights(model.weights, model.precision);
  Safetensors content{metadata_of(model), tensors_of(model.network, model.precision), body};
  content.metadata["format"] = format;
  content.metadata[weights_hash] = sha256(body);
  content.metadata[header_hash] = hash_header(content.metadata, content.tensors);
  return write_safetensors(content);
}

Result<Model> read_model(std::span<const std::uint8_t> file) {
  const auto content = parse_safetensors(file);
  if (!content) return what_it_is(file, content.error());
  const auto& [metadata, tensors, body] = content.value();
  if (const Status known = check_format(metadata); !known) return known.error();
  auto network = nn::build_network(look_up(metadata, "architecture"));
  if (!network) return refuse("its architecture is invalid: " + network.error().message);
  ClassNames classes = *parse_classes(look_up(metadata, "classes"));
  if (network.value().output() != nn::Shape{1, 1, static_cast<int>(classes.size())})
    return refuse("its network does not have one output for each of its " + std::to_string(classes.size()) +
                  " classes");
  const std::size_t expected_count = nn::parameters(network.value()).size();
  if (tensors.size() != expected_count)
    return refuse("it has " + std::to_string(tensors.size()) + " tensors, but its architecture needs " +
                  std::to_string(expected_count));
  const auto precision = common_precision(tensors);
  if (!precision) return precision.error();
  const auto expected = tensors_of(network.value(), precision.value());
  const auto bytes = collect_weights(expected, tensors);
  if (!bytes) return bytes.error();
  const auto calibration = read_calibration(metadata);
  if (!calibration) return refuse(calibration.error().message);
  if (const Status whole = check_header(metadata, expected); !whole) return whole.error();
  if (look_up(metadata, weights_hash) != sha256(bytes.value()))
    return refuse("its weights are damaged: they do not match their hash");

  Model model{std::move(network).value(), {}, parse_info(metadata), precision.value(), calibration.value(),
              std::move(classes)};
  model.weights.resize(model.network.weight_count);
  decode_weights(bytes.value(), model.precision, model.weights);
  if (const Status valid = check_weights(model); !valid) return valid.error();
  return model;
}

}  // namespace inkling::model
