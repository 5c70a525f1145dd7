#include "core/train/TrainingFingerprint.h"

#include "core/augment/AugmentText.h"
#include "core/base/Number.h"
#include "core/base/Sha256.h"
#include "core/nn/Architecture.h"

namespace inkling::train {

namespace {

std::string text_of(nn::Initialisation initialisation) {
  return initialisation == nn::Initialisation::he_normal ? "he normal" : "glorot uniform";
}

std::string hash_of(const std::vector<std::uint32_t>& indices) {
  return sha256({reinterpret_cast<const std::uint8_t*>(indices.data()), indices.size() * sizeof(indices[0])});
}

/// Both subsets are parts of one dataset.
std::string data_fingerprint(const data::Subset& training, const data::Subset& validation) {
  const std::string parts =
      data::fingerprint(*training.dataset) + hash_of(training.indices) + hash_of(validation.indices);
  return sha256({reinterpret_cast<const std::uint8_t*>(parts.data()), parts.size()});
}

}  // namespace

std::map<std::string, std::string> training_fingerprint(const Trainer& trainer) {
  const auto& [recipe, seed, keep, patience] = trainer.options();
  return {{"architecture", nn::architecture_of(trainer.network())},
          {"data", data_fingerprint(trainer.training(), trainer.validation())},
          {"seed", std::to_string(seed)},
          {"weights kept", model::name_of(selection_names, keep)},
          {"patience", std::to_string(patience)},
          {"epochs", std::to_string(recipe.epochs)},
          {"batch", std::to_string(recipe.batch)},
          {"schedule", model::name_of(model::schedule_names, recipe.schedule.kind)},
          {"learning rate", to_shortest(recipe.schedule.peak)},
          {"optimiser", model::name_of(model::optimiser_names, recipe.optimiser_kind)},
          {"beta1", to_shortest(recipe.optimiser.beta1)},
          {"beta2", to_shortest(recipe.optimiser.beta2)},
          {"epsilon", to_shortest(recipe.optimiser.epsilon)},
          {"weight decay", to_shortest(recipe.optimiser.weight_decay)},
          {"momentum", to_shortest(recipe.optimiser.momentum)},
          {"statistic rate", to_shortest(recipe.optimiser.running_stats_momentum)},
          {"label smoothing", to_shortest(recipe.label_smoothing)},
          {"average decay", to_shortest(recipe.average_decay)},
          {"augmentation", recipe.augment ? augment::to_text(recipe.augmentation) : "off"},
          {"initialisation", text_of(recipe.initialisation)}};
}

}  // namespace inkling::train
