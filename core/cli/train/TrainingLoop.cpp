// SPDX-License-Identifier: MIT
#include "core/cli/train/TrainingLoop.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>

#include "core/cli/mpi/Processes.h"
#include "core/cli/output/Print.h"
#include "core/cli/output/ProgressLine.h"
#include "core/cli/train/CheckpointFile.h"
#include "core/cli/train/Report.h"
#include "core/cli/train/SignalGuard.h"

namespace inkling::cli {

namespace {

/// Records a run's speed and epochs, and prints them.
class ProgressPrinter {
 public:
  ProgressPrinter(const train::Trainer& trainer, bool quiet)
      : trainer_(&trainer),
        quiet_(quiet),
        first_image_(trainer.progress().images_seen),
        printed_epoch_(trainer.progress().epoch) {}

  /// Call after each slice.
  void update(TrainingRun& run) {
    const train::Progress& progress = trainer_->progress();
    run.images = progress.images_seen - first_image_;
    run.seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    const double done =
        (progress.epoch + static_cast<double>(progress.step) / progress.steps) / progress.epochs;
    line_.update(std::min(done, 1.0), progress_text(progress, run));
    if (progress.epoch == printed_epoch_) return;
    printed_epoch_ = progress.epoch;
    const bool validated = trainer_->validation().size() > 0;
    run.history.push_back(epoch_json(progress, validated));
    line_.clear();
    if (!quiet_) print_epoch(progress, validated);
  }

  void finish() { line_.clear(); }

 private:
  using Clock = std::chrono::steady_clock;

  static std::string progress_text(const train::Progress& progress, const TrainingRun& run) {
    char text[120];
    std::snprintf(text, sizeof text, "epoch %d/%d, loss %.3f, %.0f images/s", progress.epoch + 1,
                  progress.epochs, progress.batch_loss, static_cast<double>(run.images) / run.seconds);
    return text;
  }

  const train::Trainer* trainer_;
  bool quiet_;
  std::int64_t first_image_;
  int printed_epoch_;
  Clock::time_point start_ = Clock::now();
  ProgressLine line_;
};

}  // namespace

Result<TrainingRun> run_training(train::Trainer& trainer, const TrainArguments& arguments,
                                 distributed::Communicator& communicator) {
  std::optional<CheckpointFile> checkpoint;
  std::optional<SignalGuard> signals;
  if (!arguments.checkpoint.empty()) {
    checkpoint.emplace(arguments.checkpoint, trainer, communicator);
    if (arguments.resume) {
      if (const Status resumed = checkpoint->resume(trainer); !resumed) return resumed.error();
    }
    signals.emplace(communicator.size() > 1);
  }
  TrainingRun run;
  ProgressPrinter printer(trainer, arguments.json);
  while (trainer.running() && run.signal == 0) {
    trainer.advance();
    printer.update(run);
    if (checkpoint) checkpoint->save_if_due(trainer);
    // A signal to any process stops all of them after the same step.
    if (signals) run.signal = all_reduce_max(signals->signal(), communicator);
  }
  printer.finish();
  if (run.signal == 0) return run;
  signals->cancel_timeout();
  if (const Status saved = checkpoint->save(trainer); !saved) return saved.error();
  std::fprintf(stderr, "Stopped in epoch %d of %d. Continue from %s with --resume.\n",
               trainer.progress().epoch + 1, trainer.progress().epochs,
               printable(arguments.checkpoint).c_str());
  return run;
}

}  // namespace inkling::cli
