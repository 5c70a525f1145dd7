// SPDX-License-Identifier: MIT
#include "core/io/Import.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <iterator>
#include <utility>

#include "core/base/Text.h"

namespace inkling::io {

namespace {

/// Where only some images have a writer, the others get an empty name.
void append_writers(Import& import, Import& more) {
  if (import.writers.empty() && more.writers.empty()) return;
  import.writers.resize(import.dataset.size());
  more.writers.resize(more.dataset.size());
  import.writers.insert(import.writers.end(), std::make_move_iterator(more.writers.begin()),
                        std::make_move_iterator(more.writers.end()));
}

/// Ids that only some images have name nothing.
void append_ids(Import& import, Import& more) {
  const bool complete = import.ids.size() == import.dataset.size() && more.ids.size() == more.dataset.size();
  if (!complete) return import.ids.clear();
  import.ids.insert(import.ids.end(), std::make_move_iterator(more.ids.begin()),
                    std::make_move_iterator(more.ids.end()));
}

std::string merged_format(const std::string& format, const std::string& more) {
  return format.find(more) != std::string::npos ? format : format + " and " + more;
}

void append(ImportSummary& summary, ImportSummary more) {
  summary.format = merged_format(summary.format, more.format);
  if (summary.details != more.details) summary.details = {{FormatFact::several_formats}};
  summary.files += more.files;
  summary.rows += more.rows;
  if (summary.columns != more.columns) summary.columns = 0;
  if (summary.label_column != more.label_column) summary.label_column.reset();
  append(summary.report, std::move(more.report));
}

}  // namespace

Status check_append(const Import& import, const Import& more) {
  if (import.dataset.labelled() != more.dataset.labelled()) {
    if (import.dataset.labelled())
      return Error{"These images have no labels, but the earlier ones do. Training needs labels."}.with_code(
          "labelsMissing");
    return Error{"These images have labels, but the earlier ones don't."}.with_code("labelsUnexpected");
  }
  const std::size_t classes = joined(import.dataset.classes, more.dataset.classes).size();
  if (import.dataset.labelled() && classes > max_classes) {
    return Error{"The data have " + std::to_string(classes) + " classes in total. Inkling tells up to " +
                 std::to_string(max_classes) + " apart."}
        .with_code("tooManyClasses", {{"classes", classes}, {"limit", max_classes}});
  }
  const std::size_t images = import.dataset.size() + more.dataset.size();
  if (images <= maximum_images) return success();
  return Error{pluralize(images, "image") + " in total. Inkling reads up to " +
               group_thousands(maximum_images) + "."}
      .with_code("tooManyTogether", {{"images", images}, {"limit", maximum_images}});
}

void append(Import& import, Import more) {
  assert(check_append(import, more).ok());
  append_writers(import, more);
  append_ids(import, more);
  data::append(import.dataset, std::move(more.dataset));
  append(import.summary, std::move(more.summary));
}

namespace {

/// The values at `indices`; none if there is not one for each image.
std::vector<std::string> select(std::vector<std::string>& values, std::span<const std::uint32_t> indices,
                                std::size_t images) {
  std::vector<std::string> selected;
  if (values.size() != images) return selected;
  for (const std::uint32_t index : indices) selected.push_back(std::move(values[index]));
  return selected;
}

}  // namespace

void keep_images(Import& import, std::span<const std::uint32_t> indices) {
  import.writers = select(import.writers, indices, import.dataset.size());
  import.ids = select(import.ids, indices, import.dataset.size());
  import.dataset = data::select(import.dataset, indices);
  import.summary.rows = import.dataset.size();
}

Result<Import> keep_writers(Import import, std::span<const std::string> writers) {
  if (import.writers.empty()) return Error{"This file names no writers. Only strokes (.jsonl) do."};
  for (const std::string& writer : writers) {
    if (std::ranges::find(import.writers, writer) == import.writers.end())
      return Error{"There is no writer " + quoted(writer) + ". See \"writer\" in the file's rows."};
  }
  std::vector<std::uint32_t> indices;
  for (std::uint32_t index = 0; index < import.dataset.size(); ++index)
    if (std::ranges::find(writers, import.writers[index]) != writers.end()) indices.push_back(index);
  keep_images(import, indices);
  return import;
}

}  // namespace inkling::io
