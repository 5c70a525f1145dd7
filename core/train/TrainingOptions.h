#pragma once

#include <array>
#include <cstdint>

#include "core/base/Result.h"
#include "core/data/Dataset.h"
#include "core/model/Recipe.h"
#include "core/model/RecipeNames.h"

namespace inkling::train {

/// Whose weights a training keeps where images are held out.
enum class ModelSelection {
  best,  // the epoch's that read most of them right; the smaller loss decides between equals
  last,  // the last epoch's, when the rate has come down: nothing is chosen by them
};

inline constexpr std::array<model::Named<ModelSelection>, 2> selection_names = {
    {{"best", ModelSelection::best}, {"last", ModelSelection::last}}};

struct TrainingOptions {
  model::Recipe recipe;
  std::uint64_t seed = 1;
  ModelSelection keep = ModelSelection::best;
  int patience = 0;  // ends after so many epochs in a row that read the held-out images no better; 0: never
};

/// Whether a rate can be scaled by this: by a thousandth to a thousand.
bool is_rate_scale(double scale);

/// Options that are in their ranges and go together, or the sentence that says which do not.
Status check_options(const TrainingOptions& options, double validation_share);

/// What a trainer can be made for, or the sentence that says why not: no images, no labels, nothing to train
/// on once the validation share is taken, options out of range.
Status check_training(const data::Dataset& dataset, const TrainingOptions& options, double validation_share);

}  // namespace inkling::train
