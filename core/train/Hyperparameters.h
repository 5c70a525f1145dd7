// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <string>
#include <string_view>

#include "core/augment/AugmentOptions.h"
#include "core/base/EnumNames.h"
#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/train/TrainingOptions.h"

namespace inkling::train {

// The one list of hyper-parameters is at the end of this file. The flags and help of `inkling train`, the
// settings that the page passes and their checks, and the fingerprint in checkpoints are made from it.
//
// To add one: give TrainingSettings a member, TrainingRecipe or TrainingOptions the member that the training
// uses, with its default, and the list an entry. In the page it needs a field in web/src/train/run, and in
// web/src/shared/trainingSettings.ts a range, a default and an entry in `addedLater`: without it, the page
// rejects all settings stored by earlier versions. Its words stand under `run` in the catalogues, and its
// default in tests/web/fakeEngine.ts, too.

/// A whole or real number from `minimum` to `maximum`.
struct Range {
  double minimum = 0, maximum = 0;
  bool whole = false, above_minimum = false;

  std::string values() const { return number(minimum) + ".." + number(maximum); }

  template <class Option>
  Status parse(std::string_view label, double setting, Option& option) const {
    const bool inside = above_minimum ? setting > minimum : setting >= minimum;
    if (!inside || !(setting <= maximum) || (whole && setting != std::floor(setting))) {
      return Error{std::string(label) + " must be " + (whole ? "a whole number " : "") +
                       (above_minimum ? "above " : "from ") + number(minimum) +
                       (above_minimum ? " and at most " : " to ") + number(maximum) + ".",
                   Error::Kind::usage};
    }
    option = static_cast<Option>(setting);
    return success();
  }

  /// As a person writes it: 0.001f gives 0.001, not the nearest double.
  template <class Option>
  static auto setting(const Option& option) {
    if constexpr (std::same_as<Option, float>)
      return parse_number(to_shortest(option)).value_or(0);
    else if constexpr (std::same_as<Option, int>)
      return option;
    else
      return static_cast<double>(option);
  }

  template <class Option>
  static std::string text(const Option& option) {
    if constexpr (std::integral<Option>)
      return std::to_string(option);
    else
      return to_shortest(static_cast<float>(option));
  }

 private:
  static std::string number(double value) {
    if (value != std::floor(value)) return to_shortest(static_cast<float>(value));
    return std::to_string(static_cast<std::int64_t>(value));
  }
};

/// One of several names.
template <class Choice, std::size_t count>
struct OneOf {
  const std::array<EnumName<Choice>, count>& names;

  std::string values() const { return listed("|"); }

  Status parse(std::string_view label, const std::string& setting, Choice& option) const {
    const auto found = find_by_name(names, setting);
    if (!found) {
      return Error{std::string(label) + " can't be " + inkling::quoted(setting) +
                       ". Choose one of: " + listed(", ") + ".",
                   Error::Kind::usage};
    }
    option = *found;
    return success();
  }

  std::string setting(Choice option) const { return name_of(names, option); }
  std::string text(Choice option) const { return setting(option); }

 private:
  std::string listed(const char* separator) const {
    std::string list;
    for (const auto& [name, value] : names) list += (list.empty() ? "" : separator) + std::string(name);
    return list;
  }
};

struct OnOff {
  static std::string values() { return "on|off"; }
  static Status parse(std::string_view /*label*/, bool setting, bool& option) {
    option = setting;
    return success();
  }
  static bool setting(bool option) { return option; }
  static std::string text(bool option) { return option ? "on" : "off"; }
};

/// Changes to a recipe's augmentation, as parsed by parse_augmentation() in AugmentOptions.h.
struct AugmentChanges {
  static std::string values() { return "TEXT"; }

  static Status parse(std::string_view /*label*/, const std::string& setting, model::TrainingRecipe& recipe) {
    const auto changed = augment::parse_augmentation(setting, recipe.augmentation);
    if (!changed) return changed.error();
    recipe.augmentation = changed.value();
    return success();
  }

  static std::string setting(const model::TrainingRecipe& recipe) {
    return augment::format_augmentation(recipe.augmentation);
  }
  static std::string text(const model::TrainingRecipe& recipe) {
    return recipe.augment ? setting(recipe) : "off";
  }
};

/// Everything there is to know about a hyper-parameter.
template <class Setting, class Access, class Domain>
struct Hyperparameter {
  const char* name;   // of the setting; the flag of the command has dashes in it
  const char* label;  // starts an error message
  const char* key;    // in the metadata of checkpoints; null where the data's fingerprint covers it
  const char* help;
  Setting TrainingSettings::* setting;
  Access option;  // finds it in TrainingOptions
  Domain domain;

  std::string flag() const {
    std::string flag = std::string("--") + name;
    std::ranges::replace(flag, '_', '-');
    return flag;
  }

  /// Sets the option from the setting. Fails if that is outside its domain.
  Status parse(const TrainingSettings& settings, TrainingOptions& options) const {
    return domain.parse(label, settings.*setting, option(options));
  }

  void write(const TrainingOptions& options, TrainingSettings& settings) const {
    settings.*setting = domain.setting(option(options));
  }

  /// The option's value, the same text for equal values only.
  std::string text(const TrainingOptions& options) const { return domain.text(option(options)); }
};

/// Calls `visit` with each hyper-parameter of the recipe: how the weights are trained.
template <class Visit>
void for_each_recipe_hyperparameter(const Visit& visit) {
  using Settings = TrainingSettings;
  visit(Hyperparameter{"epochs", "Epochs", "epochs", "Passes over the training data", &Settings::epochs,
                       [](auto& options) -> auto& { return options.recipe.epochs; },
                       Range{.minimum = 1, .maximum = 10'000, .whole = true}});
  visit(Hyperparameter{"batch", "Batch size", "batch", "Images per step", &Settings::batch,
                       [](auto& options) -> auto& { return options.recipe.batch; },
                       Range{.minimum = 1, .maximum = 1024, .whole = true}});
  visit(Hyperparameter{
      "optimiser", "The optimiser", "optimiser",
      "Optimiser; muon uses Muon for hidden layers' matrices and AdamW for the rest", &Settings::optimiser,
      [](auto& options) -> auto& { return options.recipe.optimiser_kind; }, OneOf{optim::optimiser_names}});
  visit(Hyperparameter{"schedule", "The schedule", "schedule", "Learning-rate schedule", &Settings::schedule,
                       [](auto& options) -> auto& { return options.recipe.schedule.kind; },
                       OneOf{optim::schedule_names}});
  visit(Hyperparameter{"learning_rate", "Learning rate", "learning rate", "Peak learning rate",
                       &Settings::learning_rate,
                       [](auto& options) -> auto& { return options.recipe.schedule.peak; },
                       Range{.maximum = 10, .above_minimum = true}});
  visit(Hyperparameter{
      "weight_decay", "Weight decay", "weight decay", "Weight decay per step", &Settings::weight_decay,
      [](auto& options) -> auto& { return options.recipe.optimiser.weight_decay; }, Range{.maximum = 1}});
  visit(Hyperparameter{"label_smoothing", "Label smoothing", "label smoothing",
                       "Share of the target spread over all classes", &Settings::label_smoothing,
                       [](auto& options) -> auto& { return options.recipe.label_smoothing; },
                       Range{.maximum = 0.9}});
  visit(Hyperparameter{"average", "Weight average", "average decay",
                       "Decay of the weight average (EMA), 0 = off", &Settings::average,
                       [](auto& options) -> auto& { return options.recipe.average_decay; },
                       Range{.maximum = 0.9999}});
  visit(Hyperparameter{"augment", "Augment", nullptr, "Shift, rotate and distort the images",
                       &Settings::augment, [](auto& options) -> auto& { return options.recipe.augment; },
                       OnOff{}});
  visit(Hyperparameter{"augmentation", "Augmentation", "augmentation",
                       "Changes to the augmentation: \"rotation 10, elastic 2\"; \"?\" lists all",
                       &Settings::augmentation, [](auto& options) -> auto& { return options.recipe; },
                       AugmentChanges{}});
}

/// Calls `visit` with each of the others: what the weights are trained on, and which become the model.
template <class Visit>
void for_each_run_hyperparameter(const Visit& visit) {
  using Settings = TrainingSettings;
  visit(Hyperparameter{"validation", "Validation share", nullptr,
                       "Share of the images to hold out (of the writers, for strokes)", &Settings::validation,
                       [](auto& options) -> auto& { return options.validation_share; },
                       Range{.maximum = 0.9}});
  visit(Hyperparameter{"negatives", "Negatives", nullptr,
                       "Number of synthetic images of no class, which the model learns to reject",
                       &Settings::negatives, [](auto& options) -> auto& { return options.negatives; },
                       Range{.maximum = 1'000'000, .whole = true}});
  visit(Hyperparameter{"balance", "Balance", nullptr, "Repeat the training images of rare classes",
                       &Settings::balance, [](auto& options) -> auto& { return options.balance; }, OnOff{}});
  visit(Hyperparameter{"keep", "The weights to keep", "weights kept",
                       "Epoch whose weights become the model: the best in validation, or the last",
                       &Settings::keep, [](auto& options) -> auto& { return options.selection; },
                       OneOf{selection_names}});
  visit(Hyperparameter{"patience", "Patience", "patience",
                       "Stop after this many epochs without improvement, 0 = never", &Settings::patience,
                       [](auto& options) -> auto& { return options.patience; },
                       Range{.maximum = 10'000, .whole = true}});
  // Up to 2^53 a double holds every whole number exactly, so JavaScript and JSON can carry it.
  visit(Hyperparameter{"seed", "Seed", "seed", "Random seed of the split, the initial weights and the order",
                       &Settings::seed, [](auto& options) -> auto& { return options.seed; },
                       Range{.maximum = 9'007'199'254'740'992, .whole = true}});
}

/// Calls `visit` with each hyper-parameter, in the order of the help.
template <class Visit>
void for_each_hyperparameter(const Visit& visit) {
  for_each_recipe_hyperparameter(visit);
  for_each_run_hyperparameter(visit);
}

}  // namespace inkling::train
