// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "core/eval/Metrics.h"
#include "core/model/Model.h"

namespace inkling::eval {

/// How a model was trained and how it does on the held-out images, if any.
struct TrainingDetails {
  int epochs = 0, batch = 0;
  double learning_rate = 0, validation = 0;  // share held out
  bool augment = false;
  Metrics held_out = {};
  bool generated = false;  // whether Inkling drew the images
};

/// The model card in Markdown: what the model is, its input and output, training, accuracy and limits. Says
/// only what the model file and, if known, the details of its training say.
std::string model_card_markdown(const model::Model& model,
                                const std::optional<TrainingDetails>& details = std::nullopt);

}  // namespace inkling::eval
