#pragma once

#include <optional>
#include <string>

#include "core/eval/Metrics.h"
#include "core/model/Model.h"

namespace inkling::eval {

/// How a model was trained, and how it read what was held out meanwhile; no images where nothing was.
struct TrainingFacts {
  int epochs = 0, batch = 0;
  double learning_rate = 0, validation = 0;  // share held out
  bool augment = false;
  Metrics held_out = {};
};

/// The model's card, a page of Markdown: what it is, what it takes and gives, what it learned from, how well
/// it reads, and what it is not for. Says only what the model's file says of itself and, where they are
/// known, the facts of its training.
std::string model_card(const model::Model& model, const std::optional<TrainingFacts>& facts = std::nullopt);

}  // namespace inkling::eval
