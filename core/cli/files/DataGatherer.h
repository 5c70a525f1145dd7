// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/cli/files/Inflater.h"
#include "core/io/DatasetMerger.h"
#include "core/io/Import.h"
#include "core/io/pictures/LabelledPictures.h"

namespace inkling::cli {

/// Makes one dataset of the files in a folder or an archive: tables, arrays, strokes, pictures and their
/// labels, and archives of these. What cannot be used is skipped and reported, clutter silently.
class DataGatherer {
 public:
  DataGatherer(io::BadRows bad_rows, io::LabelRule label_rule)
      : bad_rows_(bad_rows), label_rule_(label_rule), pictures_(label_rule) {}

  /// Passes the contents of a file, piece by piece, to a sink.
  using Contents = std::function<Status(const Inflater::Sink&)>;

  void add(const std::string& name, const Contents& contents) { add(name, contents, 0); }

  /// Adds the files of an archive.
  Status add_zip(const std::string& name, std::span<const char> archive) { return add_zip(name, archive, 0); }

  /// Fails if nothing can be used. Call once.
  Result<io::Import> finish();

 private:
  void add(const std::string& name, const Contents& contents, int depth);
  Status add_zip(const std::string& name, std::span<const char> archive, int depth);
  Status read(const std::string& name, const Contents& contents, int depth);
  Status take(const std::string& name, std::span<const char> bytes, int depth);
  Status take_import(const std::string& name, Result<io::Import> import);
  Status finish_pictures();

  io::BadRows bad_rows_;
  io::LabelRule label_rule_;
  std::size_t files_ = 0;
  std::uint64_t bytes_ = 0;
  io::LabelledPictures pictures_;
  std::vector<io::ImportedFile> imports_;
  std::vector<io::SkippedFile> skipped_;
};

}  // namespace inkling::cli
