// SPDX-License-Identifier: MIT
#include "core/picture/LineSegments.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "core/base/Median.h"

namespace inkling::picture {

namespace {

/// Consecutive ink pixels of a column.
struct Run {
  int top, bottom;  // both inclusive
  bool used = false;

  int thickness() const { return bottom - top + 1; }
  int middle() const { return (top + bottom) / 2; }
};

using Runs = std::vector<std::vector<Run>>;  // of each column, those thin enough for a printed line

int max_thickness(const GreyImage& columns) {
  return std::clamp(std::min(columns.width, columns.height) / 12, 4, 20);
}

Runs thin_runs(const GreyImage& columns) {
  Runs runs(static_cast<std::size_t>(columns.height));
  for (int column = 0; column < columns.height; ++column) {
    for (int row = 0; row < columns.width; ++row) {
      if (columns.at(row, column) == 0) continue;
      const int top = row;
      while (row + 1 < columns.width && columns.at(row + 1, column) > 0) ++row;
      if (row - top < max_thickness(columns)) runs[static_cast<std::size_t>(column)].push_back({top, row});
    }
  }
  return runs;
}

double slope_of(const LineSegment& line) {
  return static_cast<double>(line.rows.back() - line.rows.front()) / std::max(1, line.length() - 1);
}

/// Whether a line leaves the straight one between its ends only a little, as on curled paper.
bool is_straight(const LineSegment& line) {
  const double slope = slope_of(line), tolerance = 1.5 + 0.015 * line.length();
  for (int step = 0; step < line.length(); ++step) {
    const double expected = line.rows.front() + slope * step;
    if (std::abs(line.rows[static_cast<std::size_t>(step)] - expected) > tolerance) return false;
  }
  return std::abs(slope) <= 0.35;
}

/// A run that a line goes through.
struct UsedRun {
  int column;
  Run* run;
};

/// Follows a line to the right along its own direction, across strokes and small gaps.
class Tracer {
 public:
  Tracer(const GreyImage& columns, Runs& runs) : columns_(columns), runs_(runs) {}

  /// The line that begins with a run of a column.
  LineSegment trace(int column, Run& first) {
    LineSegment line{column, {}, 1};
    used_.clear();
    crossings_.clear();
    std::size_t certain = append(line, first);
    while (line.end() < columns_.height) {
      const double predicted = predict(line);
      if (Run* run = find_run(line.end(), predicted)) {
        certain = append(line, *run);
        continue;
      }
      if (line.rows.size() == certain) crossings_.push_back(certain);
      if (line.rows.size() - certain >= max_uncertain(certain)) break;
      line.rows.push_back(static_cast<int>(std::lround(predicted)));
      if (!is_inked(line.end() - 1, line.rows.back()) && ++missing_ > max_missing(certain)) break;
    }
    line.rows.resize(certain);
    return line;
  }

  /// Ends a line where it met a stroke for the last time, as it may have followed the stroke. False if it met
  /// none.
  bool shorten(LineSegment& line) {
    if (crossings_.empty()) return false;
    line.rows.resize(crossings_.back());
    crossings_.pop_back();
    for (; used_.size() > 0 && used_.back().column >= line.end(); used_.pop_back())
      used_.back().run->used = false;
    return true;
  }

  /// Whether a line is long, slim, straight, and mostly seen on its own. Sets its thickness.
  bool is_line(LineSegment& line, int min_length) {
    constexpr double min_seen = 0.5;
    constexpr int min_slimness = 10;  // length by thickness: strokes of small digits are less slim
    if (line.length() < min_length) return false;
    std::vector<int> thicknesses;
    for (const UsedRun& used : used_) thicknesses.push_back(used.run->thickness());
    line.thickness = median(thicknesses);
    return line.length() >= min_slimness * line.thickness && is_straight(line) &&
           static_cast<double>(used_.size()) >= min_seen * line.length();
  }

 private:
  std::size_t append(LineSegment& line, Run& run) {
    run.used = true;
    missing_ = 0;
    used_.push_back({line.end(), &run});
    line.rows.push_back(run.middle());
    return line.rows.size();
  }

  static double predict(const LineSegment& line) {
    constexpr std::size_t min_span = 8, max_span = 80;
    const std::size_t count = line.rows.size();
    if (count <= min_span) return line.rows.back();
    const std::size_t span = std::min(count - 1, max_span);
    const double slope =
        static_cast<double>(line.rows.back() - line.rows[count - 1 - span]) / static_cast<double>(span);
    return line.rows.back() + slope;
  }

  Run* find_run(int column, double row) {
    constexpr double max_step = 1.6;
    for (Run& run : runs_[static_cast<std::size_t>(column)]) {
      if (!run.used && std::abs((run.top + run.bottom) / 2.0 - row) <= max_step) return &run;
    }
    return nullptr;
  }

  bool is_inked(int column, int row) const {
    return row >= 0 && row < columns_.width && columns_.at(row, column) > 0;
  }

  static std::size_t max_uncertain(std::size_t length) { return 4 + std::min<std::size_t>(length / 2, 80); }
  static std::size_t max_missing(std::size_t length) { return 2 + std::min<std::size_t>(length / 6, 24); }

  const GreyImage& columns_;
  Runs& runs_;
  std::vector<UsedRun> used_;           // of the last line, from left to right
  std::vector<std::size_t> crossings_;  // the lengths at which it was not seen on its own
  std::size_t missing_ = 0;
};

/// Whether a line goes on as another one further to the right.
bool goes_on(const LineSegment& line, const LineSegment& next) {
  const int gap = next.start - line.end();
  if (gap < 0 || gap > 2 * (line.length() + next.length())) return false;
  const double tolerance = 2 + 0.02 * gap;
  const double ahead = line.rows.back() + slope_of(line) * (gap + 1);
  const double back = next.rows.front() - slope_of(next) * (gap + 1);
  return std::abs(ahead - next.rows.front()) <= tolerance || std::abs(back - line.rows.back()) <= tolerance;
}

void append(LineSegment& line, const LineSegment& next) {
  const int gap = next.start - line.end(), from = line.rows.back(), rise = next.rows.front() - from;
  for (int step = 1; step <= gap; ++step) line.rows.push_back(from + rise * step / (gap + 1));
  line.rows.insert(line.rows.end(), next.rows.begin(), next.rows.end());
}

/// Joins the segments of lines that leave the picture where strokes interrupt them, as the ink of a faint
/// line is lost beside a strong stroke. `lines` begin from left to right.
void join_interrupted(std::vector<LineSegment>& lines, int extent) {
  constexpr int border = 3;
  for (std::size_t index = 0; index < lines.size(); ++index) {
    for (std::size_t next = index + 1; next < lines.size();) {
      const bool leaves = lines[index].start <= border || lines[next].end() >= extent - border;
      if (!leaves || !goes_on(lines[index], lines[next])) {
        ++next;
        continue;
      }
      append(lines[index], lines[next]);
      lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(next));
      next = index + 1;
    }
  }
}

}  // namespace

int LineSegment::row_at(int column) const {
  return rows[static_cast<std::size_t>(std::clamp(column - start, 0, length() - 1))];
}

std::vector<LineSegment> find_line_segments(const GreyImage& columns) {
  constexpr std::size_t max_joined = 500;  // more are a texture
  const int min_length = std::max(20, std::max(columns.width, columns.height) / 40);
  Runs runs = thin_runs(columns);
  Tracer tracer(columns, runs);
  std::vector<LineSegment> lines;
  for (int column = 0; column < columns.height; ++column) {
    for (Run& run : runs[static_cast<std::size_t>(column)]) {
      if (run.used) continue;
      LineSegment line = tracer.trace(column, run);
      bool found = tracer.is_line(line, min_length);
      while (!found && line.length() >= min_length && tracer.shorten(line))
        found = tracer.is_line(line, min_length);
      if (found) lines.push_back(std::move(line));
    }
  }
  if (lines.size() <= max_joined) join_interrupted(lines, columns.height);
  return lines;
}

void erase_line(GreyImage& columns, const LineSegment& line) {
  const int reach = line.thickness / 2 + 1, max_run = line.thickness + line.thickness / 2 + 2;
  for (int column = line.start; column < line.end(); ++column) {
    const int middle = line.row_at(column);
    for (int row = std::max(0, middle - reach); row <= std::min(columns.width - 1, middle + reach); ++row) {
      if (columns.at(row, column) == 0) continue;
      int top = row, bottom = row;
      while (top > 0 && columns.at(top - 1, column) > 0) --top;
      while (bottom + 1 < columns.width && columns.at(bottom + 1, column) > 0) ++bottom;
      if (bottom - top < max_run)
        std::fill(&columns.at(top, column), &columns.at(bottom, column) + 1, std::uint8_t{0});
      row = bottom;
    }
  }
}

}  // namespace inkling::picture
