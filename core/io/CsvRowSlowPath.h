#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/io/CsvDialect.h"
#include "core/io/ImportReport.h"

namespace inkling::io {

/// Reads a row that is not plain (see read_row_fast) into `values`, one for each column; an index is not
/// kept. A cell that is missing or not a number becomes 0 and is put down in `damage`. Returns what is wrong
/// with a row that cannot be used, which is one of another length, with a label that is not 0 to 9 or with a
/// pixel outside the form's scale; of its cells nothing is put down. `row` is its place in the file.
std::optional<RejectedRow> read_row_slow(std::string_view line, std::size_t row, const CsvDialect& form,
                                         std::span<std::uint8_t> values, ImportReport& damage);

}  // namespace inkling::io
