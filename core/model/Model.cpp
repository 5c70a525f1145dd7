#include "core/model/Model.h"

#include <charconv>
#include <cmath>

#include "core/base/Number.h"
#include "core/base/Sha256.h"
#include "core/model/Safetensors.h"
#include "core/nn/Architecture.h"

namespace inkling::model {

namespace {

constexpr const char* format = "inkling 1";
constexpr const char* preprocessing = "28x28 grey, ink 255 on paper 0, divided by 255";
constexpr const char* classes = "0123456789";

Error refuse(const std::string& reason) {
  return {"This model cannot be used: " + reason + "."};
}

/// 0.9932, or nothing for anything but a number from 0 to 1 as metadata_of() writes it.
std::optional<double> read_accuracy(const std::string& text) {
  unsigned whole = 0, millionths = 0;
  const char *begin = text.data(), *end = begin + text.size();
  if (text.size() != 8 || text[1] != '.') return std::nullopt;
  if (std::from_chars(begin, begin + 1, whole).ptr != begin + 1) return std::nullopt;
  if (std::from_chars(begin + 2, end, millionths).ptr != end) return std::nullopt;
  const double value = whole + millionths / 1e6;
  return value <= 1 ? std::optional(value) : std::nullopt;
}

/// The entry of that name, or nothing said.
std::string look_up(const std::map<std::string, std::string>& metadata, const std::string& key) {
  const auto found = metadata.find(key);
  return found == metadata.end() ? "" : found->second;
}

ModelInfo read_card(const std::map<std::string, std::string>& metadata) {
  return {.title = look_up(metadata, "title"),
          .seed = look_up(metadata, "seed"),
          .data = look_up(metadata, "data"),
          .data_fingerprint = look_up(metadata, "data_fingerprint"),
          .accuracy = read_accuracy(look_up(metadata, "accuracy")),
          .protocol = look_up(metadata, "protocol")};
}

Status check_kind(const std::map<std::string, std::string>& metadata) {
  if (look_up(metadata, "format") != format)
    return refuse("it was not written by Inkling, or by another version");
  if (look_up(metadata, "preprocessing") != preprocessing)
    return refuse("it expects images prepared in another way");
  if (look_up(metadata, "classes") != classes) return refuse("it does not tell the digits 0 to 9 apart");
  return success();
}

Status check_tensors(const nn::Network& network, const std::vector<Safetensors::Tensor>& tensors) {
  const auto expected = nn::parameters(network);
  if (tensors.size() != expected.size()) {
    return refuse("it has " + std::to_string(tensors.size()) + " tensors where its architecture needs " +
                  std::to_string(expected.size()));
  }
  for (std::size_t index = 0; index < expected.size(); ++index) {
    const std::vector<int>& shape = expected[index].parameter.shape;
    const bool same = tensors[index].name == expected[index].name() &&
                      tensors[index].shape == std::vector<std::int64_t>(shape.begin(), shape.end());
    if (!same)
      return refuse("its architecture needs a tensor \"" + expected[index].name() + "\" of another shape");
  }
  return success();
}

/// The one type that all tensors have.
Result<Precision> common_precision(const std::vector<Safetensors::Tensor>& tensors) {
  const std::string& dtype = tensors.front().dtype;
  for (const Safetensors::Tensor& tensor : tensors) {
    if (tensor.dtype != dtype) return refuse("its tensors are of different types");
  }
  const auto precision = precision_of(dtype);
  return precision ? Result<Precision>(*precision) : refuse("its weights are of a type not known here");
}

bool usable(const nn::Parameter& parameter, float value) {
  if (parameter.kind == nn::Parameter::Kind::running_variance && value < 0) return false;
  return std::isfinite(value);
}

bool all_usable(const Model& model) {
  for (const auto& [layer, parameter] : nn::parameters(model.network)) {
    for (std::size_t index = 0; index < parameter.size(); ++index) {
      if (!usable(parameter, model.weights[parameter.offset + index])) return false;
    }
  }
  return true;
}

}  // namespace

Status round_to_half(Model& model) {
  decode(encode(model.weights, Precision::half), Precision::half, model.weights);
  if (!all_usable(model)) return refuse("some of its weights are too large for half floats");
  model.precision = Precision::half;
  if (model.card.accuracy) model.card.protocol += "; measured before they were rounded to half floats";
  return success();
}

std::map<std::string, std::string> metadata_of(const Model& model) {
  std::map<std::string, std::string> metadata = {{"architecture", nn::architecture_of(model.network)},
                                                 {"preprocessing", preprocessing},
                                                 {"classes", classes}};
  const ModelInfo& card = model.card;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) metadata[key] = value;
  };
  add("title", card.title);
  add("seed", card.seed);
  add("data", card.data);
  add("data_fingerprint", card.data_fingerprint);
  add("accuracy", card.accuracy ? to_fixed(*card.accuracy, 6) : "");
  add("protocol", card.protocol);
  if (model.calibration) write_calibration(*model.calibration, metadata);
  return metadata;
}

std::vector<std::uint8_t> write_model(const Model& model) {
  const std::vector<std::uint8_t> body = encode(model.weights, model.precision);
  Safetensors content;
  content.body = body;
  content.metadata = metadata_of(model);
  content.metadata["format"] = format;
  content.metadata["weights_sha256"] = sha256(body);
  for (const nn::NetworkParameter& entry : nn::parameters(model.network)) {
    const std::vector<int>& shape = entry.parameter.shape;
    content.tensors.push_back(
        {entry.name(), std::string(dtype_of(model.precision)), {shape.begin(), shape.end()}, {}});
  }
  return write_safetensors(content);
}

Result<Model> read_model(std::span<const std::uint8_t> file) {
  const auto content = parse_safetensors(file);
  if (!content) return content.error();
  const auto& [metadata, tensors, body] = content.value();
  if (const Status kind = check_kind(metadata); !kind) return kind.error();
  auto network = nn::build_network(look_up(metadata, "architecture"));
  if (!network) return refuse("its architecture is not one that Inkling knows: " + network.error().message);
  if (network.value().output() != nn::Shape{1, 1, 10})
    return refuse("its network does not end in ten outputs");
  if (const Status fitting = check_tensors(network.value(), tensors); !fitting) return fitting.error();
  const auto precision = common_precision(tensors);
  if (!precision) return precision.error();
  const auto calibration = read_calibration(metadata);
  if (!calibration) return refuse(calibration.error().message);

  Model model{std::move(network).value(), {}, read_card(metadata), precision.value(), calibration.value()};
  model.weights.resize(model.network.weight_count);
  decode(body, model.precision, model.weights);
  if (!all_usable(model)) return refuse("some of its weights are not numbers, or a variance is negative");
  if (look_up(metadata, "weights_sha256") != sha256(body)) {
    return refuse("its weights have changed since they were written");
  }
  return model;
}

}  // namespace inkling::model
