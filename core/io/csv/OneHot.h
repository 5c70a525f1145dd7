// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "core/io/csv/CsvColumns.h"

namespace inkling::io {

/// Whether ten columns from `first` have a single 1 in each of the rows that have this many columns.
bool is_one_hot(std::span<const CsvCells> rows, std::size_t columns, std::size_t first);

/// The label that a 1 in each column says, by the columns' names ("d9", "is_nine", "9"), if these are 0 to 9
/// or 1 to 10 in any order, otherwise by its place. `names` are those of the ten columns, or empty.
std::vector<std::string> one_hot_labels(std::span<const std::string> names);

}  // namespace inkling::io
