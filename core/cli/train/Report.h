// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/cli/output/MetricsJson.h"
#include "core/data/TrainingSet.h"
#include "core/train/Trainer.h"

namespace inkling::cli {

/// Prints a line for the epoch that has just ended.
void print_epoch(const train::Progress& progress, bool validated);

/// {"epoch": .., "training": {..}, "validation": {..}}, the last only where images are held out.
Json epoch_json(const train::Progress& progress, bool validated);

/// The report on finished training. This process trained on `images` in `seconds`; `history` has its epochs.
Json report_json(const train::Trainer& trainer, const Json& history, std::int64_t images, double seconds);

/// How the selected weights read the held-out images of each source:
/// [{"source": .., "images": .., "accuracy": .., "loss": ..}], the last two only where there are images.
Json sources_json(const train::Trainer& trainer, const std::vector<data::Source>& sources, ThreadPool& pool,
                  distributed::Communicator& communicator);

/// Prints report_json() for people; `model` is the file that was written.
void print_report(const Json& report, const std::filesystem::path& model);

}  // namespace inkling::cli
