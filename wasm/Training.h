// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/data/DatasetCache.h"
#include "core/data/Split.h"
#include "core/eval/FitCalibration.h"
#include "core/eval/SampleScores.h"
#include "core/model/ModelFile.h"
#include "core/model/Preset.h"
#include "core/synthetic/ClassNegatives.h"
#include "core/train/Checkpointer.h"
#include "core/train/SmoothedMetrics.h"
#include "core/train/TrainedModel.h"
#include "core/train/TrainingOptions.h"
#include "wasm/Data.h"

namespace inkling::wasm {

/// eval::SampleScores as typed arrays.
struct ScoreArrays {
  Uint32Array rows{emscripten::val::undefined()};
  Uint8Array labels{emscripten::val::undefined()}, predicted{emscripten::val::undefined()};
  Float32Array confidence{emscripten::val::undefined()}, uncalibrated{emscripten::val::undefined()};
  Float32Array label_probability{emscripten::val::undefined()}, losses{emscripten::val::undefined()};
};

inline ScoreArrays to_arrays(const eval::SampleScores& scores) {
  return {to_array(std::span(scores.rows)),
          to_array(std::span(scores.labels)),
          to_array(std::span(scores.predicted)),
          to_array(std::span(scores.confidence)),
          to_array(std::span(scores.uncalibrated_confidence)),
          to_array(std::span(scores.label_probability)),
          to_array(std::span(scores.losses))};
}

/// The entries of `scores` at `indices`, in that order.
inline eval::SampleScores select(const eval::SampleScores& scores, std::span<const std::uint32_t> indices) {
  const auto select_from = [&](const auto& all, auto& selected) {
    for (const std::uint32_t index : indices) selected.push_back(all[index]);
  };
  eval::SampleScores selected;
  select_from(scores.rows, selected.rows);
  select_from(scores.labels, selected.labels);
  select_from(scores.predicted, selected.predicted);
  select_from(scores.confidence, selected.confidence);
  select_from(scores.uncalibrated_confidence, selected.uncalibrated_confidence);
  select_from(scores.label_probability, selected.label_probability);
  select_from(scores.losses, selected.losses);
  return selected;
}

/// How the model did on the validation images in the last complete epoch.
struct EpochSnapshot {
  Uint32Array confusion{emscripten::val::undefined()};  // [classes truth, classes predicted]
  ScoreArrays mistakes;                                 // the worst ones
  Uint8Array images{emscripten::val::undefined()};      // of the mistakes, [count, 784]
};

/// One training run. It has its own copy of the data, so the page can drop or replace its own.
class Training {
 public:
  /// Returns an error (see error_json()) or "".
  std::string start(const Data& data, const train::TrainingSettings& settings) {
    data::Dataset dataset = data.edited();
    const std::size_t classes = dataset.classes.size();
    const auto preset = model::find_preset(settings.preset, settings.architecture, classes);
    if (!preset) return error_json(preset);
    const auto options = train::training_options(preset.value(), settings);
    if (!options) return error_json(options);
    if (const Status checked = train::check_training_data(dataset, options.value().validation_share);
        !checked)
      return error_json(checked);
    trainer_.reset();
    selected_.reset();
    checkpointer_.reset();
    metrics_ = {};
    dataset_ = std::move(dataset);
    title_ = preset.value().title;
    seed_ = options.value().seed;
    images_ = dataset_.size();
    if (const auto negatives = static_cast<std::size_t>(options.value().negatives); negatives > 0)
      data::append(dataset_, synthetic::negatives_for(dataset_, negatives, seed_));
    data::Split parts = data::split(dataset_, options.value().validation_share, seed_);
    trainer_.emplace(model::classifier_of(preset.value(), classes),
                     data::Subset{&dataset_, std::move(parts.training)},
                     data::Subset{&dataset_, std::move(parts.validation)}, options.value(), engine_threads());
    return "";
  }

  /// Resumes from a checkpoint(), taken when advance() had last returned `last`. Returns an error, in
  /// which case nothing has started, or "".
  std::string resume(const Data& data, const train::TrainingSettings& settings, const Uint8Array& checkpoint,
                     const train::Progress& last) {
    if (const std::string error = start(data, settings); !error.empty()) return error;
    const Status restored = checkpointer().restore(to_vector<std::uint8_t>(checkpoint), *trainer_);
    if (!restored) {
      trainer_.reset();
      return error_json(restored);
    }
    train::Progress smoothed = trainer_->progress();
    smoothed.batch_loss = last.batch_loss;
    smoothed.batch_accuracy = last.batch_accuracy;
    metrics_ = train::SmoothedMetrics(smoothed);
    return "";
  }

  /// The complete state of the run; empty before start() and after a failure.
  Uint8Array checkpoint() {
    if (!trainer_ || trainer_->progress().state == train::Progress::State::failed) return no_bytes();
    return to_array(std::span<const std::uint8_t>(checkpointer().save(*trainer_)));
  }

  /// The training data, to be restored by Data::restore().
  Uint8Array data() const {
    return to_array(std::span<const std::uint8_t>(data::write_dataset_cache(given())));
  }

  /// Runs up to `slices` slices, see train::advance(). Does nothing before start().
  train::Progress advance(int slices) {
    if (!trainer_) return {};
    selected_.reset();
    return train::advance(*trainer_, slices, metrics_);
  }

  /// Scales the learning rate from the next step on. Returns an error (see error_json()) or "".
  std::string scale_rate(double scale) { return trainer_ ? error_json(trainer_->scale_rate(scale)) : ""; }

  /// The file of the model selected so far; empty before start().
  Uint8Array model() {
    if (!trainer_) return no_bytes();
    return to_array(std::span<const std::uint8_t>(model::write_model(selected().model)));
  }

  /// The selected model's scores on the validation images.
  ScoreArrays validation_scores() { return to_arrays(trainer_ ? selected().scores : eval::SampleScores()); }

  /// [classes truth, classes predicted], of the selected model on the validation images.
  Uint32Array confusion() const {
    return to_counts(trainer_ ? trainer_->selected_validation().confusion() : eval::Metrics::Confusion());
  }

  EpochSnapshot epoch_snapshot(std::size_t max_mistakes) const {
    const eval::SampleScores scores = trainer_ ? trainer_->validation_scores() : eval::SampleScores();
    const eval::SampleScores worst = select(scores, eval::worst_mistakes(scores, max_mistakes));
    return {to_counts(eval::confusion_of(scores, dataset_.classes.size())), to_arrays(worst),
            images_of(worst.rows)};
  }

  /// The images of some rows of the training data, [count, 784]. Skips rows that don't exist.
  Uint8Array images(const Uint32Array& rows) const {
    auto existing = to_vector<std::uint32_t>(rows);
    std::erase_if(existing, [this](std::uint32_t row) { return row >= dataset_.size(); });
    return images_of(existing);
  }

  /// The names of the classes that the data have.
  const ClassNames& classes() const { return dataset_.classes; }

  std::size_t validation_size() const { return trainer_ ? trainer_->validation().size() : 0; }

  /// Empty before start().
  data::Subset validation() const { return trainer_ ? trainer_->validation() : data::Subset{&dataset_, {}}; }

 private:
  /// The data without the negatives that start() adds.
  data::Dataset given() const {
    std::vector<std::uint32_t> rows(images_);
    std::iota(rows.begin(), rows.end(), 0u);
    return data::select(dataset_, rows);
  }

  struct Selected {
    model::Model model;
    eval::SampleScores scores;
  };

  /// Computed once after each advance(): one pass over the validation images gives calibration and scores.
  const Selected& selected() {
    if (selected_) return *selected_;
    selected_ = Selected{train::trained_model(*trainer_, dataset_, title_, seed_), {}};
    const data::Subset& held_out = trainer_->validation();
    if (held_out.size() == 0) return *selected_;
    const auto logits =
        eval::compute_logits(trainer_->network(), trainer_->selected_weights(), held_out, engine_threads());
    std::vector<std::uint8_t> labels;
    for (const std::uint32_t index : held_out.indices) labels.push_back(dataset_.labels[index]);
    const auto negatives = eval::negative_logits(selected_->model, dataset_, labels.size(), engine_threads());
    selected_->model.calibration =
        eval::fit_calibration(logits, labels, eval::default_acceptance_rate, negatives).calibration;
    eval::add_scores(held_out, 0, logits, selected_->model.calibration->temperature, selected_->scores);
    return *selected_;
  }

  static Uint32Array to_counts(const eval::Metrics::Confusion& confusion) {
    std::vector<std::uint32_t> counts;
    for (const auto& row : confusion) counts.insert(counts.end(), row.begin(), row.end());
    return to_array(std::span(std::as_const(counts)));
  }

  Uint8Array images_of(std::span<const std::uint32_t> rows) const {
    const data::Dataset selected = data::select(dataset_, rows);
    return to_array(std::span(selected.pixels));
  }

  /// Created once, as it hashes all images.
  const train::Checkpointer& checkpointer() {
    if (!checkpointer_) checkpointer_.emplace(*trainer_);
    return *checkpointer_;
  }

  data::Dataset dataset_;
  std::size_t images_ = 0;  // of the dataset, before the negatives that were added to them
  std::string title_;
  std::uint64_t seed_ = 0;
  std::optional<train::Trainer> trainer_;
  std::optional<train::Checkpointer> checkpointer_;
  train::SmoothedMetrics metrics_;
  std::optional<Selected> selected_;
};

/// The learning rate at `points` evenly spaced steps of a run; empty if the settings are invalid.
inline Float32Array schedule_rates(const train::TrainingSettings& settings, int points) {
  constexpr int max_points = 100'000;
  std::vector<float> rates;
  const auto preset = model::find_preset(settings.preset, settings.architecture);
  const auto options = preset ? train::training_options(preset.value(), settings) : preset.error();
  points = std::min(points, max_points);
  for (int point = 0; options && point < points; ++point)
    rates.push_back(options.value().recipe.schedule.rate(point, points));
  return to_array(std::span(std::as_const(rates)));
}

}  // namespace inkling::wasm
