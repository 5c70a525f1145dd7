#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "core/data/DataReader.h"
#include "core/data/SyntheticDigits.h"
#include "wasm/Arrays.h"

namespace inkling {

struct DataSummary {
  std::size_t images = 0, columns = 0, cells_repaired = 0;
  bool labelled = false;
  std::string format, details, repairs;
  Uint32Array histogram{emscripten::val::undefined()};  // [10]
};

/// "" for what worked, otherwise the sentence that says why it did not.
template <class Value>
std::string sentence(const Result<Value>& result) {
  return result.ok() ? "" : result.error().message;
}

/// Images as the page holds them: read in chunks, then there to look at and to train on.
class Data {
 public:
  Data() = default;
  explicit Data(Dataset dataset, std::string details) {
    import_.dataset = std::move(dataset);
    import_.summary.format = "synthetic";
    import_.summary.details = std::move(details);
  }

  /// Tells, before the first chunk, how many bytes will come; 0 for not known.
  void expect(std::size_t bytes) { reader_.expect(bytes); }

  std::string push(const Uint8Array& chunk) {
    copy_from(chunk, chunk_);
    return sentence(reader_.push(chunk_));
  }

  std::string finish() {
    auto import = reader_.finish();
    const std::string refusal = sentence(import);
    if (import.ok()) import_ = std::move(import).value();
    chunk_ = {};
    return refusal;
  }

  std::size_t rows_read() const { return reader_.rows_read(); }

  DataSummary summary() const {
    const ImportSummary& summary = import_.summary;
    const auto histogram = label_histogram(import_.dataset.labels);
    const std::vector<std::uint32_t> counts(histogram.begin(), histogram.end());
    return {import_.dataset.size(), summary.columns, summary.cells_repaired, import_.dataset.labelled(),
            summary.format,         summary.details, summary.repairs,        to_array(std::span(counts))};
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

  const Dataset& dataset() const { return import_.dataset; }

 private:
  struct Range {
    std::size_t begin, size;
  };

  /// What there is of a range that was asked for.
  Range clip(std::size_t first, std::size_t count) const {
    const std::size_t begin = std::min(first, import_.dataset.size());
    return {begin, std::min(count, import_.dataset.size() - begin)};
  }

  DataReader reader_;
  std::vector<char> chunk_;
  Import import_;
};

}  // namespace inkling
