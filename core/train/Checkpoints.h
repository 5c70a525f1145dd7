#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/train/Trainer.h"

namespace inkling::train {

/// Turns what a training has come to into bytes and back. A training restored from a checkpoint ends with the
/// weights of one that was never interrupted, bit for bit, on any number of threads and processes of the same
/// build.
///
/// The bytes are a safetensors file: each vector of weights a tensor, numbers and conditions as metadata,
/// among it a hash over all the rest.
class CheckpointWriter {
 public:
  /// For trainings under the same conditions as this one. Goes through all its images once.
  explicit CheckpointWriter(const Trainer& trainer);

  /// The trainer must not have failed.
  std::vector<std::uint8_t> write(const Trainer& trainer) const;

  /// Lets `trainer` go on from what write() gave. Trusts nothing: what is not whole, or comes from other
  /// conditions, is refused, and the trainer left as it was.
  Status restore(std::span<const std::uint8_t> file, Trainer& trainer) const;

 private:
  std::map<std::string, std::string> training_fingerprint_;
};

}  // namespace inkling::train
