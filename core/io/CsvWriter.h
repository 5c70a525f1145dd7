#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "core/data/Dataset.h"

namespace inkling::io {

/// The header of Kaggle's train.csv with its line's end: "label,pixel0,pixel1,...".
std::string csv_header();

/// Rows `first` up to `end` as lines of a train.csv under `labels`, of all rows, instead of the dataset's
/// own; those that are left out (see Changes) are not among them.
std::string csv_rows(const data::Dataset& dataset, std::span<const std::uint8_t> labels, std::size_t first,
                     std::size_t end);

}  // namespace inkling::io
