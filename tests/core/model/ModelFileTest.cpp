// SPDX-License-Identifier: MIT
#include "core/model/ModelFile.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "core/base/Sha256.h"
#include "core/nn/Architecture.h"

using namespace inkling;
using namespace inkling::model;

namespace {

using Bytes = std::vector<std::uint8_t>;

Model small_model() {
  nn::Network network = nn::build_network("conv 3x3 2 | norm | relu | pool 4 | dense 10").value();
  Random random(1);
  AlignedVector<float> weights = nn::initial_weights<float>(network, nn::Initialisation::he_normal, random);
  ModelInfo info{.title = "Small",
                 .seed = "1",
                 .data = "none",
                 .data_fingerprint = "",
                 .accuracy = 0.5,
                 .protocol = "made up"};
  return {std::move(network), std::move(weights), std::move(info), Precision::single, Calibration{1.5f, 4}};
}

std::string refusal(const Bytes& file) {
  const auto model = read_model(file);
  if (model.ok()) return "accepted";
  const std::string message = model.error().message, opening = "This model cannot be used: ";
  if (message.starts_with(opening)) return message.substr(opening.size());
  CHECK(message.starts_with("This is not a valid safetensors file: "));
  return message;
}

/// The refusal of a model file with changed content, written again without a new hash.
template <class Change>
std::string refusal_after(Change change) {
  const Bytes file = write_model(small_model());
  Safetensors content = parse_safetensors(file).value();
  Bytes body(content.body.begin(), content.body.end());
  change(content, body);
  content.body = body;
  return refusal(write_safetensors(content));
}

/// The refusal of a model with these weights, written with valid hashes.
std::string refusal_of_weights(const AlignedVector<float>& weights) {
  Model model = small_model();
  model.weights = weights;
  return refusal(write_model(model));
}

/// The file as versions before the header hash wrote it.
Bytes early_file(const Bytes& file) {
  Safetensors content = parse_safetensors(file).value();
  content.metadata.erase("header_sha256");
  return write_safetensors(content);
}

/// The same tensors by name instead of by layer, in the header and the body, as other programs save them.
Bytes sorted_by_name(const Bytes& file) {
  Safetensors content = parse_safetensors(file).value();
  std::ranges::sort(content.tensors, {}, &Safetensors::Tensor::name);
  Bytes body;
  for (const Safetensors::Tensor& tensor : content.tensors)
    body.insert(body.end(), tensor.bytes.begin(), tensor.bytes.end());
  content.body = body;
  return write_safetensors(content);
}

/// How many one-byte changes of the first `size` bytes read_model() doesn't detect.
int unnoticed_changes(const Bytes& file, std::size_t size) {
  Random random(3);
  int unnoticed = 0;
  for (std::size_t place = 0; place < size; ++place) {
    Bytes changed = file;
    changed[place] ^= static_cast<std::uint8_t>(1 + random.below(255));
    unnoticed += read_model(changed).ok();
  }
  return unnoticed;
}

}  // namespace

TEST_CASE("a model written and read is the same") {
  const Model model = small_model();
  const auto read = read_model(write_model(model));
  REQUIRE(read.ok());
  CHECK(read.value().weights == model.weights);
  CHECK(nn::architecture_of(read.value().network) == nn::architecture_of(model.network));
  CHECK(read.value().info.title == "Small");
  CHECK(read.value().info.accuracy == 0.5);
  CHECK(read.value().info.protocol == "made up");
}

TEST_CASE("a model keeps its calibration, and one without has none") {
  Model model = small_model();
  const auto calibration = read_model(write_model(model)).value().calibration;
  REQUIRE(calibration.has_value());
  CHECK(calibration->temperature == 1.5f);
  CHECK(calibration->energy_threshold == 4);
  model.calibration.reset();
  CHECK_FALSE(read_model(write_model(model)).value().calibration.has_value());
}

TEST_CASE("a model in half precision has half the size, and is read as it was rounded") {
  const Model single = small_model();
  Model model = small_model();
  REQUIRE(round_to_half(model).ok());
  CHECK(model.weights != single.weights);
  for (std::size_t index = 0; index < single.weights.size(); ++index)
    CHECK(model.weights[index] == doctest::Approx(single.weights[index]).epsilon(1.0 / 2048));
  CHECK(model.info.protocol == "made up, before rounding to half precision");
  const Bytes file = write_model(model);
  CHECK(parse_safetensors(file).value().body.size() == 2 * single.weights.size());
  const auto read = read_model(file);
  REQUIRE(read.ok());
  CHECK(read.value().precision == Precision::half);
  CHECK(read.value().weights == model.weights);
  CHECK(write_model(read.value()) == file);
}

TEST_CASE("weights too large for half precision are refused") {
  Model model = small_model();
  model.weights[3] = -65520;
  CHECK(round_to_half(model).error().message ==
        "This model cannot be used: a weight is too large for half precision.");
}

TEST_CASE("any truncation and any changed byte of a model file is detected") {
  const Bytes file = write_model(small_model());
  for (std::size_t size = 0; size < file.size(); size += 7)
    CHECK_FALSE(read_model(std::span(file).first(size)).ok());
  CHECK(unnoticed_changes(file, file.size()) == 0);
}

TEST_CASE("a file with a damaged name of the header hash isn't taken for an earlier version's") {
  CHECK(refusal_after([](Safetensors& content, Bytes&) {
          content.metadata["header_sha257"] = content.metadata["header_sha256"];
          content.metadata.erase("header_sha256");
        }) == "its header is damaged: it does not match its hash.");
}

TEST_CASE("a file of an earlier version, without a header hash, is read") {
  const Bytes file = early_file(write_model(small_model()));
  const auto read = read_model(file);
  REQUIRE(read.ok());
  CHECK(read.value().weights == small_model().weights);
  CHECK(write_model(read.value()) == write_model(small_model()));
}

TEST_CASE("a model is read with its tensors in any order") {
  const Bytes file = write_model(small_model()), sorted = sorted_by_name(file);
  CHECK(parse_safetensors(sorted).value().tensors[0].name == "layers.0.weight");
  CHECK(parse_safetensors(sorted).value().tensors[1].name == "layers.1.bias");
  CHECK(sorted != file);
  for (const Bytes& saved : {sorted, sorted_by_name(early_file(file))}) {
    const auto read = read_model(saved);
    REQUIRE(read.ok());
    CHECK(read.value().weights == small_model().weights);
    CHECK(write_model(read.value()) == file);
  }
}

TEST_CASE("a model file that is not what Inkling writes is refused") {
  const auto set = [](const std::string& key, const std::string& value) {
    return [=](Safetensors& content, Bytes&) { content.metadata[key] = value; };
  };
  CHECK(refusal_after([](Safetensors&, Bytes&) {}) == "accepted");
  CHECK(refusal_after(set("format", "pt")) == "it is not from Inkling, or from another version of it.");
  CHECK(refusal_after(set("preprocessing", "mean 0")) == "it needs images with other preprocessing.");
  CHECK(refusal_after(set("classes", "cat dog")) == "its classes are damaged.");
  CHECK(refusal_after(set("architecture", "magic 3")).starts_with("its architecture is invalid: layer 1"));
  CHECK(refusal_after(set("architecture", "dense 9")) ==
        "its network does not have one output for each of its 10 classes.");
  CHECK(refusal_after(set("architecture", "dense 10")) == "it has 7 tensors, but its architecture needs 2.");
  CHECK(refusal_after(set("architecture", "conv 3x3 3 | norm | relu | pool 4 | dense 10")) ==
        "its tensor \"layers.0.weight\" is missing or has the wrong shape.");
  CHECK(refusal_after(set("temperature", "100.0000")) ==
        "its temperature must be 0.05 to 20, and its least_energy 0 to 1000.");
  CHECK(refusal_after([](Safetensors& content, Bytes& body) {
          content.tensors[1].dtype = "F16";
          body.erase(body.end() - static_cast<std::ptrdiff_t>(content.tensors[1].bytes.size() / 2),
                     body.end());
        }) == "its tensors have different types.");
}

TEST_CASE("a model file with a wrong hash is refused") {
  const std::string damaged_header = "its header is damaged: it does not match its hash.";
  CHECK(refusal_after([](Safetensors& content, Bytes&) { content.metadata["title"] = "Large"; }) ==
        damaged_header);
  CHECK(refusal_after([](Safetensors& content, Bytes&) { content.metadata["temperature"] = "1.0000"; }) ==
        damaged_header);
  CHECK(refusal_after([](Safetensors& content, Bytes&) { content.metadata["weights_sha256"] = ""; }) ==
        damaged_header);
  CHECK(refusal_after([](Safetensors&, Bytes& body) { body[5] ^= 1; }) ==
        "its weights are damaged: they do not match their hash.");
}

TEST_CASE("weights that are not numbers or too large are refused") {
  const std::string invalid = "a weight is not a number or beyond a billion, or a variance is negative.";
  const auto with = [](std::size_t index, float weight) {
    AlignedVector<float> weights = small_model().weights;
    weights[index] = weight;
    return refusal_of_weights(weights);
  };
  CHECK(with(2, 1e9f) == "accepted");
  CHECK(with(2, 1.1e9f) == invalid);
  CHECK(with(2, -1e20f) == invalid);
  CHECK(with(2, std::numeric_limits<float>::infinity()) == invalid);
  CHECK(with(2, std::numeric_limits<float>::quiet_NaN()) == invalid);
  const auto parameters = nn::parameters(small_model().network);
  const auto variance = std::ranges::find_if(
      parameters, [](const auto& entry) { return entry.name() == "layers.1.running_var"; });
  REQUIRE(variance != parameters.end());
  CHECK(with(variance->parameter.offset, -1) == invalid);
  CHECK(with(variance->parameter.offset, 1e12f) == "accepted");
}

TEST_CASE("weights that each are in range but together overflow are refused") {
  Model model;
  model.network =
      nn::build_network("dense 64 | relu | dense 64 | relu | dense 64 | relu | dense 64 | relu | dense 10")
          .value();
  model.weights.assign(model.network.weight_count, 1e8f);
  CHECK(refusal(write_model(model)) == "its weights are too large for finite outputs.");
}

TEST_CASE("the names of a model's classes are in its file, one for each output") {
  Model model = small_model();
  model.classes = {"ä", "B", "c", "d", "e", "f", "g", "h", "i", "\""};
  CHECK(metadata_of(model)["classes"] == R"(["ä","B","c","d","e","f","g","h","i","\""])");
  CHECK(read_model(write_model(model)).value().classes == model.classes);
  model.classes.pop_back();
  CHECK(refusal(write_model(model)) == "its network does not have one output for each of its 9 classes.");
  CHECK(metadata_of(small_model())["classes"] == "0123456789");
}
