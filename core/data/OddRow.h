#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/data/Damage.h"
#include "core/data/TableForm.h"

namespace inkling {

/// Reads a row that is not plain (see read_plain_row) into `values`, one for each column; an index is not
/// kept. A cell that is missing or not a number becomes 0 and is put down in `damage`. Returns what is wrong
/// with a row that cannot be used, which is one of another length, with a label that is not 0 to 9 or with a
/// pixel outside the form's scale; of its cells nothing is put down. `row` is its place in the file.
std::optional<RefusedRow> read_odd_row(std::string_view line, std::size_t row, const TableForm& form,
                                       std::span<std::uint8_t> values, Damage& damage);

}  // namespace inkling
