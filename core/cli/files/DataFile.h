// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

#include "core/base/Result.h"
#include "core/io/FileFormat.h"
#include "core/io/Import.h"
#include "core/io/LabelTable.h"

namespace inkling::cli {

/// What load_data() reads, for help texts.
inline const std::string data_formats =
    std::string(io::format_list) + ", or a folder or ZIP of these or of images";

/// What to do to images after they are read.
struct ImageChanges {
  bool invert = false, transpose = false;
  std::string classes;  // to choose or rename, see io::parse_class_choice(), or the path of a file of them
  bool ignore_labels = false;  // as if there were none
};

/// Reads a data file of any supported format, compressed with gzip or not: CSV, strokes, or images as IDX or
/// NumPy. Takes the labels of the latter from the file next to them with the paired name for it (see
/// io::are_paired_names()). Without that file the images are unlabelled. Of a folder or a ZIP archive, all
/// files are used that can be (see DataGatherer). Errors start with the path. Their kind is input_output if
/// the file can't be read, bad_data if its contents are rejected.
Result<io::Import> load_data(const std::filesystem::path& path, io::BadRows bad_rows = io::BadRows::skip,
                             io::LabelRule label_rule = io::LabelRule::find_out);

/// As load_data(), with the images changed and only those of the chosen classes.
Result<io::Import> load_images(const std::filesystem::path& path, const ImageChanges& changes,
                               io::BadRows bad_rows = io::BadRows::skip);

}  // namespace inkling::cli
