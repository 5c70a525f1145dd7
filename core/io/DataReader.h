#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "core/base/Result.h"
#include "core/io/CsvReader.h"
#include "core/io/IdxReader.h"
#include "core/io/Import.h"
#include "core/io/StrokesReader.h"

namespace inkling::io {

/// What to do with an IDX file of labels, whose images are in another one.
enum class LabelsAlone { refused, accepted };

/// Reads a file of any supported form (CSV, IDX, strokes) from chunks of any size, told apart by its
/// first bytes. Compressed files are refused: whoever opens files unpacks them on the way.
class DataReader {
 public:
  explicit DataReader(LabelsAlone labels_alone = LabelsAlone::refused, BadRows bad_rows = BadRows::omitted)
      : labels_alone_(labels_alone), bad_rows_(bad_rows) {}

  /// Tells how long the file is, if that is known and before its first bytes: memory is then taken once.
  void expect(std::size_t bytes) { expected_bytes_ = bytes; }

  /// Refuses with a sentence; so does every later call then.
  Status push(std::span<const char> chunk);

  /// To be called once, after the last chunk. IDX images come without labels, which are in another file (see
  /// join), and that one, where it is accepted, as labels without images; strokes come drawn, with their inks
  /// and writers.
  Result<Import> finish();

  /// Images so far.
  std::size_t rows_read() const;

 private:
  Status start();
  Status pass_on(std::span<const char> chunk);
  Status remember(Status status);

  LabelsAlone labels_alone_;
  BadRows bad_rows_;
  std::size_t expected_bytes_ = 0;
  std::string first_bytes_;  // kept until they tell the kind
  std::variant<std::monostate, CsvReader, IdxReader, StrokesReader> reader_;
  std::optional<Error> refusal_;
};

}  // namespace inkling::io
