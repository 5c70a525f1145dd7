#pragma once

#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/augment/AugmentText.h"
#include "core/data/AugmentPreview.h"
#include "core/data/ClassMeans.h"
#include "core/data/DatasetCache.h"
#include "core/data/Duplicates.h"
#include "core/data/LabelOverrides.h"
#include "core/io/AppendImport.h"
#include "core/io/CsvWriter.h"
#include "core/io/DataReader.h"
#include "core/io/DatasetMerger.h"
#include "core/io/ImageFolder.h"
#include "core/synthetic/SyntheticDigits.h"
#include "wasm/Arrays.h"

namespace inkling::wasm {

struct DataSummary {
  std::size_t files = 0, images = 0, columns = 0, cells_repaired = 0, rows_refused = 0;
  bool labelled = false;
  std::string format, details;
  Uint32Array histogram{emscripten::val::undefined()};  // [10]
};

/// Rows of several groups one after the other.
struct DuplicateRows {
  Uint32Array rows{emscripten::val::undefined()};
  Uint32Array sizes{emscripten::val::undefined()};  // [groups] how many rows are of each
  Uint8Array same{emscripten::val::undefined()};    // [groups] 1 where they are the same pixel by pixel
};

EMSCRIPTEN_DECLARE_VAL_TYPE(CellFixList)
EMSCRIPTEN_DECLARE_VAL_TYPE(RejectedRowList)

/// "" for what worked, otherwise the sentence that says why it did not.
template <class Value>
std::string sentence(const Result<Value>& result) {
  return result.ok() ? "" : result.error().message;
}

EMSCRIPTEN_DECLARE_VAL_TYPE(SkippedFileList)

/// Images as the page holds them: gathered from files that are read in chunks one after the other and from
/// pictures, then there to look at and to train on.
class Data {
 public:
  Data() = default;
  explicit Data(data::Dataset dataset, std::string details) {
    import_.dataset = std::move(dataset);
    import_.summary.format = "synthetic";
    import_.summary.details = std::move(details);
  }

  /// From now on a row that cannot be used refuses its file.
  void need_every_row() { bad_rows_ = io::BadRows::refused; }

  /// Begins a file, see FileContent, of which so many bytes will come; 0 for not known.
  void open(const std::string& name, bool optional, std::size_t bytes) {
    reader_ = io::DataReader(io::LabelsAlone::accepted, bad_rows_);
    reader_.expect(bytes);
    part_ = {name, optional, {}};
  }

  std::string push(const Uint8Array& chunk) {
    copy_from(chunk, chunk_);
    return sentence(reader_.push(chunk_));
  }

  /// Ends the file. Nothing of one that is refused is gathered.
  std::string close() {
    auto import = reader_.finish();
    reader_ = io::DataReader();
    if (!import.ok()) return import.error().message;
    add(part_.name, part_.optional, std::move(import).value());
    return "";
  }

  /// [height, width], 0 is black. False where nothing is written in it.
  bool add_picture(const Uint8Array& grey, int width, int height, int label) {
    picture::GreyImage picture{width, height, {}};
    copy_from(grey, picture.pixels);
    const bool whole =
        width > 0 && height > 0 && label >= 0 && label < class_count &&
        picture.pixels.size() == static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    return whole && pictures_.add(picture, static_cast<std::uint8_t>(label));
  }

  void add(const std::string& name, bool optional, io::Import import) {
    parts_.push_back({name, optional, std::move(import)});
  }

  /// Puts together what was gathered.
  std::string finish() {
    chunk_ = {};
    if (!pictures_.empty()) add("the pictures", false, pictures_.finish());
    auto gathered = io::gather(std::exchange(parts_, {}));
    if (!gathered.ok()) return gathered.error().message;
    import_ = std::move(gathered.value().import);
    left_out_ = std::move(gathered.value().left_out);
    return "";
  }

  /// What finish() made nothing of.
  SkippedFileList left_out() const {
    auto list = emscripten::val::array();
    for (const io::SkippedFile& one : left_out_) list.call<void>("push", one);
    return SkippedFileList(list);
  }

  /// Puts other data, which are empty afterwards, behind these; or leaves both as they are and says why. What
  /// was changed by hand is to be told anew.
  std::string append(Data& more) {
    const Status checked = io::check_append(import_, more.import_);
    if (!checked) return sentence(checked);
    io::append(import_, std::exchange(more.import_, {}));
    labels_.clear();
    return "";
  }

  DataSummary summary() const {
    const io::ImportSummary& summary = import_.summary;
    const auto histogram = data::label_histogram(import_.dataset.labels);
    const std::vector<std::uint32_t> counts(histogram.begin(), histogram.end());
    return {summary.files,
            import_.dataset.size(),
            summary.columns,
            summary.damage.cells_repaired,
            summary.damage.rows_refused,
            import_.dataset.labelled(),
            summary.format,
            summary.details,
            to_array(std::span(counts))};
  }

  Uint8Array images(std::size_t first, std::size_t count) const {
    const auto [begin, size] = clip(first, count);
    return to_array(std::span(import_.dataset.pixels).subspan(begin * image_pixels, size * image_pixels));
  }

  Uint8Array labels(std::size_t first, std::size_t count) const {
    if (!import_.dataset.labelled()) return to_array(std::span<const std::uint8_t>());
    const auto [begin, size] = clip(first, count);
    return to_array(std::span(import_.dataset.labels).subspan(begin, size));
  }

  CellFixList repairs() const {
    auto list = emscripten::val::array();
    for (const io::CellFix& repair : import_.summary.damage.repairs) list.call<void>("push", repair);
    return CellFixList(list);
  }

  RejectedRowList refused() const {
    auto list = emscripten::val::array();
    for (const io::RejectedRow& row : import_.summary.damage.refused) list.call<void>("push", row);
    return RejectedRowList(list);
  }

  /// [10, 784], of the labels as changed.
  Uint8Array means() const {
    const auto means = data::class_means(import_.dataset, labels_now());
    return to_array(std::span(means));
  }

  DuplicateRows duplicates() const {
    std::vector<std::uint32_t> rows, sizes;
    std::vector<std::uint8_t> same;
    for (const data::DuplicateGroup& group : data::likely_duplicates(import_.dataset)) {
      rows.insert(rows.end(), group.rows.begin(), group.rows.end());
      sizes.push_back(static_cast<std::uint32_t>(group.rows.size()));
      same.push_back(group.same ? 1 : 0);
    }
    return {to_array(std::span(std::as_const(rows))), to_array(std::span(std::as_const(sizes))),
            to_array(std::span(std::as_const(same)))};
  }

  /// What is changed by hand, in place of all that was changed before.
  std::string change(const Uint32Array& rows, const Uint8Array& labels) {
    data::LabelOverrides changes;
    copy_from(rows, changes.rows);
    copy_from(labels, changes.labels);
    if (!data::fit(changes, import_.dataset))
      return "These changes are of rows or labels that there are not.";
    labels_ = changes.rows.empty() ? std::vector<std::uint8_t>()
                                   : data::overridden_labels(import_.dataset, changes);
    return "";
  }

  /// Rows as lines of a train.csv, as changed; the header above the first.
  Uint8Array csv(std::size_t first, std::size_t count) const {
    const auto [begin, size] = clip(first, count);
    std::string text = begin == 0 ? io::csv_header() : "";
    text += io::csv_rows(import_.dataset, labels_now(), begin, begin + size);
    return to_array(std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
  }

  /// A copy of the data as changed.
  data::Dataset changed() const {
    return labels_.empty() ? import_.dataset : data::with_labels(import_.dataset, labels_);
  }

  /// The first images, or all there are, as data of their own.
  Data first(std::size_t count) const {
    std::vector<std::uint32_t> indices(std::min(count, import_.dataset.size()));
    std::iota(indices.begin(), indices.end(), 0u);
    return Data(data::select(import_.dataset, indices), import_.summary.details);
  }

  /// As augment_preview() has them; none where the augmentation cannot be read.
  Uint8Array augmented(std::size_t images, int variants, const std::string& augmentation, double seed) const {
    std::vector<std::uint8_t> pixels;
    if (const auto options = augment::change_augmentation({}, augmentation)) {
      pixels = data::augment_preview(import_.dataset, images, variants, options.value(),
                                     static_cast<std::uint64_t>(seed));
    }
    return to_array(std::span(std::as_const(pixels)));
  }

  /// Takes what Training::data() gave, and what was said of it.
  std::string restore(const Uint8Array& block, const std::string& format, const std::string& details) {
    std::vector<std::uint8_t> bytes;
    copy_from(block, bytes);
    auto dataset = data::read_dataset_cache(bytes);
    if (!dataset.ok()) return dataset.error().message;
    import_ = {};
    import_.dataset = std::move(dataset).value();
    import_.summary.format = format;
    import_.summary.details = details;
    labels_ = {};
    return "";
  }

  const data::Dataset& dataset() const { return import_.dataset; }

 private:
  struct Range {
    std::size_t begin, size;
  };

  /// What there is of a range that was asked for.
  Range clip(std::size_t first, std::size_t count) const {
    const std::size_t begin = std::min(first, import_.dataset.size());
    return {begin, std::min(count, import_.dataset.size() - begin)};
  }

  /// Those of the file where nothing is changed.
  std::span<const std::uint8_t> labels_now() const {
    return labels_.empty() ? import_.dataset.labels : labels_;
  }

  io::BadRows bad_rows_ = io::BadRows::omitted;
  io::DataReader reader_;
  std::vector<char> chunk_;
  io::FileContent part_;  // the file that is being read
  std::vector<io::FileContent> parts_;
  io::ImageFolder pictures_;
  std::vector<io::SkippedFile> left_out_;
  io::Import import_;
  std::vector<std::uint8_t> labels_;  // [images] as changed (see overridden_labels); empty where nothing is
};

}  // namespace inkling::wasm
