#include "core/train/TrainingOptions.h"

#include <string>
#include <utility>

namespace inkling::train {

namespace {

Error refuse(std::string message) {
  return {std::move(message), Error::Kind::usage};
}

Status check_recipe(const model::Recipe& recipe) {
  const auto within = [](float value, float most) { return value >= 0 && value <= most; };
  if (recipe.epochs < 1 || recipe.epochs > 10'000) return refuse("Epochs go from 1 to 10,000.");
  if (recipe.batch < 1 || recipe.batch > 1024) return refuse("The batch has from 1 to 1,024 images.");
  if (!(recipe.schedule.peak > 0 && recipe.schedule.peak <= 10)) {
    return refuse("The learning rate lies between 0 and 10; 0.001 is a good start.");
  }
  if (!within(recipe.optimiser.weight_decay, 1)) return refuse("The weight decay goes from 0 to 1.");
  if (!within(recipe.label_smoothing, 0.9f)) return refuse("The label smoothing goes from 0 to 0.9.");
  if (!within(recipe.average_decay, 0.9999f)) return refuse("The weight average goes from 0 to 0.9999.");
  return success();
}

Status check_patience(const TrainingOptions& options, double validation_share) {
  if (options.patience < 0 || options.patience > 10'000) return refuse("Patience goes from 0 to 10,000.");
  if (options.patience == 0) return success();
  if (validation_share <= 0)
    return refuse("Patience needs images held out, to see that they are read no better.");
  if (options.keep == ModelSelection::last)
    return refuse("Patience keeps the weights of the best epoch, not those of the last.");
  return success();
}

}  // namespace

bool is_rate_scale(double scale) {
  return scale >= 0.001 && scale <= 1000;
}

Status check_options(const TrainingOptions& options, double validation_share) {
  if (Status checked = check_recipe(options.recipe); !checked) return checked;
  if (!(validation_share >= 0 && validation_share <= 0.9))
    return refuse("The validation share goes from 0 to 0.9.");
  return check_patience(options, validation_share);
}

Status check_training(const data::Dataset& dataset, const TrainingOptions& options, double validation_share) {
  if (dataset.size() == 0) return Error{"There are no images to train on."};
  if (!dataset.labelled())
    return Error{"These images have no labels; training needs to know what each one shows."};
  if (Status checked = check_options(options, validation_share); !checked) return checked;
  const std::size_t digits = data::digit_count(dataset);
  if (static_cast<double>(digits) * (1 - validation_share) < 2) {
    return Error{"There are too few images to train on: " + std::to_string(digits) + "."};
  }
  return success();
}

}  // namespace inkling::train
