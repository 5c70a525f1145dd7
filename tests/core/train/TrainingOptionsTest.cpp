// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <set>

#include "core/train/Hyperparameters.h"
#include "core/train/TrainingOptions.h"

using namespace inkling;
using namespace inkling::train;

namespace {

TrainingSettings fast() {
  return default_settings(model::find_preset("fast").value());
}

/// The error for the settings of `fast` with this change.
std::string refusal(void (*change)(TrainingSettings&)) {
  TrainingSettings settings = fast();
  change(settings);
  const Status checked = check_settings(settings);
  return checked.ok() ? "accepted" : checked.error().message;
}

}  // namespace

TEST_CASE("a preset's default settings are its recipe") {
  for (const model::Preset& preset : model::presets()) {
    CAPTURE(preset.name);
    const TrainingSettings settings = default_settings(preset);
    const model::TrainingRecipe recipe = training_options(preset, settings).value().recipe;
    CHECK(check_settings(settings).ok());
    CHECK(recipe.epochs == preset.recipe.epochs);
    CHECK(recipe.batch == preset.recipe.batch);
    CHECK(recipe.optimiser_kind == preset.recipe.optimiser_kind);
    CHECK(recipe.schedule.kind == preset.recipe.schedule.kind);
    CHECK(recipe.schedule.peak == preset.recipe.schedule.peak);
    CHECK(recipe.optimiser.weight_decay == preset.recipe.optimiser.weight_decay);
    CHECK(recipe.label_smoothing == preset.recipe.label_smoothing);
    CHECK(recipe.average_decay == preset.recipe.average_decay);
    CHECK(recipe.augment == preset.recipe.augment);
  }
}

TEST_CASE("settings are decimal numbers as a person writes them") {
  CHECK(default_settings(model::find_preset("article").value()).learning_rate == 0.001);
  CHECK(fast().average == 0.98);
}

TEST_CASE("each setting reaches the trainer's options") {
  TrainingSettings settings = fast();
  settings.optimiser = "muon";
  settings.schedule = "cosine";
  settings.augmentation = "rotation 40, blur 0.5";
  settings.patience = 3;
  settings.seed = 7;
  const TrainingOptions options = training_options(model::find_preset("fast").value(), settings).value();
  CHECK(options.recipe.optimiser_kind == optim::OptimiserKind::muon);
  CHECK(options.recipe.schedule.kind == optim::Schedule::Kind::cosine);
  CHECK(options.recipe.augmentation.rotation_degrees == 40);
  CHECK(options.recipe.augmentation.blur_pixels == 0.5f);
  CHECK(options.patience == 3);
  CHECK(options.seed == 7);
}

TEST_CASE("an unknown or out-of-range setting is an error that says what is possible") {
  CHECK(refusal([](TrainingSettings& settings) { settings.optimiser = "sgd"; }) ==
        "The optimiser can't be \"sgd\". Choose one of: adamw, muon.");
  CHECK(refusal([](TrainingSettings& settings) { settings.schedule = "steps"; }) ==
        "The schedule can't be \"steps\". Choose one of: constant, one-cycle, cosine.");
  CHECK(refusal([](TrainingSettings& settings) { settings.keep = "all"; }) ==
        "The weights to keep can't be \"all\". Choose one of: best, last.");
  CHECK(refusal([](TrainingSettings& settings) { settings.augmentation = "rotation 999"; }) ==
        augment::parse_augmentation("rotation 999").error().message);
  CHECK(refusal([](TrainingSettings& settings) { settings.architecture = "dense 11"; }) ==
        model::find_preset("fast", "dense 11").error().message);
  CHECK(refusal([](TrainingSettings& settings) { settings.epochs = 0; }) ==
        "Epochs must be a whole number from 1 to 10000.");
  CHECK(refusal([](TrainingSettings& settings) { settings.batch = 1025; }) ==
        "Batch size must be a whole number from 1 to 1024.");
  CHECK(refusal([](TrainingSettings& settings) { settings.learning_rate = 0; }) ==
        "Learning rate must be above 0 and at most 10.");
  CHECK(refusal([](TrainingSettings& settings) { settings.weight_decay = 2; }) ==
        "Weight decay must be from 0 to 1.");
  CHECK(refusal([](TrainingSettings& settings) { settings.label_smoothing = 1; }) ==
        "Label smoothing must be from 0 to 0.9.");
  CHECK(refusal([](TrainingSettings& settings) { settings.average = 1; }) ==
        "Weight average must be from 0 to 0.9999.");
  CHECK(refusal([](TrainingSettings& settings) { settings.validation = 0.95; }) ==
        "Validation share must be from 0 to 0.9.");
}

TEST_CASE("a seed is a whole number from 0 to 2^53") {
  constexpr double most = 9'007'199'254'740'992;
  const auto accepts = [](double seed) {
    TrainingSettings settings = fast();
    settings.seed = seed;
    return check_settings(settings).ok();
  };
  for (const double seed : {0.0, 1.0, most}) CHECK(accepts(seed));
  for (const double seed : {-5.0, 0.5, most + 2, 1e30, std::nan(""), HUGE_VAL}) CHECK_FALSE(accepts(seed));
  CHECK(refusal([](TrainingSettings& settings) { settings.seed = -5; }) ==
        "Seed must be a whole number from 0 to 9007199254740992.");
}

TEST_CASE("no setting accepts NaN") {
  for_each_hyperparameter([](const auto& parameter) {
    TrainingSettings settings = fast();
    if constexpr (std::same_as<double&, decltype(settings.*parameter.setting)>) {
      settings.*parameter.setting = std::nan("");
      CAPTURE(parameter.name);
      CHECK_FALSE(check_settings(settings).ok());
    }
  });
}

TEST_CASE("hyper-parameters differ in their names and keys") {
  std::set<std::string> names, keys;
  for_each_hyperparameter([&](const auto& parameter) {
    CHECK(names.insert(parameter.name).second);
    if (parameter.key) CHECK(keys.insert(parameter.key).second);
  });
}

TEST_CASE("patience needs held-out images and selects the best weights") {
  CHECK(refusal([](TrainingSettings& settings) { settings.patience = 2; }) == "accepted");
  CHECK(refusal([](TrainingSettings& settings) { settings.patience = -1; }) ==
        "Patience must be a whole number from 0 to 10000.");
  CHECK(refusal([](TrainingSettings& settings) {
          settings.patience = 2;
          settings.validation = 0;
        }) == "Patience needs held-out images. Set a validation share above 0.");
  CHECK(refusal([](TrainingSettings& settings) {
          settings.patience = 2;
          settings.keep = "last";
        }) == "Patience selects the best epoch's weights, so the last epoch's can't be kept.");
}
