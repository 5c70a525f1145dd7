#include "core/cli/train/CheckpointFile.h"

#include <cstdio>

#include "core/cli/ExitCode.h"
#include "core/cli/files/File.h"
#include "core/cli/mpi/Processes.h"

namespace inkling::cli {

namespace {

constexpr std::chrono::seconds longest_pause{10};
constexpr std::uintmax_t largest_checkpoint = std::uintmax_t{1} << 30;

using Bytes = std::vector<std::uint8_t>;

/// The file's bytes; none where there is no file.
Result<Bytes> read_if_there(const std::filesystem::path& path) {
  if (std::error_code problem; !std::filesystem::exists(path, problem)) return Bytes();
  return read_file(path, largest_checkpoint);
}

/// The same for all processes, read by the first.
Result<Bytes> read_for_all(const std::filesystem::path& path, distributed::Communicator& communicator) {
  Result<Bytes> bytes = communicator.is_root() ? read_if_there(path) : Bytes();
  const Status status = broadcast_status(bytes ? success() : Status(bytes.error()), communicator);
  if (!status) return status.error();
  communicator.broadcast(bytes.value());
  return bytes;
}

}  // namespace

CheckpointFile::CheckpointFile(std::filesystem::path path, const train::Trainer& trainer,
                               distributed::Communicator& communicator)
    : path_(std::move(path)), checkpoints_(trainer), communicator_(&communicator) {}

Status CheckpointFile::resume(train::Trainer& trainer) {
  const auto bytes = read_for_all(path_, *communicator_);
  if (!bytes) return bytes.error();
  if (bytes.value().empty()) {
    std::fprintf(stderr, "There is no checkpoint in %s yet: the training starts anew.\n", path_.c_str());
    return success();
  }
  if (const Status status = checkpoints_.restore(bytes.value(), trainer); !status)
    return Error{path_.string() + ": " + status.error().message, status.error().kind};
  epochs_written_ = trainer.progress().epoch;
  std::fprintf(stderr, "The training goes on from %s, after %d of %d epochs.\n", path_.c_str(),
               epochs_written_, trainer.progress().epochs);
  return success();
}

void CheckpointFile::keep_up(const train::Trainer& trainer) {
  const int epochs = trainer.progress().epoch;
  if (epochs == epochs_written_ && Clock::now() - written_ < longest_pause) return;
  if (const Status status = write(trainer); !status) exit_code_of(status);
}

Status CheckpointFile::write(const train::Trainer& trainer) {
  written_ = Clock::now();
  epochs_written_ = trainer.progress().epoch;
  if (!communicator_->is_root() || trainer.progress().state == train::Progress::State::failed)
    return success();
  return write_file(path_, checkpoints_.write(trainer));
}

}  // namespace inkling::cli
