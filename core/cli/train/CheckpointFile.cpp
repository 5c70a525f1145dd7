// SPDX-License-Identifier: MIT
#include "core/cli/train/CheckpointFile.h"

#include <cstdio>

#include "core/cli/ExitCode.h"
#include "core/cli/files/File.h"
#include "core/cli/mpi/Processes.h"
#include "core/cli/output/Print.h"

namespace inkling::cli {

namespace {

constexpr std::chrono::seconds save_interval{10};
constexpr std::uintmax_t max_file_size = std::uintmax_t{1} << 30;

using FileBytes = std::vector<std::uint8_t>;

/// The file's bytes; empty if there is no file.
Result<FileBytes> read_if_exists(const std::filesystem::path& path) {
  if (std::error_code error; !std::filesystem::exists(path, error)) return FileBytes();
  return read_file(path, max_file_size);
}

/// The same on every process, read by the root.
Result<FileBytes> read_and_broadcast(const std::filesystem::path& path,
                                     distributed::Communicator& communicator) {
  Result<FileBytes> bytes = communicator.is_root() ? read_if_exists(path) : FileBytes();
  const Status status = broadcast_status(bytes ? success() : Status(bytes.error()), communicator);
  if (!status) return status.error();
  communicator.broadcast(bytes.value());
  return bytes;
}

}  // namespace

CheckpointFile::CheckpointFile(std::filesystem::path path, const train::Trainer& trainer,
                               distributed::Communicator& communicator)
    : path_(std::move(path)), checkpointer_(trainer), communicator_(&communicator) {}

Status CheckpointFile::resume(train::Trainer& trainer) {
  const auto bytes = read_and_broadcast(path_, *communicator_);
  if (!bytes) return bytes.error();
  if (bytes.value().empty()) {
    std::fprintf(stderr, "%s doesn't exist yet. Training starts from the beginning.\n",
                 printable(path_).c_str());
    return success();
  }
  if (const Status status = checkpointer_.restore(bytes.value(), trainer); !status)
    return Error{path_.string() + ": " + status.error().message, status.error().kind};
  saved_epoch_ = trainer.progress().epoch;
  std::fprintf(stderr, "Resuming from %s after %d of %d epochs.\n", printable(path_).c_str(), saved_epoch_,
               trainer.progress().epochs);
  return success();
}

void CheckpointFile::save_if_due(const train::Trainer& trainer) {
  if (trainer.progress().epoch == saved_epoch_ && Clock::now() - saved_at_ < save_interval) return;
  if (const Status status = save(trainer); !status) report_status(status);  // prints the error
}

Status CheckpointFile::save(const train::Trainer& trainer) {
  saved_at_ = Clock::now();
  saved_epoch_ = trainer.progress().epoch;
  if (!communicator_->is_root() || trainer.progress().state == train::Progress::State::failed)
    return success();
  return write_file(path_, checkpointer_.save(trainer));
}

}  // namespace inkling::cli
