#include "core/train/Checkpoints.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstring>

#include "core/base/Sha256.h"
#include "core/model/Safetensors.h"
#include "core/train/CheckpointFields.h"
#include "core/train/TrainingFingerprint.h"

namespace inkling::train {

namespace {

using Metadata = std::map<std::string, std::string>;

constexpr const char* format = "inkling checkpoint 1";

Error refuse(const std::string& reason) {
  return {"This checkpoint cannot be used: " + reason + "."};
}

std::span<const std::uint8_t> as_bytes(const AlignedVector<float>& values) {
  return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(float)};
}

/// Every vector of the state under its name, in the order of the file; without kept weights before there are
/// any. The one list for writing and for reading.
template <class State>
auto vectors_of(State& state) {
  std::vector<std::pair<const char*, decltype(&state.weights)>> vectors = {
      {"weights", &state.weights},
      {"gradient_mean", &state.optimiser.mean},
      {"gradient_square", &state.optimiser.square},
      {"average", &state.average},
      {"epoch_start", &state.epoch_start_weights}};
  if (state.progress.epoch > 0) vectors.emplace_back("kept", &state.selected_weights);
  return vectors;
}

/// Of all metadata but the hash itself, and the body.
std::string hash_of(const Metadata& metadata, std::span<const std::uint8_t> body) {
  std::string text = sha256(body);
  for (const auto& [key, value] : metadata) {
    if (key != "sha256") text.append("\n").append(key).append("\n").append(value);
  }
  return sha256({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

Status check_conditions(const Metadata& metadata, const Metadata& conditions) {
  for (const auto& [name, here] : conditions) {
    const auto found = metadata.find(name);
    if (found == metadata.end()) return refuse("it does not say its " + name);
    if (found->second == here) continue;
    if (name == "data") return refuse("it was trained on other images, or with another share held out");
    return refuse("its " + name + " is " + found->second.substr(0, 200) + ", here it is " + here);
  }
  return success();
}

/// What follows from the position, in a training like this one.
void complete(TrainingState& state, const Trainer& trainer) {
  Progress& progress = state.progress;
  progress.epochs = trainer.progress().epochs;
  progress.steps = trainer.progress().steps;
  const bool finished = trainer.ends_at(progress);
  progress.state = finished                          ? Progress::State::finished
                   : progress.step == progress.steps ? Progress::State::validating
                                                     : Progress::State::training;
  const int steps = finished ? 0 : progress.step;
  state.optimiser.steps = std::int64_t{progress.epoch} * progress.steps + steps;
  const auto images = static_cast<std::int64_t>(trainer.training().size());
  progress.images_seen =
      progress.epoch * images + std::min(std::int64_t{steps} * trainer.options().recipe.batch, images);
}

bool position_exists(const TrainingState& state, const Trainer& trainer) {
  const Progress &progress = state.progress, &whole = trainer.progress();
  const std::size_t held_out = trainer.validation().size();
  if (progress.epoch < 0 || progress.epoch > whole.epochs) return false;
  if (progress.step < 0 || progress.step > whole.steps) return false;
  if (progress.best_epoch < std::min(progress.epoch, 1) || progress.best_epoch > progress.epoch) return false;
  const bool finished = trainer.ends_at(progress), validating = !finished && progress.step == whole.steps;
  if (finished && progress.step != whole.steps) return false;
  if (state.validated > 0 && !(validating && state.validated < held_out)) return false;
  return state.epoch_validation.images() == state.validated &&
         state.selected_validation.images() == (progress.epoch > 0 ? held_out : 0);
}

Status read_vectors(const model::Safetensors& content, std::size_t size, TrainingState& state) {
  const auto vectors = vectors_of(state);
  if (content.tensors.size() != vectors.size()) {
    return refuse("it has " + std::to_string(content.tensors.size()) + " tensors instead of " +
                  std::to_string(vectors.size()));
  }
  for (std::size_t index = 0; index < vectors.size(); ++index) {
    const auto& [name, vector] = vectors[index];
    const model::Safetensors::Tensor& tensor = content.tensors[index];
    const std::vector<std::int64_t> shape = {static_cast<std::int64_t>(size)};
    if (tensor.name != name || tensor.dtype != "F32" || tensor.shape != shape) {
      return refuse(std::string("it has no tensor \"") + name + "\" of " + std::to_string(size) + " numbers");
    }
    vector->resize(size);
    std::memcpy(vector->data(), tensor.bytes.data(), tensor.bytes.size());
  }
  return success();
}

bool all_finite(std::span<const float> values) {
  return std::all_of(values.begin(), values.end(), [](float value) { return std::isfinite(value); });
}

Result<TrainingState> read_state(const model::Safetensors& content, const Trainer& trainer) {
  TrainingState state;
  if (const std::string missing = read_numbers(content.metadata, state); !missing.empty())
    return refuse("its entry \"" + missing + "\" is missing or malformed");
  if (!position_exists(state, trainer))
    return refuse("it stands at a place that this training does not have");
  if (!is_rate_scale(state.progress.rate_scale)) return refuse("no rate is scaled as its is");
  if (Status read = read_vectors(content, trainer.network().weight_count, state); !read) return read.error();
  // The weights in training may be beyond all numbers, which the next step finds; those to fall back on not.
  if (!all_finite(state.epoch_start_weights) || !all_finite(state.selected_weights))
    return refuse("some of its weights are not numbers");
  complete(state, trainer);
  return state;
}

}  // namespace

CheckpointWriter::CheckpointWriter(const Trainer& trainer)
    : training_fingerprint_(training_fingerprint(trainer)) {}

std::vector<std::uint8_t> CheckpointWriter::write(const Trainer& trainer) const {
  const TrainingState state = trainer.state();
  assert(state.progress.state != Progress::State::failed);
  model::Safetensors content;
  content.metadata = training_fingerprint_;
  content.metadata["format"] = format;
  write_numbers(state, content.metadata);
  std::vector<std::uint8_t> body;
  for (const auto& [name, vector] : vectors_of(state)) {
    content.tensors.push_back({name, "F32", {static_cast<std::int64_t>(vector->size())}, {}});
    const auto bytes = as_bytes(*vector);
    body.insert(body.end(), bytes.begin(), bytes.end());
  }
  content.body = body;
  content.metadata["sha256"] = hash_of(content.metadata, body);
  return model::write_safetensors(content);
}

Status CheckpointWriter::restore(std::span<const std::uint8_t> file, Trainer& trainer) const {
  const auto content = model::parse_safetensors(file);
  if (!content) return content.error();
  const Metadata& metadata = content.value().metadata;
  const auto entry = [&](const char* key) {
    const auto found = metadata.find(key);
    return found == metadata.end() ? std::string() : found->second;
  };
  if (entry("format") != format) return refuse("it was not written by Inkling, or by another version");
  if (Status same = check_conditions(metadata, training_fingerprint_); !same) return same;
  auto state = read_state(content.value(), trainer);
  if (!state) return state.error();
  if (entry("sha256") != hash_of(metadata, content.value().body))
    return refuse("it has changed since it was written");
  trainer.restore(std::move(state).value());
  return success();
}

}  // namespace inkling::train
