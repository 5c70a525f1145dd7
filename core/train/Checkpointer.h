// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/train/Trainer.h"

namespace inkling::train {

/// What determines a training run: network, hyper-parameters, seed and data, as text by name. Runs with the
/// same fingerprint end with the same weights in one build. `data` is a hash of images, labels and split.
using TrainingFingerprint = std::map<std::string, std::string>;

TrainingFingerprint training_fingerprint(const Trainer& trainer);

/// Saves the whole state of a training run as a safetensors file and restores it: each vector of weights is a
/// tensor, numbers and fingerprint are metadata, and a hash covers all of it. The command and the page resume
/// a run by restoring its state. A resumed run ends with the weights of one that was never interrupted, bit
/// for bit, on any number of threads and processes of the same build.
class Checkpointer {
 public:
  /// For runs with this one's fingerprint. Hashes all of its images once.
  explicit Checkpointer(const Trainer& trainer) : fingerprint_(training_fingerprint(trainer)) {}

  /// The file's bytes. The trainer must not have failed.
  std::vector<std::uint8_t> save(const Trainer& trainer) const;

  /// Resumes a run: sets the trainer to the state in a file of save(). Called by cli/train/CheckpointFile
  /// and, for the page, by wasm/Training.h. Validates everything: a damaged file, or one with another
  /// fingerprint, is an error and leaves the trainer as it was.
  Status restore(std::span<const std::uint8_t> file, Trainer& trainer) const;

 private:
  TrainingFingerprint fingerprint_;
};

}  // namespace inkling::train
