// SPDX-License-Identifier: MIT
#include "core/train/TrainedModel.h"

#include "core/base/Text.h"

namespace inkling::train {

namespace {

std::string data_title(const data::Dataset& dataset) {
  const std::size_t images = data::class_image_count(dataset), negatives = dataset.size() - images;
  const std::string title = pluralize(images, "image");
  const std::string kind = are_digits(dataset.classes) ? " non-digits" : " images of no class";
  return negatives == 0 ? title : title + " and " + group_thousands(negatives) + kind;
}

std::string protocol(const Trainer& trainer, const data::Dataset& dataset) {
  const Progress& progress = trainer.progress();
  const std::string selected = trainer.options().selection == ModelSelection::last
                                   ? "the last epoch (" + std::to_string(progress.epoch) + ")"
                                   : "epoch " + std::to_string(progress.best_epoch) + " of " +
                                         std::to_string(progress.epoch) + ", " +
                                         std::string(model::best_epoch_phrase);
  return "measured on " + group_thousands(static_cast<std::size_t>(trainer.selected_validation().images())) +
         " of " + group_thousands(data::class_image_count(dataset)) +
         " images, held out from training; weights from " + selected;
}

}  // namespace

model::Model trained_model(const Trainer& trainer, const data::Dataset& dataset, std::string_view title,
                           std::uint64_t seed) {
  const auto weights = trainer.selected_weights();
  model::Model model{trainer.network(), {weights.begin(), weights.end()}, {}};
  model.classes = dataset.classes;
  model.info.title = title;
  model.info.seed = std::to_string(seed);
  model.info.data = data_title(dataset);
  model.info.data_fingerprint = data::fingerprint(dataset);
  if (trainer.selected_validation().images() > 0) {
    model.info.accuracy = trainer.selected_validation().accuracy();
    model.info.protocol = protocol(trainer, dataset);
  }
  return model;
}

}  // namespace inkling::train
