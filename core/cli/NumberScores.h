#pragma once

#include <cstddef>

#include "core/base/ThreadPool.h"
#include "core/cli/output/Json.h"
#include "core/io/Import.h"
#include "core/model/Model.h"

namespace inkling::cli {

/// How many numbers of 2 to 6 digits a model reads without a mistake, written with gaps and with overlaps,
/// from strokes and from pictures: `count` of each kind, put together from the labelled strokes of `data`.
/// [{"source": "strokes", "spacing": "gaps", "digits": 2, "accuracy": ..}, ...]
Json number_scores(const model::Model& model, const io::Import& data, std::size_t count, ThreadPool& pool);

void print_number_scores(const Json& scores);

}  // namespace inkling::cli
