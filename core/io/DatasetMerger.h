// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/io/Import.h"

namespace inkling::io {

/// A file that was read completely.
struct ImportedFile {
  std::string name;  // with its folders
  bool optional;     // not chosen itself, only found in a folder or an archive
  Import import;     // images, or just labels from an IDX file
};

struct MergedDataset {
  Import import;
  std::vector<SkippedFile> skipped;  // optional files only
};

/// Adds the labels, with their classes, read from an IDX or NumPy file of their own. Fails if the
/// counts differ.
Status add_labels(ImportedFile& images, ImportedFile labels);

/// Merges files into one dataset, in their order. An optional file that is the packed copy of another is
/// skipped. Labels of IDX and NumPy files are paired with the images whose file name matches (see
/// are_paired_names()), otherwise with the only images of the same number. Labelled and unlabelled images do
/// not mix: optional files are then skipped, and others are an error, as are images and labels that do not
/// match.
class DatasetMerger {
 public:
  explicit DatasetMerger(std::vector<ImportedFile> files);

  /// Call once.
  Result<MergedDataset> merge();

 private:
  using Matches = bool (*)(const ImportedFile& images, const ImportedFile& labels);

  void skip_packed_copies();
  Status pair_labels(Matches matches);
  ImportedFile* find_images(const ImportedFile& labels, Matches matches);
  Status skip_unpaired_labels();
  Status skip_unlabelled();
  Status skip(const ImportedFile& file, Error reason);
  Result<MergedDataset> append_all();

  std::vector<ImportedFile> files_;
  std::vector<SkippedFile> skipped_;
};

}  // namespace inkling::io
