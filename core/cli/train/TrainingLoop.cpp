#include "core/cli/train/TrainingLoop.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

#include "core/cli/mpi/Processes.h"
#include "core/cli/output/ProgressLine.h"
#include "core/cli/train/CheckpointFile.h"
#include "core/cli/train/Report.h"
#include "core/cli/train/SignalGuard.h"

namespace inkling::cli {

namespace {

/// The signal that any of the processes was sent, so that all of them stop after the same step.
int signal_to_any(const std::optional<SignalGuard>& interruption, distributed::Communicator& communicator) {
  return interruption ? all_reduce_max(interruption->signal(), communicator) : 0;
}

/// Tells how a training goes while it does.
class ProgressPrinter {
 public:
  ProgressPrinter(const train::Trainer& trainer, bool quiet)
      : trainer_(&trainer),
        quiet_(quiet),
        images_before_(trainer.progress().images_seen),
        epochs_told_(trainer.progress().epoch) {}

  /// After each slice.
  void tell(TrainingLoop& course) {
    const train::Progress& progress = trainer_->progress();
    course.images = progress.images_seen - images_before_;
    course.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    const double done =
        (progress.epoch + static_cast<double>(progress.step) / progress.steps) / progress.epochs;
    line_.update(std::min(done, 1.0), progress_text(progress, course));
    if (progress.epoch == epochs_told_) return;
    epochs_told_ = progress.epoch;
    const bool validated = trainer_->validation().size() > 0;
    course.history.push_back(epoch_json(progress, validated));
    line_.clear();
    if (!quiet_) print_epoch(progress, validated);
  }

  void end() { line_.clear(); }

 private:
  using Clock = std::chrono::steady_clock;

  static std::string progress_text(const train::Progress& progress, const TrainingLoop& course) {
    char text[120];
    std::snprintf(text, sizeof text, "epoch %d/%d, loss %.3f, %.0f images/s", progress.epoch + 1,
                  progress.epochs, progress.batch_loss, static_cast<double>(course.images) / course.seconds);
    return text;
  }

  const train::Trainer* trainer_;
  bool quiet_;
  std::int64_t images_before_;
  int epochs_told_;
  Clock::time_point start_ = Clock::now();
  ProgressLine line_;
};

Status stop(CheckpointFile& file, const train::Trainer& trainer, const TrainArguments& arguments) {
  if (Status written = file.write(trainer); !written) return written;
  std::fprintf(stderr, "Stopped in epoch %d of %d; --resume goes on from %s.\n", trainer.progress().epoch + 1,
               trainer.progress().epochs, arguments.checkpoint.c_str());
  return success();
}

}  // namespace

Result<TrainingLoop> run(train::Trainer& trainer, const TrainArguments& arguments,
                         distributed::Communicator& communicator) {
  std::optional<CheckpointFile> file;
  std::optional<SignalGuard> interruption;
  if (!arguments.checkpoint.empty()) {
    file.emplace(arguments.checkpoint, trainer, communicator);
    if (arguments.resume) {
      if (const Status resumed = file->resume(trainer); !resumed) return resumed.error();
    }
    interruption.emplace(communicator.size() > 1);
  }
  TrainingLoop course;
  ProgressPrinter narrator(trainer, arguments.json);
  while (trainer.running() && course.signal == 0) {
    trainer.advance();
    narrator.tell(course);
    if (file) file->keep_up(trainer);
    course.signal = signal_to_any(interruption, communicator);
  }
  narrator.end();
  if (course.signal == 0) return course;
  interruption->obeyed();
  if (const Status stopped = stop(*file, trainer, arguments); !stopped) return stopped.error();
  return course;
}

}  // namespace inkling::cli
