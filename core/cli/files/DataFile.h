// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "core/base/Result.h"
#include "core/io/Import.h"

namespace inkling::cli {

/// Reads a data file of any supported format, compressed with gzip or not: CSV, strokes, or IDX images. Takes
/// the labels of IDX images from the file next to them with MNIST's name for it (train-images-idx3-ubyte and
/// train-labels-idx1-ubyte, also with a dot for the dash before "idx", or compressed). Without that file the
/// images are unlabelled. Errors start with the path. Their kind is input_output if the file can't be read,
/// bad_data if its contents are rejected.
Result<io::Import> load_data(const std::filesystem::path& path, io::BadRows bad_rows = io::BadRows::skip);

}  // namespace inkling::cli
