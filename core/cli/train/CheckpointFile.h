// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <filesystem>

#include "core/distributed/Communicator.h"
#include "core/train/Checkpointer.h"

namespace inkling::cli {

/// The file that a training run is saved to. It is always a complete checkpoint, the new one or the one
/// before. Only the root process reads and writes it.
class CheckpointFile {
 public:
  CheckpointFile(std::filesystem::path path, const train::Trainer& trainer,
                 distributed::Communicator& communicator);

  /// Resumes the run in the file, and says so on stderr. Without a file, training starts from the beginning.
  Status resume(train::Trainer& trainer);

  /// Saves at the end of an epoch, or if ten seconds have passed since the last time. An error, such as a
  /// full disk, is reported on stderr and doesn't stop training.
  void save_if_due(const train::Trainer& trainer);

  Status save(const train::Trainer& trainer);

 private:
  using Clock = std::chrono::steady_clock;

  std::filesystem::path path_;
  train::Checkpointer checkpointer_;
  distributed::Communicator* communicator_;
  Clock::time_point saved_at_ = Clock::now();
  int saved_epoch_ = 0;
};

}  // namespace inkling::cli
