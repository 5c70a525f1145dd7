// SPDX-License-Identifier: MIT
#include "core/io/ClassChoice.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/Number.h"
#include "core/base/Text.h"
#include "core/io/csv/CsvColumns.h"
#include "core/io/csv/CsvRow.h"

namespace inkling::io {

namespace {

using Entry = ClassChoice::Entry;

std::optional<std::uint32_t> parse_code_point(std::string_view text) {
  const auto number = parse_number(text);
  const bool valid =
      number && *number > ' ' && *number < 0x110000 && !(*number >= 0xd800 && *number < 0xe000);
  return valid ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
}

bool is_whole_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "10 65": a number, blanks, and a code point, perhaps with those of other forms of the character.
std::optional<Entry> parse_mapping(std::string_view line) {
  const std::size_t end = line.find_first_of(" \t");
  if (end == std::string_view::npos || !is_whole_number(line.substr(0, end))) return std::nullopt;
  const std::string_view rest = trim(line.substr(end), blanks);
  if (rest.find_first_not_of("0123456789 \t") != std::string_view::npos) return std::nullopt;
  const auto code_point = parse_code_point(rest.substr(0, rest.find_first_of(" \t")));
  if (!code_point) return std::nullopt;
  Entry entry{std::string(line.substr(0, end)), {}};
  append_utf8(entry.name, *code_point);
  return entry;
}

/// "0,T-shirt" or "0=T-shirt"; a name alone has no label.
Entry parse_pair(std::string_view line) {
  for (const char delimiter : {'=', ',', ';', '\t'}) {
    CellCursor cursor(line, delimiter);
    const std::string label(*cursor.next());
    if (const auto name = cursor.next(); name && !label.empty() && !name->empty())
      return {label, std::string(*name)};
  }
  return {{}, std::string(*CellCursor(line, '\t').next())};
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (; !text.empty(); text.remove_prefix(std::min(text.find(separator), text.size() - 1) + 1)) {
    const std::string_view part = trim(text.substr(0, text.find(separator)), blanks);
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

/// A line of names, separated by commas, or lines of a file.
std::vector<Entry> parse_entries(std::string_view text) {
  std::vector<Entry> entries;
  const auto lines = split(text, '\n');
  if (lines.size() == 1 && !parse_mapping(lines.front())) {
    for (const std::string_view part : split(lines.front(), ',')) entries.push_back(parse_pair(part));
    return entries;
  }
  for (const std::string_view line : lines) {
    auto mapping = parse_mapping(line);
    entries.push_back(mapping ? std::move(*mapping) : parse_pair(line));
  }
  const bool header = entries.size() > 1 && is_label_name(entries.front().label);
  if (header) entries.erase(entries.begin());
  return entries;
}

Error unknown(const std::string& names, const ClassNames& classes) {
  return Error{"The data have no class " + names + ", but " + list_names(classes) + ".", Error::Kind::usage}
      .with_code("unknownClass", {{"name", names}, {"classes", list_names(classes)}});
}

/// The labels that names of all classes stand for: 0, 1, .. or 1, 2, .. if the data have such, otherwise the
/// data's in their order. None if the counts differ.
ClassNames labels_to_rename(const ClassNames& classes, std::size_t names) {
  for (const std::size_t first : {0, 1}) {
    const auto fits = [&](const std::string& label) {
      const auto number = is_whole_number(label) ? parse_number(label) : std::nullopt;
      return number && *number >= static_cast<double>(first) && *number < static_cast<double>(first + names);
    };
    if (!std::ranges::all_of(classes, fits)) continue;
    ClassNames labels;
    for (std::size_t index = 0; index < names; ++index) labels.push_back(std::to_string(first + index));
    return labels;
  }
  return classes.size() == names ? classes : ClassNames();
}

/// The names with their labels: themselves, or, if none of them is one, those of all classes in their order.
Result<std::vector<Entry>> with_labels(std::vector<Entry> entries, const ClassNames& classes) {
  const auto is_known = [&](const Entry& entry) { return find_class(classes, entry.name).has_value(); };
  const bool rename = std::ranges::none_of(entries, is_known);
  const ClassNames labels = rename ? labels_to_rename(classes, entries.size()) : ClassNames();
  if (rename && labels.empty()) {
    return Error{pluralize(entries.size(), "name") + " for " + pluralize(classes.size(), "label") + ": " +
                     list_names(classes) + ".",
                 Error::Kind::usage}
        .with_code("classNameCount",
                   {{"names", entries.size()}, {"labels", classes.size()}, {"classes", list_names(classes)}});
  }
  for (std::size_t index = 0; index < entries.size(); ++index)
    entries[index].label = rename ? labels[index] : entries[index].name;
  return entries;
}

/// Keeps the images that have a label.
void drop_others(Import& import) {
  std::vector<std::uint32_t> kept;
  for (std::uint32_t image = 0; image < import.dataset.size(); ++image)
    if (import.dataset.labels[image] != no_class) kept.push_back(image);
  const std::size_t dropped = import.dataset.size() - kept.size();
  if (dropped == 0) return;
  keep_images(import, kept);
  import.summary.details.push_back({FormatFact::other_classes_dropped, dropped});
}

}  // namespace

Result<ClassChoice> parse_class_choice(std::string_view text) {
  if (trim(text, blanks) == "digits") text = "0,1,2,3,4,5,6,7,8,9";
  ClassChoice choice{parse_entries(skip_blanks(text))};
  if (choice.entries.empty())
    return Error{"No classes are named.", Error::Kind::usage}.with_code("noClassNames");
  const bool labelled = !choice.entries.front().label.empty();
  for (const Entry& entry : choice.entries) {
    if (!is_class_name(entry.name) || entry.label.empty() == labelled) {
      return Error{quoted(entry.name) + " can't name a class here. Give names only, or label=name for each.",
                   Error::Kind::usage}
          .with_code("badClassName", {{"name", list_names({entry.name})}});
    }
  }
  return choice;
}

Status choose_classes(Import& import, const ClassChoice& choice) {
  data::Dataset& dataset = import.dataset;
  if (!dataset.labelled()) return success();
  const bool labelled = !choice.entries.front().label.empty();
  auto entries = labelled ? Result(choice.entries) : with_labels(choice.entries, dataset.classes);
  if (!entries) return entries.error();
  ClassNames classes;
  std::vector<std::uint8_t> label_of(dataset.classes.size(), no_class);
  for (const Entry& entry : entries.value()) {
    if (!find_class(classes, entry.name)) classes.push_back(entry.name);
    const auto label = find_class(dataset.classes, entry.label);
    if (label) label_of[*label] = *find_class(classes, entry.name);
  }
  if (classes.size() > max_classes) {
    return Error{"That makes " + std::to_string(classes.size()) + " classes. Inkling tells up to " +
                     std::to_string(max_classes) + " apart.",
                 Error::Kind::usage}
        .with_code("tooManyClasses", {{"classes", classes.size()}, {"limit", max_classes}});
  }
  if (std::ranges::all_of(label_of, [](std::uint8_t label) { return label == no_class; }))
    return unknown(list_names({entries.value().front().label}), dataset.classes);
  for (std::uint8_t& label : dataset.labels) label = label_of[label];
  dataset.classes = std::move(classes);
  drop_others(import);
  return success();
}

}  // namespace inkling::io
