#pragma once

#include <optional>
#include <string>
#include <utility>

#include "core/data/Split.h"
#include "core/model/Preset.h"
#include "core/train/Calibrate.h"
#include "core/train/RunningBatch.h"
#include "core/train/TrainedModel.h"
#include "wasm/Data.h"
#include "wasm/Threads.h"

namespace inkling {

struct TrainingSettings {
  std::string preset, architecture;  // the preset's own if empty
  int epochs = 0, batch = 0;
  double learning_rate = 0, validation = 0, seed = 0;
  bool augment = false;
};

/// One training with its own copy of the data, so that the page may let go of that or load other.
class Training {
 public:
  std::string start(const Data& data, const TrainingSettings& settings) {
    const auto preset = find_preset(settings.preset, settings.architecture);
    if (!preset) return preset.error().message;
    const TrainingOptions options = training_options(preset.value(), settings);
    Dataset dataset = data.changed();
    if (const Status checked = check_training(dataset, options, settings.validation); !checked) {
      return checked.error().message;
    }
    trainer_.reset();
    batches_ = {};
    dataset_ = std::move(dataset);
    title_ = preset.value().title;
    seed_ = options.seed;
    Split parts = split(dataset_, settings.validation, seed_);
    trainer_.emplace(network_of(preset.value()), Subset{&dataset_, std::move(parts.training)},
                     Subset{&dataset_, std::move(parts.validation)}, options, engine_threads());
    return "";
  }

  /// Goes on by up to `slices`, as inkling::advance() does. Nothing happens before start().
  Progress advance(int slices) {
    return trainer_ ? inkling::advance(*trainer_, slices, batches_) : Progress();
  }

  Uint8Array model() const {
    if (!trainer_) return to_array(std::span<const std::uint8_t>());
    Model model = trained_model(*trainer_, dataset_, title_, seed_);
    if (trainer_->validation().size() > 0) calibrate(model, trainer_->validation(), engine_threads());
    return to_array(std::span<const std::uint8_t>(write_model(model)));
  }

  Uint32Array confusion() const {
    std::vector<std::uint32_t> counts;
    if (trainer_) {
      for (const auto& row : trainer_->kept_validation().confusion()) {
        counts.insert(counts.end(), row.begin(), row.end());
      }
    }
    return to_array(std::span(std::as_const(counts)));
  }

 private:
  static TrainingOptions training_options(const Preset& preset, const TrainingSettings& settings) {
    TrainingOptions options{preset.recipe, static_cast<std::uint64_t>(std::max(settings.seed, 0.0))};
    options.recipe.epochs = settings.epochs;
    options.recipe.batch = settings.batch;
    options.recipe.schedule.peak = static_cast<float>(settings.learning_rate);
    options.recipe.augment = settings.augment;
    return options;
  }

  Dataset dataset_;
  std::string title_;
  std::uint64_t seed_ = 0;
  std::optional<Trainer> trainer_;
  RunningBatch batches_;
};

}  // namespace inkling
