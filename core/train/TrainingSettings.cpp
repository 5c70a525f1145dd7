#include "core/train/TrainingSettings.h"

#include <algorithm>

#include "core/augment/AugmentText.h"
#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/model/RecipeNames.h"

namespace inkling::train {

namespace {

constexpr double default_validation = 0.2, default_seed = 1;

/// 0.001f as 0.001, and not as the double that lies next to it.
double plain(float value) {
  return parse_number(to_shortest(value)).value();
}

/// Sets `choice` to what `name` stands for.
template <class Choice, std::size_t count>
Status choose(const std::array<model::Named<Choice>, count>& all, std::string_view what,
              std::string_view name, Choice& choice) {
  const auto found = model::find_named(all, name);
  std::string names;
  for (const auto& named : all) names += (names.empty() ? "" : ", ") + std::string(named.name);
  if (!found)
    return Error{"There is no " + std::string(what) + " " + quoted(name) + "; there are " + names + ".",
                 Error::Kind::usage};
  choice = *found;
  return success();
}

Status choose_all(TrainingOptions& options, const TrainingSettings& settings) {
  model::Recipe& recipe = options.recipe;
  if (Status status = choose(model::optimiser_names, "optimiser", settings.optimiser, recipe.optimiser_kind);
      !status)
    return status;
  if (Status status = choose(model::schedule_names, "schedule", settings.schedule, recipe.schedule.kind);
      !status)
    return status;
  return choose(selection_names, "choice of weights", settings.keep, options.keep);
}

}  // namespace

TrainingSettings settings_of(const model::Preset& preset) {
  const model::Recipe& recipe = preset.recipe;
  return {.preset = std::string(preset.name),
          .architecture = "",
          .epochs = recipe.epochs,
          .batch = recipe.batch,
          .optimiser = model::name_of(model::optimiser_names, recipe.optimiser_kind),
          .schedule = model::name_of(model::schedule_names, recipe.schedule.kind),
          .learning_rate = plain(recipe.schedule.peak),
          .weight_decay = plain(recipe.optimiser.weight_decay),
          .label_smoothing = plain(recipe.label_smoothing),
          .average = plain(recipe.average_decay),
          .augment = recipe.augment,
          .augmentation = augment::to_text(recipe.augmentation),
          .validation = default_validation,
          .keep = model::name_of(selection_names, ModelSelection::best),
          .patience = 0,
          .seed = default_seed};
}

Result<TrainingOptions> training_options(const model::Preset& preset, const TrainingSettings& settings) {
  TrainingOptions options{.recipe = preset.recipe,
                          .seed = static_cast<std::uint64_t>(std::max(settings.seed, 0.0)),
                          .patience = settings.patience};
  if (const Status chosen = choose_all(options, settings); !chosen) return chosen.error();
  model::Recipe& recipe = options.recipe;
  const auto augmentation = augment::change_augmentation(recipe.augmentation, settings.augmentation);
  if (!augmentation) return augmentation.error();
  recipe.epochs = settings.epochs;
  recipe.batch = settings.batch;
  recipe.schedule.peak = static_cast<float>(settings.learning_rate);
  recipe.optimiser.weight_decay = static_cast<float>(settings.weight_decay);
  recipe.label_smoothing = static_cast<float>(settings.label_smoothing);
  recipe.average_decay = static_cast<float>(settings.average);
  recipe.augment = settings.augment;
  recipe.augmentation = augmentation.value();
  return options;
}

Status check_settings(const TrainingSettings& settings) {
  const auto preset = model::find_preset(settings.preset, settings.architecture);
  if (!preset) return preset.error();
  const auto options = training_options(preset.value(), settings);
  if (!options) return options.error();
  return check_options(options.value(), settings.validation);
}

}  // namespace inkling::train
