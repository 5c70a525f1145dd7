// SPDX-License-Identifier: MIT
#include "core/cli/files/DataGatherer.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "core/base/FileSignature.h"
#include "core/cli/files/ZipArchive.h"
#include "core/cli/images/ImageDecoder.h"
#include "core/io/DataReader.h"
#include "core/io/pictures/PictureLabels.h"

namespace inkling::cli {

namespace {

constexpr std::size_t max_files = 1'000'000;
constexpr std::uint64_t max_total_bytes = std::uint64_t{8} << 30;
constexpr std::size_t max_whole_bytes = std::size_t{1} << 30;  // of a picture or an archive inside another
constexpr int max_depth = 3;

bool is_whole(std::string_view start) {
  const std::string_view name = identify_file(start);
  return name == "a ZIP archive" || name.ends_with(" image");
}

}  // namespace

void DataGatherer::add(const std::string& name, const Contents& contents, int depth) {
  if (io::is_clutter(name)) return;
  Status status = ++files_ <= max_files ? read(name, contents, depth) : Error{"There are too many files."};
  if (!status) skipped_.push_back({name, status.error()});
}

Status DataGatherer::add_zip(const std::string& name, std::span<const char> archive, int depth) {
  const auto entries = list_zip(archive);
  if (!entries) return entries.error();
  for (const ZipEntry& entry : entries.value()) {
    const auto contents = [&entry](const Inflater::Sink& sink) { return unpack(entry, sink); };
    add(name.empty() ? entry.name : name + "/" + entry.name, contents, depth + 1);
  }
  return success();
}

/// Tables and arrays are read piece by piece. Pictures and archives are needed as a whole.
Status DataGatherer::read(const std::string& name, const Contents& contents, int depth) {
  io::DataReader reader(io::LabelFiles::accept, bad_rows_, label_rule_);
  std::string start;
  std::optional<bool> whole;
  const auto take_piece = [&](std::span<const char> piece) -> Status {
    bytes_ += piece.size();
    if (bytes_ > max_total_bytes) return Error{"The files unpack to more than 8 GB."};
    if (whole == false) return reader.push(piece);
    start.append(piece.data(), piece.size());
    if (start.size() > max_whole_bytes) return Error{"This file is larger than 1 GB."};
    if (whole || start.size() < signature_bytes) return success();
    whole = is_whole(start);
    return *whole ? success() : reader.push(std::exchange(start, {}));
  };
  Gunzip gunzip(max_total_bytes);
  Status status = contents([&](std::span<const char> piece) { return gunzip.push(piece, take_piece); });
  if (status) status = gunzip.finish(take_piece);
  if (!status) return status;
  if (whole.value_or(is_whole(start))) return take(name, start, depth);
  if (!whole && !(status = reader.push(start))) return status;
  return take_import(name, reader.finish());
}

Status DataGatherer::take(const std::string& name, std::span<const char> bytes, int depth) {
  if (identify_file({bytes.data(), std::min(bytes.size(), signature_bytes)}) == "a ZIP archive") {
    return depth < max_depth ? add_zip(name, bytes, depth) : Error{"This archive is inside too many others."};
  }
  const auto image = decode_image({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  if (!image) return image.error();
  return pictures_.add(image.value(), name) ? success() : Error{"Nothing is written in this picture."};
}

Status DataGatherer::take_import(const std::string& name, Result<io::Import> import) {
  if (!import) return import.error();
  pictures_.add_labels(import.value().picture_labels);
  if (import.value().picture_labels.empty()) imports_.push_back({name, true, std::move(import).value()});
  return success();
}

Status DataGatherer::finish_pictures() {
  if (pictures_.empty()) return success();
  auto import = pictures_.finish();
  if (!import) return import.error();
  imports_.push_back({"the pictures", true, std::move(import).value()});
  for (const std::string& path : pictures_.unlabelled()) skipped_.push_back({path, io::unlabelled_picture()});
  return success();
}

Result<io::Import> DataGatherer::finish() {
  if (const Status finished = finish_pictures(); !finished) return finished.error();
  if (imports_.empty()) {
    if (skipped_.empty()) return Error{"no usable data files found."};
    return Error{skipped_.front().name + ": " + skipped_.front().reason.message};
  }
  auto merged = io::DatasetMerger(std::move(imports_)).merge();
  if (!merged) return merged.error();
  io::Import import = std::move(merged.value().import);
  auto& skipped = import.summary.report.skipped_files;
  std::ranges::move(merged.value().skipped, std::back_inserter(skipped_));
  skipped = std::move(skipped_);
  return import;
}

}  // namespace inkling::cli
