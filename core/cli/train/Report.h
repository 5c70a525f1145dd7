#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/cli/output/Json.h"
#include "core/data/TrainingSet.h"
#include "core/train/Trainer.h"

namespace inkling::cli {

/// A line on stdout for the epoch that has just ended.
void print_epoch(const train::Progress& progress, bool validated);

/// The same: {"epoch": .., "training": {..}, "validation": {..}}, the last only if something is held out.
Json epoch_json(const train::Progress& progress, bool validated);

/// What went on, in one object; `history` has the epochs of this run of the command. `images` were trained on
/// in `seconds` of it.
Json report_json(const train::Trainer& trainer, const Json& history, std::int64_t images, double seconds);

/// How the kept weights read what was held out of each source:
/// [{"source": .., "images": .., "accuracy": .., "loss": ..}], the last two only where there are images.
Json sources_json(const train::Trainer& trainer, const std::vector<data::Source>& sources, ThreadPool& pool,
                  distributed::Communicator& communicator);

/// What report_json() made, in words on stdout; `model` is where the model was written.
void print_report(const Json& report, const std::filesystem::path& model);

}  // namespace inkling::cli
