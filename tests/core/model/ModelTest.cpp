#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <string>
#include <vector>

#include "core/model/Model.h"
#include "core/model/Preset.h"
#include "core/model/Safetensors.h"
#include "core/nn/Architecture.h"

using namespace inkling;
using namespace inkling::model;

namespace {

using Bytes = std::vector<std::uint8_t>;

Model small_model() {
  nn::Network network = nn::build_network("conv 3x3 2 | norm | relu | pool 4 | dense 10").value();
  Random random(1);
  AlignedVector<float> weights = nn::initial_weights<float>(network, nn::Initialisation::he_normal, random);
  ModelInfo card{.title = "Small",
                 .seed = "1",
                 .data = "none",
                 .data_fingerprint = "",
                 .accuracy = 0.5,
                 .protocol = "made up"};
  return {std::move(network), std::move(weights), std::move(card)};
}

Bytes file_of(const std::string& header, const Bytes& body = {}) {
  Bytes file(8);
  for (std::size_t byte = 0; byte < 8; ++byte)
    file[byte] = static_cast<std::uint8_t>(header.size() >> (8 * byte));
  for (const char letter : header) file.push_back(static_cast<std::uint8_t>(letter));
  for (const std::uint8_t byte : body) file.push_back(byte);
  return file;
}

std::string refusal(const Bytes& file) {
  const auto content = parse_safetensors(file);
  if (content.ok()) return "accepted";
  const std::string message = content.error().message, opening = "This is not a usable safetensors file: ";
  CHECK(message.starts_with(opening));
  return message.substr(opening.size());
}

std::string one_tensor(const std::string& dtype, const std::string& shape, const std::string& offsets) {
  return R"({"a":{"dtype":")" + dtype + R"(","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}";
}

/// A model's file, changed in its parts before it is written again.
template <class Change>
std::string model_refusal(Change change) {
  const Bytes file = write_model(small_model());
  Safetensors content = parse_safetensors(file).value();
  Bytes body(content.body.begin(), content.body.end());
  content.body = body;
  change(content, body);
  content.body = body;
  const auto model = read_model(write_safetensors(content));
  if (model.ok()) return "accepted";
  const std::string message = model.error().message, opening = "This model cannot be used: ";
  CHECK(message.starts_with(opening));
  return message.substr(opening.size());
}

}  // namespace

TEST_CASE("a model written and read is the same") {
  const Model model = small_model();
  const auto again = read_model(write_model(model));
  REQUIRE(again.ok());
  CHECK(again.value().weights == model.weights);
  CHECK(nn::architecture_of(again.value().network) == nn::architecture_of(model.network));
  CHECK(again.value().card.title == "Small");
  CHECK(again.value().card.accuracy == 0.5);
  CHECK(again.value().card.protocol == "made up");
}

TEST_CASE("a model keeps its calibration, and one without has none") {
  Model model = small_model();
  CHECK_FALSE(read_model(write_model(model)).value().calibration.has_value());
  model.calibration = Calibration{0.7f, 4.2f};
  const auto again = read_model(write_model(model)).value().calibration;
  REQUIRE(again.has_value());
  CHECK(again->temperature == 0.7f);
  CHECK(again->energy_threshold == 4.2f);
}

TEST_CASE("a model rounded to half floats is written at half the size, and read as it was rounded") {
  const Model whole = small_model();
  Model model = small_model();
  REQUIRE(round_to_half(model).ok());
  CHECK(model.weights != whole.weights);
  for (std::size_t index = 0; index < whole.weights.size(); ++index)
    CHECK(model.weights[index] == doctest::Approx(whole.weights[index]).epsilon(1.0 / 2048));
  CHECK(model.card.protocol == "made up; measured before they were rounded to half floats");
  const Bytes file = write_model(model);
  CHECK(parse_safetensors(file).value().body.size() == 2 * whole.weights.size());
  const auto again = read_model(file);
  REQUIRE(again.ok());
  CHECK(again.value().precision == Precision::half);
  CHECK(again.value().weights == model.weights);
  CHECK(write_model(again.value()) == file);
}

TEST_CASE("weights that no half float holds are refused with a sentence") {
  Model model = small_model();
  model.weights[3] = -65520;
  CHECK(round_to_half(model).error().message ==
        "This model cannot be used: some of its weights are too large for half floats.");
}

TEST_CASE("every cut and every flipped bit of a model's file is noticed") {
  const Bytes file = write_model(small_model());
  for (std::size_t size = 0; size < file.size(); size += 7)
    CHECK_FALSE(read_model(std::span(file).first(size)).ok());
  Random random(3);
  const std::size_t header_end = file.size() - small_model().weights.size() * sizeof(float);
  for (int round = 0; round < 300; ++round) {
    Bytes changed = file;
    const std::size_t place = header_end + random.below(file.size() - header_end);
    changed[place] ^= static_cast<std::uint8_t>(1 << random.below(8));
    CHECK_FALSE(read_model(changed).ok());
  }
  for (std::size_t place = 0; place < header_end; ++place) {  // must not crash, whatever it answers
    Bytes changed = file;
    changed[place] ^= static_cast<std::uint8_t>(1 << random.below(8));
    (void)read_model(changed).ok();
  }
}

TEST_CASE("each malformed safetensors file is refused with its own sentence") {
  const Bytes four(4);
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[0,4]"), four)) == "accepted");
  CHECK(refusal(file_of(one_tensor("F16", "[2]", "[0,4]"), four)) == "accepted");
  CHECK(refusal({}) == "it has only 0 bytes.");
  CHECK(refusal({1, 2, 3}) == "it has only 3 bytes.");
  CHECK(refusal({255, 255, 255, 255, 255, 255, 255, 255, '{', '}'}) == "its header is longer than 64 KB.");
  CHECK(refusal({200, 0, 0, 0, 0, 0, 0, 0, '{', '}'}) == "it ends within its header.");
  const std::string not_json = "its header is not valid JSON with each key once.";
  CHECK(refusal(file_of("{")) == not_json);
  CHECK(refusal(file_of("[]")) == not_json);
  CHECK(refusal(file_of("{\"\xff\":1}")) == not_json);
  CHECK(refusal(file_of(R"({"a":1,"a":2})")) == not_json);
  CHECK(refusal(file_of(std::string(60'000, '['))) == not_json);
  CHECK(refusal(file_of(R"({"__metadata__":{"a":1}})")) == "its metadata must be text.");
  CHECK(refusal(file_of(R"({"a":{"dtype":"F32"}})")) ==
        "tensor \"a\" must have dtype, shape and data_offsets.");
  CHECK(refusal(file_of(one_tensor("I8", "[4]", "[0,4]"), four)) ==
        "tensor \"a\" has a type other than F32 and F16.");
  const std::string shape = "tensor \"a\" has a shape that does not fit into the file.";
  CHECK(refusal(file_of(one_tensor("F32", "[2]", "[0,8]"), four)) == shape);
  CHECK(refusal(file_of(one_tensor("F16", "[3]", "[0,6]"), four)) == shape);
  CHECK(refusal(file_of(one_tensor("F32", "[-1]", "[0,4]"), four)) == shape);
  CHECK(refusal(file_of(one_tensor("F32", "[0]", "[0,0]"), four)) == shape);
  CHECK(refusal(file_of(one_tensor("F32", "[1,1,1,1,1]", "[0,4]"), four)) == shape);
  CHECK(refusal(file_of(one_tensor("F32", "[4294967296,4294967296]", "[0,4]"), four)) == shape);
  CHECK(refusal(file_of(one_tensor("F32", "[1073741825]", "[0,4]"), four)) == shape);
  const std::string no_offsets = "tensor \"a\" has no valid offsets.";
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[0]"), four)) == no_offsets);
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[18446744073709551612,0]"), four)) == no_offsets);
  const std::string offsets = "tensor \"a\" has offsets that do not agree with its shape.";
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[4,0]"), four)) == offsets);
  CHECK(refusal(file_of(one_tensor("F16", "[1]", "[0,4]"), four)) == offsets);
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[0,3]"), four)) == offsets);
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[4,8]"), four)) == offsets);
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[4,8]"), Bytes(8))) ==
        "its tensors leave gaps or overlap.");
  CHECK(refusal(file_of(one_tensor("F32", "[1]", "[0,4]"), Bytes(8))) ==
        "there are bytes after the last tensor.");
}

TEST_CASE("each model that is not one of ours is refused with its own sentence") {
  const auto unchanged = [](Safetensors&, Bytes&) {};
  const auto set = [](const std::string& key, const std::string& value) {
    return [=](Safetensors& content, Bytes&) { content.metadata[key] = value; };
  };
  CHECK(model_refusal(unchanged) == "accepted");
  CHECK(model_refusal(set("format", "pt")) == "it was not written by Inkling, or by another version.");
  CHECK(model_refusal(set("preprocessing", "mean 0")) == "it expects images prepared in another way.");
  CHECK(model_refusal(set("classes", "cat dog")) == "it does not tell the digits 0 to 9 apart.");
  CHECK(model_refusal(set("architecture", "magic 3")) ==
        "its architecture is not one that Inkling knows: layer 1 (\"magic 3\"): unknown layer, use conv, "
        "dense, "
        "dropout, flatten, norm, pool or relu.");
  CHECK(model_refusal(set("architecture", "dense 9")) == "its network does not end in ten outputs.");
  CHECK(model_refusal(set("architecture", "dense 10")) == "it has 7 tensors where its architecture needs 2.");
  CHECK(model_refusal(set("architecture", "conv 3x3 3 | norm | relu | pool 4 | dense 10")) ==
        "its architecture needs a tensor \"layers.0.weight\" of another shape.");
  CHECK(model_refusal(set("temperature", "1.0000")) ==
        "its calibration needs a temperature from 0.05 to 20 and a least energy from 0 to 1000.");
  CHECK(model_refusal(set("weights_sha256", "")) == "its weights have changed since they were written.");
  CHECK(model_refusal([](Safetensors& content, Bytes& body) {
          content.tensors[1].dtype = "F16";
          body.resize(body.size() - content.tensors[1].bytes.size() / 2);
        }) == "its tensors are of different types.");
  CHECK(model_refusal([](Safetensors& content, Bytes& body) {
          for (auto& tensor : content.tensors) tensor.dtype = "F16";
          body.assign(body.size() / 2, 0xFF);
        }) == "some of its weights are not numbers, or a variance is negative.");
  CHECK(model_refusal([](Safetensors&, Bytes& body) {
          const float infinite = std::numeric_limits<float>::infinity();
          std::memcpy(body.data() + 8, &infinite, sizeof infinite);
        }) == "some of its weights are not numbers, or a variance is negative.");
  CHECK(model_refusal([](Safetensors& content, Bytes& body) {
          const auto& variance = content.tensors[4];  // the normalisation's
          CHECK(variance.name == "layers.1.running_var");
          const float negative = -1;
          std::memcpy(body.data() + (variance.bytes.data() - content.tensors[0].bytes.data()), &negative,
                      sizeof negative);
        }) == "some of its weights are not numbers, or a variance is negative.");
}

TEST_CASE("presets are what they say") {
  CHECK(presets().size() == 3);
  CHECK(nn::learned_weight_count(network_of(find_preset("article").value())) == 109'386);
  CHECK(nn::learned_weight_count(network_of(find_preset("fast").value())) < 31'000);
  CHECK(nn::learned_weight_count(network_of(find_preset("accurate").value())) <= 100'000);
  for (const Preset& preset : presets()) CHECK(network_of(preset).output() == nn::Shape{1, 1, 10});
  CHECK(find_preset("huge").error().message ==
        "There is no preset \"huge\"; there are article, fast, accurate.");
}
