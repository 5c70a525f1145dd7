// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "core/data/Dataset.h"

namespace inkling::io {

/// The header of Kaggle's train.csv, "label,pixel0,pixel1,...", with its line break.
std::string csv_header();

/// Rows `begin` to `end` (exclusive) as lines of a train.csv, labelled with the names of their classes.
/// `labels` [images] replace the dataset's own; rows labelled data::excluded are skipped.
std::string csv_rows(const data::Dataset& dataset, std::span<const std::uint8_t> labels, std::size_t begin,
                     std::size_t end);

/// The predicted labels as a submission to Kaggle's Digit Recognizer: "ImageId,Label", then a line for each
/// image, with the name of its class. `ids` [images] are the file's own; without them they start at 1. Lines
/// end with LF as in Kaggle's sample_submission.csv.
std::string submission_csv(std::span<const std::uint8_t> labels, const ClassNames& classes,
                           std::span<const std::string> ids = {});

}  // namespace inkling::io
