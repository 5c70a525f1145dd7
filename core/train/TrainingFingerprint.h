#pragma once

#include <map>
#include <string>

#include "core/train/Trainer.h"

namespace inkling::train {

/// What decides how a training goes: network, recipe, seed and data, each under its name as text. Trainings
/// alike in all of it, in one build, make the same weights. `data` is a fingerprint of images, labels and
/// what is held out; for it all data is gone through once.
std::map<std::string, std::string> training_fingerprint(const Trainer& trainer);

}  // namespace inkling::train
