// SPDX-License-Identifier: MIT
#include "core/io/csv/CsvReader.h"

#include <numeric>
#include <utility>

#include "core/base/Text.h"

namespace inkling::io {

Status CsvReader::push(std::span<const char> chunk) {
  return lines_.push(
      chunk, [this](std::string_view line) { return take_line(line); },
      [this](std::string_view text, char line_break) {
        return rows_ ? rows_->add_fast(text, line_break, lines_.line_number() + 1) : 0;
      });
}

Result<Import> CsvReader::finish() {
  Status status = lines_.finish([this](std::string_view line) { return take_line(line); });
  if (!status) return status.error();
  if (!rows_ && first_lines_.empty())
    return Error{arff_ ? "This ARFF file has no rows." : "This file is empty."}.with_code("emptyFile");
  if (!rows_ && !pictures_ && !(status = detect_dialect())) return status.error();
  if (pictures_) {
    Import import;
    import.summary.format = "picture labels";
    import.picture_labels = pictures_->take_labels();
    return import;
  }
  if (rows_->empty()) return Error{"This file has a header but no rows."}.with_code("noRows");
  auto import = std::move(*rows_).finish();
  if (import && arff_) {
    FormatDetails& details = import.value().summary.details;
    details.insert(details.begin(), {FormatFact::arff});
  }
  return import;
}

Status CsvReader::take_line(std::string_view line) {
  if (line.find_first_not_of(blanks) == std::string_view::npos) return success();
  if (!rows_ && !arff_ && first_lines_.empty() && ArffHeader::starts_with(line)) arff_.emplace();
  if (!arff_) return take_table_line(line);
  if (!arff_->complete()) return arff_->take_line(line);
  if (line.starts_with('%')) return success();
  return take_table_line(ArffHeader::is_sparse(line) ? arff_->to_dense(line) : std::string(line));
}

Status CsvReader::take_table_line(std::string_view line) {
  if (pictures_) {
    pictures_->add(line);
    return success();
  }
  if (rows_) return rows_->add(list_ ? list_->to_row(line) : line, lines_.line_number());
  first_lines_.emplace_back(line);
  first_rows_.push_back(lines_.line_number());
  return first_lines_.size() > dialect_probe_rows ? detect_dialect() : success();
}

Status CsvReader::detect_dialect() {
  pictures_ = find_picture_table(first_lines_);
  if (pictures_) {
    for (const std::string& line : first_lines_) pictures_->add(line);
    return success();
  }
  list_ = find_pixel_list(first_lines_);
  if (list_) {
    for (std::string& line : first_lines_) line = std::string(list_->to_row(line));
  }
  Result<SniffedDialect> sniffed =
      sniff_dialect(first_lines_, arff_ ? arff_->names() : std::vector<std::string>());
  if (!sniffed) return sniffed.error();
  rows_.emplace(std::move(sniffed.value().dialect), expected_rows(), bad_rows_, label_rule_);
  for (std::size_t line = sniffed.value().first_row; line < first_lines_.size(); ++line) {
    if (Status status = rows_->add(first_lines_[line], first_rows_[line]); !status) return status;
  }
  first_lines_ = {};
  return success();
}

/// Estimated from the average length of the first lines, plus a margin.
std::size_t CsvReader::expected_rows() const {
  const std::size_t lines = first_lines_.size() - 1;  // the first may be a header
  if (lines == 0) return 1;
  const auto add_length = [](std::size_t sum, const std::string& line) { return sum + line.size(); };
  const std::size_t bytes =
      std::accumulate(first_lines_.begin() + 1, first_lines_.end(), std::size_t{0}, add_length);
  const std::size_t rows = expected_bytes_ / (bytes / lines + 1);
  return rows + rows / 16;
}

}  // namespace inkling::io
