#pragma once

#include <chrono>
#include <filesystem>

#include "core/distributed/Communicator.h"
#include "core/train/Checkpoints.h"

namespace inkling::cli {

/// The file that a training is written to while it goes on. The name always leads to a whole checkpoint: the
/// one before or the new one. Only the first process reads and writes it.
class CheckpointFile {
 public:
  CheckpointFile(std::filesystem::path path, const train::Trainer& trainer,
                 distributed::Communicator& communicator);

  /// Lets the trainer go on from the file, and says so; where there is none it starts anew, and says so too.
  Status resume(train::Trainer& trainer);

  /// Writes if an epoch has ended, or ten seconds have gone by, since the last time. A training is not given
  /// up for a full disk: what goes wrong is only told.
  void keep_up(const train::Trainer& trainer);

  Status write(const train::Trainer& trainer);

 private:
  using Clock = std::chrono::steady_clock;

  std::filesystem::path path_;
  train::CheckpointWriter checkpoints_;
  distributed::Communicator* communicator_;
  Clock::time_point written_ = Clock::now();
  int epochs_written_ = 0;
};

}  // namespace inkling::cli
