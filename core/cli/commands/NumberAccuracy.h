// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "core/base/ThreadPool.h"
#include "core/cli/output/MetricsJson.h"
#include "core/io/Import.h"
#include "core/model/Model.h"

namespace inkling::cli {

/// The share of synthetic numbers of 2 to 6 digits that a model reads without a mistake. The numbers are made
/// from the labelled strokes of `data`, `count` of each length, with gaps and with overlaps, as strokes and
/// as photos: [{"source": "strokes", "spacing": "gaps", "digits": 2, "accuracy": ..}, ...]
Json number_accuracy(const model::Model& model, const io::Import& data, std::size_t count, ThreadPool& pool);

void print_number_accuracy(const Json& accuracies);

}  // namespace inkling::cli
