// SPDX-License-Identifier: MIT
#include "core/io/DataReader.h"

#include <utility>

#include "core/io/FileFormat.h"

namespace inkling::io {

namespace {

Result<Import> finish(std::monostate, LabelRule /*rule*/) {
  return Error{"This file is empty."}.with_code("emptyFile");
}

Result<Import> finish(CsvReader& reader, LabelRule /*rule*/) {
  return reader.finish();
}

template <class Reader>
Result<Import> finish_array(Reader& reader, const std::string& format, LabelRule rule) {
  auto dataset = reader.finish(rule);
  if (!dataset) return dataset.error();
  Import import;
  import.dataset = std::move(dataset).value();
  import.summary.format = format;
  import.summary.columns = image_pixels;
  import.summary.rows = import.dataset.size();
  import.summary.details = {
      {import.dataset.labelled() ? FormatFact::labels_without_images : FormatFact::images_without_labels}};
  if (reader.has_ten()) import.summary.details.push_back({FormatFact::ten_is_zero});
  return import;
}

Result<Import> finish(IdxReader& reader, LabelRule rule) {
  return finish_array(reader, "IDX", rule);
}

Result<Import> finish(NpyReader& reader, LabelRule rule) {
  return finish_array(reader, "NumPy", rule);
}

Result<Import> finish(StrokesReader& reader, LabelRule /*rule*/) {
  auto samples = reader.finish();
  if (!samples) return samples.error();
  Import import;
  import.dataset = render_samples(samples.value());
  for (StrokeSample& sample : samples.value().samples) {
    import.writers.push_back(std::move(sample.writer));
    import.dataset.inks.push_back(std::move(sample.ink));
  }
  import.summary.format = "strokes";
  import.summary.report = reader.report();
  import.summary.rows = import.dataset.size();
  import.summary.details = {
      {import.dataset.labelled() ? FormatFact::labelled_strokes : FormatFact::unlabelled_strokes}};
  if (samples.value().labels.has_ten) settle_ten(import.dataset, import.summary.details);
  add_class_count(import.summary.details, import.dataset.classes);
  return import;
}

std::size_t rows_read(std::monostate) {
  return 0;
}
std::size_t rows_read(const CsvReader& reader) {
  return reader.rows_read();
}
std::size_t rows_read(const IdxReader& reader) {
  return reader.items_read();
}
std::size_t rows_read(const NpyReader& reader) {
  return reader.items_read();
}
std::size_t rows_read(const StrokesReader& reader) {
  return reader.samples_read();
}

}  // namespace

Status DataReader::push(std::span<const char> chunk) {
  if (error_) return *error_;
  if (!std::holds_alternative<std::monostate>(reader_)) return remember(forward(chunk));
  first_bytes_.append(chunk.data(), chunk.size());
  return first_bytes_.size() < format_probe_bytes ? success() : remember(start());
}

Result<Import> DataReader::finish() {
  if (error_) return *error_;
  if (!first_bytes_.empty()) {
    if (Status status = remember(start()); !status) return status.error();
  }
  return std::visit([this](auto& reader) { return io::finish(reader, label_rule_); }, reader_);
}

std::size_t DataReader::rows_read() const {
  return std::visit([](const auto& reader) { return io::rows_read(reader); }, reader_);
}

Status DataReader::start() {
  const std::string bytes = std::exchange(first_bytes_, {});
  const Result<FileFormat> format = detect_format(bytes);
  if (!format) return format.error();
  std::optional<ArrayContent> accepted;
  if (label_files_ == LabelFiles::reject) accepted = ArrayContent::images;
  switch (format.value()) {
    case FileFormat::csv:
      reader_.emplace<CsvReader>(bad_rows_, label_rule_).set_expected_size(expected_bytes_);
      break;
    case FileFormat::idx:
      reader_.emplace<IdxReader>(accepted);
      break;
    case FileFormat::npy:
      reader_.emplace<NpyReader>(accepted);
      break;
    case FileFormat::strokes:
      reader_.emplace<StrokesReader>(bad_rows_, label_rule_);
      break;
  }
  return forward(bytes);
}

Status DataReader::forward(std::span<const char> chunk) {
  return std::visit(
      [chunk](auto& reader) -> Status {
        if constexpr (requires { reader.push(chunk); }) return reader.push(chunk);
        return success();
      },
      reader_);
}

Status DataReader::remember(Status status) {
  if (!status) error_ = status.error();
  return status;
}

}  // namespace inkling::io
