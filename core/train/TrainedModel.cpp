#include "core/train/TrainedModel.h"

namespace inkling {

namespace {

std::string protocol(const Trainer& trainer, const Dataset& dataset) {
  return "read " + std::to_string(trainer.kept_validation().images()) + " images held out of " +
         std::to_string(dataset.size()) + "; the weights of epoch " +
         std::to_string(trainer.progress().best_epoch) + ", the best by these images, of " +
         std::to_string(trainer.progress().epoch);
}

}  // namespace

Model trained_model(const Trainer& trainer, const Dataset& dataset, std::string_view title,
                    std::uint64_t seed) {
  const auto weights = trainer.kept_weights();
  Model model{trainer.network(), {weights.begin(), weights.end()}, {}};
  model.card.title = title;
  model.card.seed = std::to_string(seed);
  model.card.data = std::to_string(dataset.size()) + " images";
  model.card.data_fingerprint = fingerprint(dataset);
  if (trainer.kept_validation().images() > 0) {
    model.card.accuracy = trainer.kept_validation().accuracy();
    model.card.protocol = protocol(trainer, dataset);
  }
  return model;
}

}  // namespace inkling
