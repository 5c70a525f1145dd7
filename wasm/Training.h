#pragma once

#include <optional>
#include <string>
#include <utility>

#include "core/data/DatasetCache.h"
#include "core/data/Split.h"
#include "core/eval/Calibrate.h"
#include "core/model/Preset.h"
#include "core/train/Checkpoints.h"
#include "core/train/SmoothedMetrics.h"
#include "core/train/TrainedModel.h"
#include "core/train/TrainingSettings.h"
#include "wasm/Data.h"
#include "wasm/Scores.h"
#include "wasm/Threads.h"

namespace inkling::wasm {

/// How a training reads its validation images while it goes on.
struct EpochSnapshot {
  Uint32Array confusion{emscripten::val::undefined()};  // [10 truth, 10 predicted]
  ScoreArrays mistakes;                                 // the worst
  Uint8Array images{emscripten::val::undefined()};      // of these, [count, 784]
};

/// One training with its own copy of the data, so that the page may let go of that or load other.
class Training {
 public:
  std::string start(const Data& data, const train::TrainingSettings& settings) {
    const auto preset = model::find_preset(settings.preset, settings.architecture);
    if (!preset) return preset.error().message;
    const auto chosen = train::training_options(preset.value(), settings);
    if (!chosen) return chosen.error().message;
    const train::TrainingOptions& options = chosen.value();
    data::Dataset dataset = data.changed();
    if (const Status checked = train::check_training(dataset, options, settings.validation); !checked) {
      return checked.error().message;
    }
    trainer_.reset();
    kept_.reset();
    checkpoints_.reset();
    batches_ = {};
    dataset_ = std::move(dataset);
    title_ = preset.value().title;
    seed_ = options.seed;
    data::Split parts = data::split(dataset_, settings.validation, seed_);
    trainer_.emplace(model::network_of(preset.value()), data::Subset{&dataset_, std::move(parts.training)},
                     data::Subset{&dataset_, std::move(parts.validation)}, options, engine_threads());
    return "";
  }

  /// Goes on from what checkpoint() gave, when advance() had last told `shown`. Where it is refused, nothing
  /// has begun.
  std::string resume(const Data& data, const train::TrainingSettings& settings, const Uint8Array& checkpoint,
                     const train::Progress& shown) {
    if (const std::string refusal = start(data, settings); !refusal.empty()) return refusal;
    std::vector<std::uint8_t> bytes;
    copy_from(checkpoint, bytes);
    const std::string refusal = sentence(checkpoints().restore(bytes, *trainer_));
    if (!refusal.empty()) trainer_.reset();
    train::Progress smoothed = refusal.empty() ? trainer_->progress() : train::Progress();
    smoothed.batch_loss = shown.batch_loss;
    smoothed.batch_accuracy = shown.batch_accuracy;
    batches_ = train::SmoothedMetrics(smoothed);
    return refusal;
  }

  /// All that the training has come to; nothing before start() and after a failure.
  Uint8Array checkpoint() {
    if (!trainer_ || trainer_->progress().state == train::Progress::State::failed)
      return to_array(std::span<const std::uint8_t>());
    return to_array(std::span<const std::uint8_t>(checkpoints().write(*trainer_)));
  }

  /// What it learns from, as a block that Data::restore() takes.
  Uint8Array data() const {
    return to_array(std::span<const std::uint8_t>(data::write_dataset_cache(dataset_)));
  }

  /// Goes on by up to `slices`, as inkling::advance() does. Nothing happens before start().
  train::Progress advance(int slices) {
    if (!trainer_) return {};
    kept_.reset();
    return inkling::train::advance(*trainer_, slices, batches_);
  }

  /// Tells whether the rate can be scaled so, from the next step on. Nothing happens before start().
  std::string scale_rate(double scale) { return trainer_ ? sentence(trainer_->scale_rate(scale)) : ""; }

  /// The file of the model kept so far.
  Uint8Array model() {
    if (!trainer_) return to_array(std::span<const std::uint8_t>());
    return to_array(std::span<const std::uint8_t>(model::write_model(kept().model)));
  }

  /// How it reads the validation images.
  ScoreArrays answers() { return to_arrays(trainer_ ? kept().answers : eval::SampleScores()); }

  Uint32Array confusion() const {
    return to_counts(trainer_ ? trainer_->selected_validation().confusion() : eval::Metrics::Confusion());
  }

  /// What the last complete epoch left to learn, with at most so many mistakes.
  EpochSnapshot epoch_snapshot(std::size_t most) const {
    const eval::SampleScores scores = trainer_ ? trainer_->validation_scores() : eval::SampleScores();
    const eval::SampleScores worst = chosen(scores, eval::worst_mistakes(scores, most));
    return {to_counts(eval::confusion_of(scores)), to_arrays(worst), images_of(worst.rows)};
  }

  /// The images of these rows of its data, [count, 784], of those there are.
  Uint8Array images(const Uint32Array& rows) const {
    std::vector<std::uint32_t> copied;
    copy_from(rows, copied);
    std::erase_if(copied, [this](std::uint32_t row) { return row >= dataset_.size(); });
    return images_of(copied);
  }

  std::size_t validation_size() const { return trainer_ ? trainer_->validation().size() : 0; }

  /// What it validates with; nothing before start().
  data::Subset validation() const { return trainer_ ? trainer_->validation() : data::Subset{&dataset_, {}}; }

 private:
  struct Kept {
    model::Model model;
    eval::SampleScores answers;
  };

  /// Worked out once: the model's calibration and the answers take the same reading of the images.
  const Kept& kept() {
    if (kept_) return *kept_;
    kept_ = Kept{train::trained_model(*trainer_, dataset_, title_, seed_), {}};
    const data::Subset& held_out = trainer_->validation();
    if (held_out.size() == 0) return *kept_;
    const auto logits =
        eval::logits_of(trainer_->network(), trainer_->selected_weights(), held_out, engine_threads());
    std::vector<std::uint8_t> labels;
    for (const std::uint32_t index : held_out.indices) labels.push_back(dataset_.labels[index]);
    kept_->model.calibration = eval::fit_calibration(logits, labels).calibration;
    eval::add_scores(held_out, 0, logits, kept_->model.calibration->temperature, kept_->answers);
    return *kept_;
  }

  static Uint32Array to_counts(const eval::Metrics::Confusion& confusion) {
    std::vector<std::uint32_t> counts;
    for (const auto& row : confusion) counts.insert(counts.end(), row.begin(), row.end());
    return to_array(std::span(std::as_const(counts)));
  }

  Uint8Array images_of(std::span<const std::uint32_t> rows) const {
    const data::Dataset some = data::select(dataset_, rows);
    return to_array(std::span(some.pixels));
  }

  /// Made once, as it goes through all images.
  const train::CheckpointWriter& checkpoints() {
    if (!checkpoints_) checkpoints_.emplace(*trainer_);
    return *checkpoints_;
  }

  data::Dataset dataset_;
  std::string title_;
  std::uint64_t seed_ = 0;
  std::optional<train::Trainer> trainer_;
  std::optional<train::CheckpointWriter> checkpoints_;
  train::SmoothedMetrics batches_;
  std::optional<Kept> kept_;
};

/// The rates at `points` places, evenly over a training; none where the settings are refused.
inline Float32Array schedule_rates(const train::TrainingSettings& settings, int points) {
  std::vector<float> rates;
  const auto preset = model::find_preset(settings.preset, settings.architecture);
  const auto options = preset ? train::training_options(preset.value(), settings) : preset.error();
  for (int point = 0; options && point < points; ++point)
    rates.push_back(options.value().recipe.schedule.rate(point, points));
  return to_array(std::span(std::as_const(rates)));
}

}  // namespace inkling::wasm
