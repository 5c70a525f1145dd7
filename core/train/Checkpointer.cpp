// SPDX-License-Identifier: MIT
#include "core/train/Checkpointer.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstring>
#include <string_view>
#include <system_error>

#include "core/base/Sha256.h"
#include "core/model/Safetensors.h"
#include "core/nn/Architecture.h"
#include "core/train/Hyperparameters.h"

namespace inkling::train {

namespace {

using Metadata = std::map<std::string, std::string>;

constexpr const char* format = "inkling checkpoint 1";

Error refuse(const std::string& reason, ErrorCode code = "noCheckpoint") {
  return Error{"Can't resume from this checkpoint: " + reason + "."}.with_code(code);
}

// Fields of the state in the metadata: whole numbers as digits, others as the bits of a double in
// hexadecimal, so that they come back exactly.

template <class Integer>
std::string text_of(Integer value) {
  return std::to_string(value);
}

std::string text_of(double value) {
  constexpr int digits = 16;
  std::string text(digits, '0');
  auto bits = std::bit_cast<std::uint64_t>(value);
  for (int digit = digits; digit-- > 0; bits >>= 4) text[digit] = "0123456789abcdef"[bits & 15];
  return text;
}

std::string text_of(const eval::Metrics& metrics) {
  std::string text = text_of(metrics.loss_sum());
  for (const auto& row : metrics.confusion()) {
    for (const std::uint32_t count : row) text += ' ' + std::to_string(count);
  }
  return text;
}

template <class Integer>
bool parse(std::string_view text, Integer& value, int base = 10) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  return error == std::errc() && end == text.data() + text.size();
}

bool parse(std::string_view text, double& value) {
  std::uint64_t bits = 0;
  if (text.size() != 16 || !parse(text, bits, 16)) return false;
  value = std::bit_cast<double>(bits);
  return true;
}

/// Removes the first word and the space after it.
std::string_view take_word(std::string_view& text) {
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(std::min(word.size() + 1, text.size()));
  return word;
}

/// `metrics` has the classes already.
bool parse(std::string_view text, eval::Metrics& metrics) {
  double loss_sum = 0;
  if (!parse(take_word(text), loss_sum)) return false;
  eval::Metrics::Confusion confusion = metrics.confusion();
  for (auto& row : confusion) {
    for (std::uint32_t& count : row) {
      if (!parse(take_word(text), count)) return false;
    }
  }
  metrics = eval::Metrics(std::move(confusion), loss_sum);
  return text.empty();
}

/// Calls `visit` with the name of each field and the field, to write it and to read it. The names are part of
/// the file format. What follows from the position (state, images seen, the optimiser's steps) isn't stored:
/// see complete().
template <class State, class Visit>
void for_each_field(State& state, const Visit& visit) {
  auto& progress = state.progress;
  visit("epoch", progress.epoch);
  visit("step", progress.step);
  visit("validated", state.validated);
  visit("best epoch", progress.best_epoch);
  visit("last rate", progress.learning_rate);
  visit("rate scale", progress.rate_scale);
  visit("batch loss", progress.batch_loss);
  visit("batch accuracy", progress.batch_accuracy);
  visit("training loss", progress.training_loss);
  visit("training accuracy", progress.training_accuracy);
  visit("validation loss", progress.validation_loss);
  visit("validation accuracy", progress.validation_accuracy);
  visit("epoch loss", state.epoch_training.loss);
  visit("epoch correct", state.epoch_training.correct);
  visit("epoch images", state.epoch_training.images);
  visit("epoch validation", state.epoch_validation);
  visit("kept validation", state.selected_validation);
}

Status read_fields(const Metadata& metadata, TrainingState& state) {
  std::string bad;
  for_each_field(state, [&](const char* name, auto& value) {
    const auto found = metadata.find(name);
    if (bad.empty() && (found == metadata.end() || !parse(found->second, value))) bad = name;
  });
  if (!bad.empty()) return refuse("its entry " + inkling::quoted(bad) + " is missing or malformed");
  return success();
}

// Weights and moments as tensors.

/// Each vector of the state with its name in the file, in the order of the file. Selected weights ("kept" in
/// the file) exist from the end of the first epoch on.
template <class State>
auto tensors_of(State& state) {
  std::vector<std::pair<const char*, decltype(&state.weights)>> tensors = {
      {"weights", &state.weights},
      {"gradient_mean", &state.optimiser.mean},
      {"gradient_square", &state.optimiser.square},
      {"average", &state.average},
      {"epoch_start", &state.epoch_start_weights}};
  if (state.progress.epoch > 0) tensors.emplace_back("kept", &state.selected_weights);
  return tensors;
}

Status read_tensors(const model::Safetensors& content, std::size_t size, TrainingState& state) {
  const auto tensors = tensors_of(state);
  if (content.tensors.size() != tensors.size()) {
    return refuse("it has " + std::to_string(content.tensors.size()) + " tensors, expected " +
                  std::to_string(tensors.size()));
  }
  for (std::size_t index = 0; index < tensors.size(); ++index) {
    const auto& [name, vector] = tensors[index];
    const model::Safetensors::Tensor& tensor = content.tensors[index];
    const std::vector<std::int64_t> shape = {static_cast<std::int64_t>(size)};
    if (tensor.name != name || tensor.dtype != "F32" || tensor.shape != shape)
      return refuse("it has no tensor " + inkling::quoted(name) + " of " + std::to_string(size) + " numbers");
    vector->resize(size);
    std::memcpy(vector->data(), tensor.bytes.data(), tensor.bytes.size());
  }
  // The current weights may have diverged, which the next step notices. Those to fall back on must be finite.
  if (!all_finite(state.epoch_start_weights) || !all_finite(state.selected_weights))
    return refuse("some of its weights are not finite");
  return success();
}

// The fingerprint.

std::span<const std::uint8_t> bytes_of(const auto& values) {
  return {reinterpret_cast<const std::uint8_t*>(values.data()), values.size() * sizeof(values[0])};
}

/// Both subsets are parts of one dataset.
std::string data_hash(const data::Subset& training, const data::Subset& validation) {
  return sha256(bytes_of(data::fingerprint(*training.dataset) + sha256(bytes_of(training.indices)) +
                         sha256(bytes_of(validation.indices))));
}

Status check_fingerprint(const Metadata& metadata, const TrainingFingerprint& expected) {
  for (const auto& [name, value] : expected) {
    const auto found = metadata.find(name);
    if (found == metadata.end()) return refuse("its " + name + " is missing");
    if (found->second == value) continue;
    if (name == "data") return refuse("it was made with other images, or another split", "checkpointData");
    return refuse("its " + name + " is " + found->second.substr(0, 200) + ", but this run's is " + value,
                  "checkpointSettings");
  }
  return success();
}

/// Covers the body and all metadata but the hash itself.
std::string hash_of(const Metadata& metadata, std::span<const std::uint8_t> body) {
  std::string text = sha256(body);
  for (const auto& [key, value] : metadata) {
    if (key != "sha256") text.append("\n").append(key).append("\n").append(value);
  }
  return sha256(bytes_of(text));
}

// The position in the run.

/// How many images the current epoch has trained on.
std::int64_t images_in_epoch(const Progress& progress, const Trainer& trainer) {
  if (trainer.ends_at(progress)) return 0;
  const auto all = static_cast<std::int64_t>(trainer.training().size());
  return std::min(std::int64_t{progress.step} * trainer.options().recipe.batch, all);
}

bool position_exists(const TrainingState& state, const Trainer& trainer) {
  const Progress &progress = state.progress, &planned = trainer.progress();
  const std::size_t held_out = trainer.validation().size();
  if (progress.epoch < 0 || progress.epoch > planned.epochs) return false;
  if (progress.step < 0 || progress.step > planned.steps) return false;
  if (progress.best_epoch < std::min(progress.epoch, 1) || progress.best_epoch > progress.epoch) return false;
  const bool finished = trainer.ends_at(progress), validating = !finished && progress.step == planned.steps;
  if (finished && progress.step != planned.steps) return false;
  if (state.validated > 0 && !(validating && state.validated < held_out)) return false;
  return state.epoch_validation.images() == state.validated &&
         state.selected_validation.images() == (progress.epoch > 0 ? held_out : 0);
}

/// A count beyond the number of images could overflow as the epoch continues.
bool counts_fit(const TrainingState& state, const Trainer& trainer) {
  const nn::LossSum& sum = state.epoch_training;
  return sum.images >= 0 && sum.images <= images_in_epoch(state.progress, trainer) && sum.correct >= 0 &&
         sum.correct <= sum.images;
}

/// Fills in what follows from the position.
void complete(TrainingState& state, const Trainer& trainer) {
  Progress& progress = state.progress;
  progress.epochs = trainer.progress().epochs;
  progress.steps = trainer.progress().steps;
  const bool finished = trainer.ends_at(progress);
  progress.state = finished                          ? Progress::State::finished
                   : progress.step == progress.steps ? Progress::State::validating
                                                     : Progress::State::training;
  state.optimiser.steps = std::int64_t{progress.epoch} * progress.steps + (finished ? 0 : progress.step);
  progress.images_seen = progress.epoch * static_cast<std::int64_t>(trainer.training().size()) +
                         images_in_epoch(progress, trainer);
}

Result<TrainingState> read_state(const model::Safetensors& content, const Trainer& trainer) {
  TrainingState state;
  state.epoch_validation = state.selected_validation = eval::Metrics(trainer.network().output().size());
  if (const Status read = read_fields(content.metadata, state); !read) return read.error();
  if (!position_exists(state, trainer)) return refuse("its position is outside this run");
  if (!counts_fit(state, trainer)) return refuse("it counts more images than it can have seen");
  if (!is_rate_scale(state.progress.rate_scale)) return refuse("its rate scale is out of range");
  if (const Status read = read_tensors(content, trainer.network().weight_count, state); !read)
    return read.error();
  complete(state, trainer);
  return state;
}

}  // namespace

TrainingFingerprint training_fingerprint(const Trainer& trainer) {
  const TrainingOptions& options = trainer.options();
  const optim::OptimiserOptions& optimiser = options.recipe.optimiser;
  const bool he = options.recipe.initialisation == nn::Initialisation::he_normal;
  TrainingFingerprint fingerprint = {{"architecture", nn::architecture_of(trainer.network())},
                                     {"data", data_hash(trainer.training(), trainer.validation())},
                                     {"beta1", to_shortest(optimiser.beta1)},
                                     {"beta2", to_shortest(optimiser.beta2)},
                                     {"epsilon", to_shortest(optimiser.epsilon)},
                                     {"momentum", to_shortest(optimiser.momentum)},
                                     {"statistic rate", to_shortest(optimiser.running_stats_momentum)},
                                     {"initialisation", he ? "he normal" : "glorot uniform"}};
  for_each_hyperparameter([&](const auto& parameter) {
    if (parameter.key) fingerprint[parameter.key] = parameter.text(options);
  });
  return fingerprint;
}

std::vector<std::uint8_t> Checkpointer::save(const Trainer& trainer) const {
  const TrainingState state = trainer.state();
  assert(state.progress.state != Progress::State::failed);
  model::Safetensors content;
  content.metadata = fingerprint_;
  content.metadata["format"] = format;
  for_each_field(state,
                 [&](const char* name, const auto& value) { content.metadata[name] = text_of(value); });
  std::vector<std::uint8_t> body;
  for (const auto& [name, vector] : tensors_of(state)) {
    content.tensors.push_back({name, "F32", {static_cast<std::int64_t>(vector->size())}, {}});
    const auto bytes = bytes_of(*vector);
    body.insert(body.end(), bytes.begin(), bytes.end());
  }
  content.body = body;
  content.metadata["sha256"] = hash_of(content.metadata, body);
  return model::write_safetensors(content);
}

Status Checkpointer::restore(std::span<const std::uint8_t> file, Trainer& trainer) const {
  const auto content = model::parse_safetensors(file);
  if (!content) return content.error();
  const Metadata& metadata = content.value().metadata;
  const auto entry = [&](const char* key) {
    const auto found = metadata.find(key);
    return found == metadata.end() ? std::string() : found->second;
  };
  if (entry("format") != format) return refuse("it was not written by this version of Inkling");
  if (const Status same = check_fingerprint(metadata, fingerprint_); !same) return same;
  auto state = read_state(content.value(), trainer);
  if (!state) return state.error();
  if (entry("sha256") != hash_of(metadata, content.value().body))
    return refuse("it has changed since it was written");
  trainer.restore(std::move(state).value());
  return success();
}

}  // namespace inkling::train
