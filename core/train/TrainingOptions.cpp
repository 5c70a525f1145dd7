// SPDX-License-Identifier: MIT
#include "core/train/TrainingOptions.h"

#include "core/train/Hyperparameters.h"

namespace inkling::train {

namespace {

/// Patience watches the held-out images and returns to the best epoch.
Status check_patience(const TrainingOptions& options) {
  if (options.patience == 0) return success();
  if (options.validation_share <= 0)
    return Error{"Patience needs held-out images. Set a validation share above 0.", Error::Kind::usage};
  if (options.selection == ModelSelection::last)
    return Error{"Patience selects the best epoch's weights, so the last epoch's can't be kept.",
                 Error::Kind::usage};
  return success();
}

}  // namespace

TrainingSettings default_settings(const model::Preset& preset) {
  TrainingSettings settings;
  settings.preset = preset.name;
  const TrainingOptions options{.recipe = preset.recipe};
  for_each_hyperparameter([&](const auto& parameter) { parameter.write(options, settings); });
  return settings;
}

Result<TrainingOptions> training_options(const model::Preset& preset, const TrainingSettings& settings) {
  TrainingOptions options{.recipe = preset.recipe};
  Status checked = success();
  for_each_hyperparameter([&](const auto& parameter) {
    if (checked.ok()) checked = parameter.parse(settings, options);
  });
  if (checked.ok()) checked = check_patience(options);
  if (!checked.ok()) return checked.error();
  return options;
}

Status check_settings(const TrainingSettings& settings) {
  const auto preset = model::find_preset(settings.preset, settings.architecture);
  if (!preset) return preset.error();
  const auto options = training_options(preset.value(), settings);
  return options ? success() : Status(options.error());
}

Status check_training_data(const data::Dataset& dataset, double validation_share) {
  if (dataset.size() == 0) return Error{"There are no images to train on."}.with_code("noData");
  if (!dataset.labelled())
    return Error{"These images have no labels. Training needs labelled images."}.with_code("noLabels");
  if (dataset.classes.size() < min_classes) {
    return Error{"All images are of one class, " + list_names(dataset.classes) +
                 ". Training needs at least two classes."}
        .with_code("oneClass", {{"name", list_names(dataset.classes)}});
  }
  const std::size_t images = data::class_image_count(dataset);
  if (static_cast<double>(images) * (1 - validation_share) < 2)
    return Error{"Too few images to train on: " + std::to_string(images) + "."}.with_code(
        "tooFewDigits", {{"digits", images}});
  return success();
}

bool is_rate_scale(double scale) {
  return scale >= 0.001 && scale <= 1000;
}

}  // namespace inkling::train
