// SPDX-License-Identifier: MIT
#include "core/cli/files/DataFile.h"

#include <algorithm>
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

#include "core/base/FileSignature.h"
#include "core/cli/files/DataGatherer.h"
#include "core/cli/files/Inflater.h"
#include "core/data/Appearance.h"
#include "core/io/ClassChoice.h"
#include "core/io/DataReader.h"
#include "core/io/DatasetMerger.h"
#include "core/io/arrays/IdxReader.h"

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
  Gunzip gunzip(max_unpacked_bytes);
  const auto push = [&](std::span<const char> chunk) { return gunzip.push(chunk, sink); };
  const Status status = read_chunks(path, push);
  return status ? gunzip.finish(sink) : status;
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

Result<io::Import> with_labels(io::Import import, const fs::path& path, const fs::path& labels_path,
                               io::LabelRule label_rule) {
  auto labels = read_with(io::DataReader(io::LabelFiles::accept, io::BadRows::skip, label_rule), labels_path);
  if (!labels) return at(labels_path, labels.error());
  if (!labels.value().dataset.pixels.empty() || !labels.value().dataset.labelled())
    return Error{labels_path.string() + ": This file has no labels, as its name says."};
  io::ImportedFile images{path.string(), false, std::move(import)};
  const Status added = io::add_labels(images, {labels_path.string(), false, std::move(labels).value()});
  if (!added) return added.error();
  images.import.summary.details.front() = {io::FormatFact::labels_from_file, 0,
                                           labels_path.filename().string()};
  return std::move(images.import);
}

/// The files in a folder and those below it, in the order of their names.
Result<std::vector<fs::path>> list_files(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    if (std::error_code ignored; entry->is_regular_file(ignored)) files.push_back(entry->path());
  if (error) return Error{error.message(), Error::Kind::input_output};
  std::ranges::sort(files);
  return files;
}

Result<io::Import> load_folder(const fs::path& folder, io::BadRows bad_rows, io::LabelRule label_rule) {
  const auto files = list_files(folder);
  if (!files) return files.error();
  DataGatherer gatherer(bad_rows, label_rule);
  for (const fs::path& file : files.value()) {
    const auto contents = [&file](const Inflater::Sink& sink) { return read_chunks(file, sink); };
    gatherer.add(file.lexically_relative(folder).string(), contents);
  }
  return gatherer.finish();
}

Result<io::Import> load_archive(const fs::path& path, io::BadRows bad_rows, io::LabelRule label_rule) {
  constexpr std::uintmax_t max_archive_bytes = std::uintmax_t{4} << 30;
  if (file_bytes(path) > max_archive_bytes) return Error{"too large for an archive (max. 4 GB)."};
  std::vector<char> archive;
  const Status read = read_chunks(path, [&](std::span<const char> chunk) {
    archive.insert(archive.end(), chunk.begin(), chunk.end());
    return success();
  });
  if (!read) return read.error();
  DataGatherer gatherer(bad_rows, label_rule);
  const Status added = gatherer.add_zip("", archive);
  return added ? gatherer.finish() : Result<io::Import>(added.error());
}

/// What identify_file() says of the file's start; empty if it cannot be read.
std::string_view identify(const fs::path& path) {
  char start[signature_bytes];
  const File file(std::fopen(path.c_str(), "rb"));
  return file ? identify_file({start, std::fread(start, 1, sizeof start, file.get())}) : std::string_view();
}

/// A folder or an archive of several files.
std::optional<Result<io::Import>> load_several(const fs::path& path, io::BadRows bad_rows,
                                               io::LabelRule label_rule) {
  std::error_code ignored;
  if (fs::is_directory(path, ignored)) return load_folder(path, bad_rows, label_rule);
  if (fs::is_regular_file(path, ignored) && identify(path) == "a ZIP archive")
    return load_archive(path, bad_rows, label_rule);
  return std::nullopt;
}

}  // namespace

Result<io::Import> load_data(const fs::path& path, io::BadRows bad_rows, io::LabelRule label_rule) {
  if (auto several = load_several(path, bad_rows, label_rule))
    return *several ? std::move(*several) : Result<io::Import>(at(path, several->error()));
  io::DataReader reader(io::LabelFiles::reject, bad_rows, label_rule);
  reader.set_expected_size(file_bytes(path));  // a hint only: a gzip file unpacks to more
  Result<io::Import> import = read_with(std::move(reader), path);
  if (!import) return at(path, import.error());
  if (!import.value().picture_labels.empty())
    return Error{path.string() + ": This table has the labels of pictures. Use the folder that has both."};
  const std::string& format = import.value().summary.format;
  if (format != "IDX" && format != "NumPy") return import;
  const std::optional<fs::path> labels =
      label_rule == io::LabelRule::ignore ? std::nullopt : find_labels(path);
  return labels ? with_labels(std::move(import).value(), path, *labels, label_rule) : std::move(import);
}

namespace {

/// What is typed, or the contents of the file of that name.
Result<io::ClassChoice> load_class_choice(const std::string& text) {
  std::error_code ignored;
  if (!fs::is_regular_file(text, ignored)) return io::parse_class_choice(text);
  std::string contents;
  const Status read = read_chunks(text, [&](std::span<const char> chunk) {
    contents.append(chunk.data(), chunk.size());
    return contents.size() < chunk_bytes ? success() : Error{"This file is too large for names of classes."};
  });
  if (!read) return at(text, read.error());
  auto choice = io::parse_class_choice(contents + "\n");
  return choice ? choice : at(text, choice.error());
}

io::LabelRule label_rule_of(const ImageChanges& changes) {
  if (changes.ignore_labels) return io::LabelRule::ignore;
  return changes.classes.empty() ? io::LabelRule::find_out : io::LabelRule::as_written;
}

}  // namespace

Result<io::Import> load_images(const fs::path& path, const ImageChanges& changes, io::BadRows bad_rows) {
  Result<io::Import> import = load_data(path, bad_rows, label_rule_of(changes));
  if (!import) return import;
  if (changes.invert) data::invert(import.value().dataset);
  if (changes.transpose) data::transpose(import.value().dataset);
  if (changes.classes.empty() || changes.ignore_labels) return import;
  const auto choice = load_class_choice(changes.classes);
  if (!choice) return choice.error();
  const Status chosen = io::choose_classes(import.value(), choice.value());
  return chosen ? std::move(import) : Result<io::Import>(at(path, chosen.error()));
}

}  // namespace inkling::cli
