// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "core/base/Result.h"
#include "core/io/Import.h"
#include "core/io/LabelTable.h"
#include "core/io/arrays/IdxReader.h"
#include "core/io/arrays/NpyReader.h"
#include "core/io/csv/CsvReader.h"
#include "core/io/strokes/StrokesReader.h"

namespace inkling::io {

/// What to do with an IDX or NumPy file of labels, whose images are in another file.
enum class LabelFiles { reject, accept };

/// Reads a file of any supported format (CSV, IDX, NumPy, strokes) in chunks of any size and detects the
/// format from its first bytes. Compressed files are an error: the caller decompresses them.
class DataReader {
 public:
  explicit DataReader(LabelFiles label_files = LabelFiles::reject, BadRows bad_rows = BadRows::skip,
                      LabelRule label_rule = LabelRule::find_out)
      : label_files_(label_files), bad_rows_(bad_rows), label_rule_(label_rule) {}

  /// Announces the file's size, so that memory is allocated once. Only a hint; call it before push().
  void set_expected_size(std::size_t bytes) { expected_bytes_ = bytes; }

  /// After an error, every further call returns the same error.
  Status push(std::span<const char> chunk);

  /// Call once, after the last chunk. IDX and NumPy images come without labels, which are in another file
  /// (see DatasetMerger); that file, if accepted, comes as labels without pixels. Strokes come rendered, with
  /// inks and writers.
  Result<Import> finish();

  /// Images so far.
  std::size_t rows_read() const;

 private:
  Status start();
  Status forward(std::span<const char> chunk);
  Status remember(Status status);

  LabelFiles label_files_;
  BadRows bad_rows_;
  LabelRule label_rule_;
  std::size_t expected_bytes_ = 0;
  std::string first_bytes_;  // collected until the format is known
  std::variant<std::monostate, CsvReader, IdxReader, NpyReader, StrokesReader> reader_;
  std::optional<Error> error_;
};

}  // namespace inkling::io
