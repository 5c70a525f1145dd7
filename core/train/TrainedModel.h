#pragma once

#include <cstdint>
#include <string_view>

#include "core/model/Model.h"
#include "core/train/Trainer.h"

namespace inkling::train {

/// The model that a training has made so far: the kept weights, with a card that says which data they come
/// from and how the held-out images were read. `dataset` is the one whose parts the trainer was given.
model::Model trained_model(const Trainer& trainer, const data::Dataset& dataset, std::string_view title,
                           std::uint64_t seed);

}  // namespace inkling::train
