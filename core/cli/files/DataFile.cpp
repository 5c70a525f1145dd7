// SPDX-License-Identifier: MIT
#include "core/cli/files/DataFile.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "core/cli/files/Inflater.h"
#include "core/io/DataReader.h"
#include "core/io/DatasetMerger.h"
#include "core/io/IdxReader.h"

namespace inkling::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t chunk_bytes = std::size_t{256} << 10;
constexpr std::uint64_t max_unpacked_bytes = std::uint64_t{8} << 30;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

Error read_error(int reason) {
  return {std::generic_category().message(reason), Error::Kind::input_output};
}

/// Passes the file, chunk by chunk, to `sink`.
Status read_chunks(const fs::path& path, const Inflater::Sink& sink) {
  if (std::error_code ignored; fs::is_directory(path, ignored)) return read_error(EISDIR);
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return read_error(errno);
  std::vector<char> buffer(chunk_bytes);
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    if (Status status = sink(std::span(buffer).first(size)); !status) return status;
  }
  return std::ferror(file.get()) ? read_error(errno) : success();
}

/// As read_chunks(), but decompresses a file that starts as gzip does.
Status read_decompressed(const fs::path& path, const Inflater::Sink& sink) {
  std::optional<Inflater> inflater;
  bool first = true;
  const auto decompress = [&](std::span<const char> chunk) {
    const bool is_gzip = std::string_view(chunk.data(), chunk.size()).starts_with("\x1f\x8b");
    if (std::exchange(first, false) && is_gzip) inflater.emplace(max_unpacked_bytes);
    return inflater ? inflater->push(chunk, sink) : sink(chunk);
  };
  if (Status status = read_chunks(path, decompress); !status) return status;
  return inflater ? inflater->finish() : success();
}

/// The size of the file, or 0 if it has none, such as a pipe.
std::size_t file_bytes(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t bytes = fs::file_size(path, error);
  return error ? 0 : static_cast<std::size_t>(bytes);
}

template <class Reader>
auto read_with(Reader reader, const fs::path& path) -> decltype(reader.finish()) {
  const Status status =
      read_decompressed(path, [&](std::span<const char> chunk) { return reader.push(chunk); });
  if (!status) return status.error();
  return reader.finish();
}

Error at(const fs::path& path, Error error) {
  return {path.string() + ": " + error.message, error.kind};
}

/// The file of labels beside these images; the first by name if there are several.
std::optional<fs::path> find_labels(const fs::path& images) {
  std::optional<fs::path> labels;
  std::error_code error;  // an unreadable folder has no labels
  const fs::path folder = images.has_parent_path() ? images.parent_path() : ".";
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!io::are_paired_names(images.filename().string(), name)) continue;
    if (std::error_code ignored; !entry->is_regular_file(ignored)) continue;
    if (!labels || name < labels->filename().string()) labels = images.parent_path() / name;
  }
  return labels;
}

Result<io::Import> with_labels(io::Import import, const fs::path& path, const fs::path& labels_path) {
  Result<std::vector<std::uint8_t>> labels = read_with(io::IdxReader(io::IdxContent::labels), labels_path);
  if (!labels) return at(labels_path, labels.error());
  io::ImportedFile images{path.string(), false, std::move(import)};
  const Status added = io::add_labels(images, labels_path.string(), std::move(labels).value());
  if (!added) return added.error();
  images.import.summary.details = "images with labels from " + labels_path.filename().string();
  return std::move(images.import);
}

}  // namespace

Result<io::Import> load_data(const fs::path& path, io::BadRows bad_rows) {
  io::DataReader reader(io::LabelFiles::reject, bad_rows);
  reader.set_expected_size(file_bytes(path));  // a hint only: a gzip file unpacks to more
  Result<io::Import> import = read_with(std::move(reader), path);
  if (!import) return at(path, import.error());
  if (import.value().summary.format != "IDX") return import;
  const std::optional<fs::path> labels = find_labels(path);
  return labels ? with_labels(std::move(import).value(), path, *labels) : std::move(import);
}

}  // namespace inkling::cli
