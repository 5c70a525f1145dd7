// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/augment/AugmentOptions.h"
#include "core/data/Appearance.h"
#include "core/data/AugmentPreview.h"
#include "core/data/ClassMeans.h"
#include "core/data/DatasetCache.h"
#include "core/data/Duplicates.h"
#include "core/data/LabelOverrides.h"
#include "core/io/ClassChoice.h"
#include "core/io/DataReader.h"
#include "core/io/DatasetMerger.h"
#include "core/io/csv/CsvWriter.h"
#include "core/io/pictures/LabelledPictures.h"
#include "core/synthetic/SyntheticDigits.h"
#include "wasm/Interop.h"

namespace inkling::wasm {

EMSCRIPTEN_DECLARE_VAL_TYPE(FormatFactList)

/// io::FormatDetail with the fact's name.
struct FormatFactEntry {
  std::string fact;
  std::size_t number = 0;
  std::string text;
};

struct DataSummary {
  std::size_t files = 0, images = 0, columns = 0, cells_fixed = 0, rows_rejected = 0;
  bool labelled = false, inverted = false;  // inverted: dark ink on light paper
  std::string format;
  std::string details;                                  // how the files are laid out, in English
  FormatFactList facts{emscripten::val::undefined()};   // the same, for other languages
  std::string orientation;                              // see data::name_of()
  Uint32Array histogram{emscripten::val::undefined()};  // [classes]
  NameList classes{emscripten::val::undefined()};       // their names, by label
};

/// Groups of duplicate images.
struct DuplicateRows {
  Uint32Array rows{emscripten::val::undefined()};      // group by group
  Uint32Array sizes{emscripten::val::undefined()};     // [groups] rows of each
  Uint8Array identical{emscripten::val::undefined()};  // [groups] 1 if all pixels are equal, otherwise 0
};

struct SkippedFileEntry {
  std::string name, reason;  // an error, see error_json()
};

EMSCRIPTEN_DECLARE_VAL_TYPE(CellFixList)
EMSCRIPTEN_DECLARE_VAL_TYPE(RejectedRowList)

EMSCRIPTEN_DECLARE_VAL_TYPE(SkippedFileList)

inline FormatFactList facts_of(const io::FormatDetails& details) {
  std::vector<FormatFactEntry> facts;
  for (const io::FormatDetail& detail : details)
    facts.push_back({std::string(io::name_of(detail.fact)), detail.number, detail.text});
  return to_list<FormatFactList>(facts);
}

/// The page's dataset: imported from pictures and from files, which are read in chunks one after the other;
/// then viewed, edited and trained on. Calls that can fail return an error (see error_json()) or "".
class Data {
 public:
  Data() = default;
  Data(data::Dataset dataset, io::FormatDetails details) {
    import_.dataset = std::move(dataset);
    import_.summary.format = "synthetic";
    import_.summary.details = std::move(details);
  }

  /// From now on, a row that can't be used rejects its whole file.
  void require_all_rows() { bad_rows_ = io::BadRows::fail; }

  /// Starts a file of `bytes` bytes, 0 if unknown. An `optional` file can be skipped, see io::ImportedFile.
  void open(const std::string& name, bool optional, std::size_t bytes) {
    reader_ = io::DataReader(io::LabelFiles::accept, bad_rows_);
    reader_.set_expected_size(bytes);
    part_ = {name, optional, {}};
  }

  std::string push(const Uint8Array& chunk) {
    copy_from(chunk, chunk_);
    return error_json(reader_.push(chunk_));
  }

  /// Ends the file. A file with an error adds nothing.
  std::string close() {
    auto import = reader_.finish();
    reader_ = io::DataReader();
    if (!import) return error_json(import);
    pictures_.add_labels(import.value().picture_labels);
    if (import.value().picture_labels.empty()) add(part_.name, part_.optional, std::move(import).value());
    return "";
  }

  /// Adds a grey picture [height, width], where 0 is black, of one digit. Its label is found by its path, or
  /// in a table, when finish() is called. False if nothing is written in it, or if its size is invalid.
  bool add_picture_at(const Uint8Array& grey, int width, int height, const std::string& path) {
    const auto picture = picture::make_grey_image(width, height, to_vector<std::uint8_t>(grey));
    return picture && pictures_.add(*picture, path);
  }

  void add(const std::string& name, bool optional, io::Import import) {
    parts_.push_back({name, optional, std::move(import)});
  }

  /// Merges the files and pictures into one dataset.
  std::string finish() {
    chunk_ = {};
    if (pictures_.empty() && pictures_.has_labels() && parts_.empty())
      return error_json(
          Error{"This table has the labels of pictures. Choose the pictures with it."}.with_code(
              "labelTableAlone"));
    // Optional: a picture without a label may lie beside labelled data.
    if (!pictures_.empty()) {
      auto pictures = pictures_.finish();
      if (!pictures) return error_json(pictures);
      add("the pictures", true, std::move(pictures).value());
    }
    auto merged = io::DatasetMerger(std::exchange(parts_, {})).merge();
    if (!merged) return error_json(merged);
    import_ = std::move(merged.value().import);
    skipped_ = std::move(merged.value().skipped);
    for (const std::string& path : pictures_.unlabelled())
      skipped_.push_back({path, io::unlabelled_picture()});
    return "";
  }

  /// The optional files that finish() didn't use.
  SkippedFileList skipped_files() const {
    std::vector<SkippedFileEntry> files;
    for (const auto& [name, reason] : skipped_) files.push_back({name, error_json(reason)});
    return to_list<SkippedFileList>(files);
  }

  /// Appends other data and leaves them empty, or does nothing on an error. Discards label overrides.
  std::string append(Data& other) {
    const Status checked = io::check_append(import_, other.import_);
    if (!checked) return error_json(checked);
    io::append(import_, std::exchange(other.import_, {}));
    labels_.clear();
    return "";
  }

  DataSummary summary() const {
    const io::ImportSummary& summary = import_.summary;
    const auto histogram = data::label_histogram(import_.dataset.labels, import_.dataset.classes.size());
    const std::vector<std::uint32_t> counts(histogram.begin(), histogram.end());
    const data::Appearance appearance = data::find_appearance(import_.dataset);
    return {summary.files,
            import_.dataset.size(),
            summary.columns,
            summary.report.cells_fixed,
            summary.report.rows_rejected,
            import_.dataset.labelled(),
            appearance.inverted,
            summary.format,
            io::describe(summary.details),
            facts_of(summary.details),
            std::string(data::name_of(appearance.orientation)),
            to_array(std::span(counts)),
            to_list<NameList>(import_.dataset.classes)};
  }

  Uint8Array images(std::size_t first, std::size_t count) const {
    const auto [begin, size] = clip(first, count);
    return to_array(std::span(import_.dataset.pixels).subspan(begin * image_pixels, size * image_pixels));
  }

  Uint8Array labels(std::size_t first, std::size_t count) const {
    if (!import_.dataset.labelled()) return no_bytes();
    const auto [begin, size] = clip(first, count);
    return to_array(std::span(import_.dataset.labels).subspan(begin, size));
  }

  CellFixList cell_fixes() const { return to_list<CellFixList>(import_.summary.report.fixes); }

  RejectedRowList rejected_rows() const {
    return to_list<RejectedRowList>(import_.summary.report.rejected_rows);
  }

  /// The mean image of each class by the edited labels, [classes, 784].
  Uint8Array means() const {
    const auto means = data::class_means(import_.dataset, edited_labels());
    return to_array(std::span(means));
  }

  /// See data::invert() and data::transpose().
  void invert() { data::invert(import_.dataset); }
  void transpose() { data::transpose(import_.dataset); }

  /// submission_csv() of these labels of a model's classes, with the ids that the file gives its images;
  /// empty if a label is of none.
  std::string submission(const Uint8Array& labels, const NameList& classes) const {
    const auto predicted = to_vector<std::uint8_t>(labels);
    const ClassNames names = to_names(classes);
    if (std::ranges::any_of(predicted, [&](std::uint8_t label) { return label >= names.size(); })) return "";
    const bool fit = import_.ids.size() == predicted.size();
    return io::submission_csv(predicted, names,
                              fit ? std::span(import_.ids) : std::span<const std::string>());
  }

  /// Uses only some classes or renames them, see io::parse_class_choice(). Returns an error message or "".
  std::string choose_classes(const std::string& text) {
    const auto choice = io::parse_class_choice(text);
    if (!choice) return error_json(choice);
    labels_.clear();
    return error_json(io::choose_classes(import_, choice.value()));
  }

  /// Numbers the labels as in these classes of a model. Returns an error message or "".
  std::string match_classes(const NameList& classes) {
    labels_.clear();
    return error_json(data::match_classes(import_.dataset, to_names(classes)));
  }

  DuplicateRows duplicates() const {
    std::vector<std::uint32_t> rows, sizes;
    std::vector<std::uint8_t> identical;
    for (const data::DuplicateGroup& group : data::find_duplicates(import_.dataset)) {
      rows.insert(rows.end(), group.rows.begin(), group.rows.end());
      sizes.push_back(static_cast<std::uint32_t>(group.rows.size()));
      identical.push_back(group.identical ? 1 : 0);
    }
    return {to_array(std::span(std::as_const(rows))), to_array(std::span(std::as_const(sizes))),
            to_array(std::span(std::as_const(identical)))};
  }

  /// Replaces all label overrides; data::excluded excludes a row.
  std::string override_labels(const Uint32Array& rows, const Uint8Array& labels) {
    const data::LabelOverrides overrides{to_vector<std::uint32_t>(rows), to_vector<std::uint8_t>(labels)};
    if (!data::is_valid(overrides, import_.dataset))
      return error_json(Error{"The changed rows or labels don't exist in the data."});
    labels_ = overrides.rows.empty() ? std::vector<std::uint8_t>()
                                     : data::overridden_labels(import_.dataset, overrides);
    return "";
  }

  /// Rows as lines of a train.csv with the edited labels. The header precedes the first row.
  Uint8Array csv(std::size_t first, std::size_t count) const {
    const auto [begin, size] = clip(first, count);
    std::string text = begin == 0 ? io::csv_header() : "";
    text += io::csv_rows(import_.dataset, edited_labels(), begin, begin + size);
    return to_array(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
  }

  /// A copy of the data with the edited labels and without excluded rows.
  data::Dataset edited() const {
    return labels_.empty() ? import_.dataset : data::relabelled(import_.dataset, labels_);
  }

  /// A copy of up to `count` images from the start.
  Data first(std::size_t count) const {
    std::vector<std::uint32_t> indices(std::min(count, import_.dataset.size()));
    std::iota(indices.begin(), indices.end(), 0u);
    return Data(data::select(import_.dataset, indices), import_.summary.details);
  }

  /// See data::augment_preview(), of at most 1,000 images in 100 variants each. Empty if `augmentation` is
  /// invalid.
  Uint8Array augmented(std::size_t images, int variants, const std::string& augmentation, double seed) const {
    const auto options = augment::parse_augmentation(augmentation);
    if (!options) return no_bytes();
    const auto pixels = data::augment_preview(import_.dataset, std::min<std::size_t>(images, 1000),
                                              std::clamp(variants, 0, 100), options.value(), to_seed(seed));
    return to_array(std::span(std::as_const(pixels)));
  }

  /// Restores what Training::data() saved, with the format and details of its summary.
  std::string restore(const Uint8Array& cache, const std::string& format, const std::string& details) {
    auto dataset = data::read_dataset_cache(to_vector<std::uint8_t>(cache));
    if (!dataset) return error_json(dataset);
    import_ = {};
    import_.dataset = std::move(dataset).value();
    import_.summary.format = format;
    import_.summary.details = {{io::FormatFact::described, 0, details}};
    labels_ = {};
    return "";
  }

  const data::Dataset& dataset() const { return import_.dataset; }

 private:
  struct Range {
    std::size_t begin, size;
  };

  /// The part of a range of rows that exists.
  Range clip(std::size_t first, std::size_t count) const {
    const std::size_t begin = std::min(first, import_.dataset.size());
    return {begin, std::min(count, import_.dataset.size() - begin)};
  }

  std::span<const std::uint8_t> edited_labels() const {
    return labels_.empty() ? import_.dataset.labels : labels_;
  }

  io::BadRows bad_rows_ = io::BadRows::skip;
  io::DataReader reader_;
  std::vector<char> chunk_;
  io::ImportedFile part_;  // the file being read
  std::vector<io::ImportedFile> parts_;
  io::LabelledPictures pictures_;
  std::vector<io::SkippedFile> skipped_;
  io::Import import_;
  std::vector<std::uint8_t> labels_;  // [images] with overrides; empty if there are none
};

}  // namespace inkling::wasm
