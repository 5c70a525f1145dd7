// SPDX-License-Identifier: MIT
#include "core/io/DatasetMerger.h"

#include <algorithm>
#include <utility>

#include "core/base/Text.h"
#include "core/io/LabelTable.h"
#include "core/io/arrays/IdxReader.h"

namespace inkling::io {

namespace {

Error about(const std::string& file, Error error) {
  error.message.insert(0, file + ": ");
  error.values.push_back({"file", file});
  return error;
}

bool is_labels_only(const ImportedFile& file) {
  return file.import.dataset.pixels.empty() && file.import.dataset.labelled();
}

bool is_unlabelled(const ImportedFile& file) {
  return !file.import.dataset.labelled();
}

bool needs_labels(const ImportedFile& file) {
  const std::string& format = file.import.summary.format;
  return (format == "IDX" || format == "NumPy") && is_unlabelled(file);
}

bool has_paired_name(const ImportedFile& images, const ImportedFile& labels) {
  return are_paired_names(images.name, labels.name);
}

bool has_same_count(const ImportedFile& images, const ImportedFile& labels) {
  return images.import.dataset.size() == labels.import.dataset.labels.size();
}

}  // namespace

Status add_labels(ImportedFile& images, ImportedFile labels) {
  data::Dataset& dataset = images.import.dataset;
  data::Dataset& added = labels.import.dataset;
  if (dataset.size() != added.labels.size()) {
    return about(images.name, Error{pluralize(dataset.size(), "image") + ", but " + labels.name + " has " +
                                    pluralize(added.labels.size(), "label") + "."}
                                  .with_code("labelCount", {{"images", dataset.size()},
                                                            {"other", labels.name},
                                                            {"labels", added.labels.size()}}));
  }
  dataset.labels = std::move(added.labels);
  dataset.classes = std::move(added.classes);
  FormatDetails& details = images.import.summary.details;
  details = {{FormatFact::images_with_labels}};
  const FormatDetail has_ten{FormatFact::ten_is_zero};
  if (std::ranges::count(labels.import.summary.details, has_ten) > 0) settle_ten(dataset, details);
  add_class_count(details, dataset.classes);
  ++images.import.summary.files;
  return success();
}

DatasetMerger::DatasetMerger(std::vector<ImportedFile> files) : files_(std::move(files)) {
  for (ImportedFile& file : files_) set_file(file.import.summary.report, file.name);
}

Result<MergedDataset> DatasetMerger::merge() {
  skip_packed_copies();
  if (Status status = pair_labels(has_paired_name); !status) return status.error();
  if (Status status = pair_labels(has_same_count); !status) return status.error();
  if (Status status = skip_unpaired_labels(); !status) return status.error();
  if (Status status = skip_unlabelled(); !status) return status.error();
  return append_all();
}

/// Tools that download MNIST leave each file packed beside the unpacked one. Both would count twice.
void DatasetMerger::skip_packed_copies() {
  const auto is_copy = [this](const ImportedFile& file) {
    const auto is_original = [&file](const ImportedFile& other) {
      return file.name == other.name + ".gz" && file.import.dataset.pixels == other.import.dataset.pixels &&
             file.import.dataset.labels == other.import.dataset.labels;
    };
    const bool copy = file.optional && std::ranges::any_of(files_, is_original);
    if (copy) {
      Error reason{"This file has the same data as the unpacked one beside it."};
      skipped_.push_back({file.name, std::move(reason).with_code("packedCopy")});
    }
    return copy;
  };
  std::vector<ImportedFile> kept;
  std::vector<bool> copies;  // found before anything is moved
  for (const ImportedFile& file : files_) copies.push_back(is_copy(file));
  for (std::size_t index = 0; index < files_.size(); ++index)
    if (!copies[index]) kept.push_back(std::move(files_[index]));
  files_ = std::move(kept);
}

Status DatasetMerger::pair_labels(Matches matches) {
  for (std::size_t index = 0; index < files_.size();) {
    ImportedFile& labels = files_[index];
    ImportedFile* const images = is_labels_only(labels) ? find_images(labels, matches) : nullptr;
    if (!images) {
      ++index;
      continue;
    }
    const Status added = add_labels(*images, std::move(labels));
    if (!added) return added;
    files_.erase(files_.begin() + static_cast<std::ptrdiff_t>(index));
  }
  return success();
}

/// Null where no file of images matches these labels, or more than one.
ImportedFile* DatasetMerger::find_images(const ImportedFile& labels, Matches matches) {
  ImportedFile* images = nullptr;
  for (ImportedFile& file : files_) {
    if (!needs_labels(file) || !matches(file, labels)) continue;
    if (images) return nullptr;
    images = &file;
  }
  return images;
}

Status DatasetMerger::skip_unpaired_labels() {
  for (const ImportedFile& file : files_) {
    if (!is_labels_only(file)) continue;
    const std::size_t labels = file.import.dataset.labels.size();
    const Status skipped = skip(file, Error{"No images for these " + pluralize(labels, "label") +
                                            ". Choose images and labels together."}
                                          .with_code("labelsAlone", {{"labels", labels}}));
    if (!skipped) return skipped;
  }
  std::erase_if(files_, is_labels_only);
  return success();
}

Status DatasetMerger::skip_unlabelled() {
  if (std::ranges::all_of(files_, is_unlabelled)) return success();
  for (const ImportedFile& file : files_) {
    if (!is_unlabelled(file)) continue;
    Error reason = Error{"This file has no labels, but others do."}.with_code("unlabelledFile");
    if (needs_labels(file)) {
      reason.message += " Add the file of its labels.";
      reason.code = "labelFileMissing";
    }
    const Status skipped = skip(file, std::move(reason));
    if (!skipped) return skipped;
  }
  std::erase_if(files_, is_unlabelled);
  return success();
}

/// Fails if the file is not optional.
Status DatasetMerger::skip(const ImportedFile& file, Error reason) {
  if (!file.optional) return about(file.name, std::move(reason));
  skipped_.push_back({file.name, std::move(reason)});
  return success();
}

Result<MergedDataset> DatasetMerger::append_all() {
  if (files_.empty() && skipped_.empty()) return Error{"No data found."}.with_code("noFiles");
  if (files_.empty()) return about(skipped_.front().name, std::move(skipped_.front().reason));
  MergedDataset merged{std::move(files_.front().import), std::move(skipped_)};
  for (std::size_t index = 1; index < files_.size(); ++index) {
    Import& more = files_[index].import;
    if (Status status = check_append(merged.import, more); !status) return status.error();
    append(merged.import, std::exchange(more, {}));
  }
  return merged;
}

}  // namespace inkling::io
