#include "core/io/CsvReader.h"

#include <numeric>
#include <utility>

#include "core/io/SniffDialect.h"

namespace inkling::io {

Status CsvReader::push(std::span<const char> chunk) {
  return lines_.push(
      chunk, [this](std::string_view line) { return take_line(line); },
      [this](std::string_view text, char line_break) {
        return rows_ ? rows_->add_first(text, line_break) : 0;
      });
}

Result<Import> CsvReader::finish() {
  Status status = lines_.finish([this](std::string_view line) { return take_line(line); });
  if (!status) return status.error();
  if (!rows_ && first_lines_.empty()) return Error{"This file is empty."};
  if (!rows_ && !(status = take_first_lines())) return status.error();
  if (rows_->empty()) return Error{"This file has a header, but no rows under it."};
  return std::move(*rows_).finish();
}

Status CsvReader::take_line(std::string_view line) {
  if (line.find_first_not_of(" \t\r\n") == std::string_view::npos) return success();
  if (rows_) return rows_->add(line, lines_.line_number());
  first_lines_.emplace_back(line);
  first_rows_.push_back(lines_.line_number());
  return first_lines_.size() > dialect_probe_rows ? take_first_lines() : success();
}

Status CsvReader::take_first_lines() {
  Result<CsvDialect> form = sniff_dialect(first_lines_);
  if (!form) return form.error();
  const std::size_t header_lines = form.value().has_header() ? 1 : 0;
  rows_.emplace(std::move(form).value(), expected_rows(), bad_rows_);
  for (std::size_t line = header_lines; line < first_lines_.size(); ++line) {
    if (Status status = rows_->add(first_lines_[line], first_rows_[line]); !status) return status;
  }
  first_lines_ = {};
  return success();
}

/// As many as there would be if all were as long as the first, and a few more.
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
