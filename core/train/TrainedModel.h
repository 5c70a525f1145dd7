// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "core/model/Model.h"
#include "core/train/Trainer.h"

namespace inkling::train {

/// The model of a training run so far: the selected weights, with the data and the validation accuracy in its
/// info. `dataset` is the one whose subsets the trainer has.
model::Model trained_model(const Trainer& trainer, const data::Dataset& dataset, std::string_view title,
                           std::uint64_t seed);

}  // namespace inkling::train
