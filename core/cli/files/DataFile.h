#pragma once

#include <filesystem>

#include "core/base/Result.h"
#include "core/io/Import.h"

namespace inkling::cli {

/// Reads a data file of any form, packed with gzip or not: CSV, strokes, or IDX images, whose labels are
/// taken from the file that is beside them under MNIST's names (train-images-idx3-ubyte,
/// train-labels-idx1-ubyte; with a dot for the dash before "idx", or packed, too). Without that file the
/// images come unlabelled. Errors start with the path: of kind input_output if it cannot be read, bad_data if
/// its contents are refused.
Result<io::Import> load_data(const std::filesystem::path& path, io::BadRows bad_rows = io::BadRows::omitted);

/// Says on stderr what of this file was repaired and left out, if anything was.
void tell_damage(const std::filesystem::path& path, const io::ImportSummary& summary);

}  // namespace inkling::cli
