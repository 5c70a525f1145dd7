#pragma once

#include <span>
#include <string_view>

namespace inkling::io {

/// Whether the first row of a CSV file names its columns: it has more names than numbers, or the numbers that
/// tools write as names. Those are all different (0, 1, ... 783), or made so where a data frame took a row of
/// data for names ("5", "0", "0.1", "0.2", "3", "0.3"); no row of pixels looks like either.
bool is_header(std::span<const std::string_view> cells);

/// label, y, class, digit or target, in any case.
bool names_label(std::string_view name);

/// Nothing, id, ImageId, image_id, index or "Unnamed: 0", in any case.
bool names_index(std::string_view name);

}  // namespace inkling::io
