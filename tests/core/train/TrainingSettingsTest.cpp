#include <doctest/doctest.h>

#include "core/train/TrainingSettings.h"

using namespace inkling;
using namespace inkling::train;

namespace {

TrainingSettings fast() {
  return settings_of(model::find_preset("fast").value());
}

/// Why these settings, changed, are refused.
std::string refusal(void (*change)(TrainingSettings&)) {
  TrainingSettings settings = fast();
  change(settings);
  const Status checked = check_settings(settings);
  return checked.ok() ? "accepted" : checked.error().message;
}

}  // namespace

TEST_CASE("the settings of a preset train as the preset does") {
  for (const model::Preset& preset : model::presets()) {
    CAPTURE(preset.name);
    const TrainingSettings settings = settings_of(preset);
    const model::Recipe recipe = training_options(preset, settings).value().recipe;
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

TEST_CASE("settings are numbers as one writes them") {
  CHECK(settings_of(model::find_preset("article").value()).learning_rate == 0.001);
  CHECK(fast().average == 0.98);
}

TEST_CASE("each setting reaches the training") {
  TrainingSettings settings = fast();
  settings.optimiser = "muon";
  settings.schedule = "cosine";
  settings.augmentation = "rotation 40, blur 0.5";
  settings.patience = 3;
  settings.seed = 7;
  const TrainingOptions options = training_options(model::find_preset("fast").value(), settings).value();
  CHECK(options.recipe.optimiser_kind == model::OptimiserKind::muon);
  CHECK(options.recipe.schedule.kind == optim::Schedule::Kind::cosine);
  CHECK(options.recipe.augmentation.rotation_degrees == 40);
  CHECK(options.recipe.augmentation.blur_pixels == 0.5f);
  CHECK(options.patience == 3);
  CHECK(options.seed == 7);
}

TEST_CASE("a setting that is none is refused with what there is") {
  CHECK(refusal([](TrainingSettings& settings) { settings.optimiser = "sgd"; }) ==
        "There is no optimiser \"sgd\"; there are adamw, muon.");
  CHECK(refusal([](TrainingSettings& settings) { settings.schedule = "steps"; }) ==
        "There is no schedule \"steps\"; there are constant, one-cycle, cosine.");
  CHECK(refusal([](TrainingSettings& settings) { settings.keep = "all"; }) ==
        "There is no choice of weights \"all\"; there are best, last.");
  CHECK(refusal([](TrainingSettings& settings) { settings.augmentation = "rotation 999"; }) ==
        "The augmentation's rotation goes from 0 to 180.");
  CHECK(refusal([](TrainingSettings& settings) { settings.architecture = "dense 11"; }) ==
        "The network ends with 11; to tell ten digits apart it takes \"dense 10\" at its end.");
  CHECK(refusal([](TrainingSettings& settings) { settings.weight_decay = 2; }) ==
        "The weight decay goes from 0 to 1.");
  CHECK(refusal([](TrainingSettings& settings) { settings.label_smoothing = 1; }) ==
        "The label smoothing goes from 0 to 0.9.");
  CHECK(refusal([](TrainingSettings& settings) { settings.average = 1; }) ==
        "The weight average goes from 0 to 0.9999.");
}

TEST_CASE("patience needs images held out, and keeps the best weights") {
  CHECK(refusal([](TrainingSettings& settings) { settings.patience = 2; }) == "accepted");
  CHECK(refusal([](TrainingSettings& settings) { settings.patience = -1; }) ==
        "Patience goes from 0 to 10,000.");
  CHECK(refusal([](TrainingSettings& settings) {
          settings.patience = 2;
          settings.validation = 0;
        }) == "Patience needs images held out, to see that they are read no better.");
  CHECK(refusal([](TrainingSettings& settings) {
          settings.patience = 2;
          settings.keep = "last";
        }) == "Patience keeps the weights of the best epoch, not those of the last.");
}
