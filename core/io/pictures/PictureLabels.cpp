// SPDX-License-Identifier: MIT
#include "core/io/pictures/PictureLabels.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/base/Digit.h"
#include "core/io/LabelText.h"

namespace inkling::io {

namespace {

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = path.find_first_of("/\\");
    parts.push_back(path.substr(0, end));
    if (end == std::string_view::npos) return parts;
    path.remove_prefix(end + 1);
  }
}

/// With slashes only.
std::string with_slashes(std::string_view path) {
  std::string slashes(path);
  std::ranges::replace(slashes, '\\', '/');
  return slashes;
}

std::string base_name(std::string_view path) {
  return std::string(parts_of(path).back());
}

/// Finds pictures of tables by the path that they name, or by the name alone where only one has it.
class TableIndex {
 public:
  explicit TableIndex(std::span<const PictureLabel> tables) {
    for (const PictureLabel& entry : tables) {
      const std::string file = with_slashes(entry.file);
      const auto [place, added] = by_name_.try_emplace(base_name(file));
      place->second.emplace_back(file, entry.label);
    }
  }

  std::optional<std::string> find(std::string_view path) const {
    const std::string picture = with_slashes(path);
    const auto found = by_name_.find(base_name(picture));
    if (found == by_name_.end()) return std::nullopt;
    for (const auto& [file, label] : found->second)
      if (picture.ends_with(file)) return label;
    return found->second.size() == 1 ? std::optional(found->second.front().second) : std::nullopt;
  }

 private:
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> by_name_;
};

using Texts = std::vector<std::optional<std::string>>;  // [pictures]

/// The nearest folder that says a digit.
std::optional<std::string> digit_folder(std::string_view path) {
  auto parts = parts_of(path);
  parts.pop_back();
  for (auto part = parts.rbegin(); part != parts.rend(); ++part)
    if (parse_label(*part)) return std::string(*part);
  return std::nullopt;
}

/// Names of folders that say what the pictures are for, not what they show.
bool is_purpose(std::string_view folder) {
  std::string lower(folder);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter | 0x20);
  constexpr std::string_view purposes[] = {"test",       "testing",   "train",     "training",
                                           "val",        "valid",     "images",    "pictures",
                                           "unlabelled", "unlabeled", "validation"};
  return std::ranges::find(purposes, lower) != std::end(purposes);
}

/// The name of each picture's own folder, if there are pictures in other folders beside it, too.
Texts class_folders(std::span<const std::string> paths) {
  std::map<std::string, std::set<std::string>> folders;  // by the folder that they are in
  std::vector<std::pair<std::string, std::string>> places;
  for (const std::string& path : paths) {
    const std::string slashes = with_slashes(path);
    const std::size_t end = slashes.rfind('/');
    const std::string folder = end == std::string::npos ? "" : slashes.substr(0, end);
    const std::size_t begin = folder.rfind('/') + 1;  // 0 without another folder
    places.emplace_back(folder.substr(0, begin), folder.substr(begin));
    if (!folder.empty() && !is_purpose(places.back().second))
      folders[places.back().first].insert(places.back().second);
  }
  Texts texts;
  for (const auto& [parent, name] : places) {
    const auto siblings = folders.find(parent);
    const bool is_class =
        siblings != folders.end() && siblings->second.size() > 1 && siblings->second.contains(name);
    texts.push_back(is_class ? std::optional(name) : std::nullopt);
  }
  return texts;
}

std::ptrdiff_t labelled(const Texts& texts) {
  return std::ranges::count_if(texts, [](const auto& text) { return text.has_value(); });
}

/// By digits in folders, or by folders of any names if these label more pictures.
Texts label_by_folders(std::span<const std::string> paths) {
  Texts digits;
  for (const std::string& path : paths) digits.push_back(digit_folder(path));
  Texts classes = class_folders(paths);
  return labelled(classes) > labelled(digits) ? classes : digits;
}

bool is_number(char character) {
  return character >= '0' && character <= '9';
}

/// A file's name in parts of digits, letters, and what is between them.
std::vector<std::string> tokens_of(std::string_view path) {
  const std::string name = base_name(path);
  const auto kind = [](char character) {
    if (is_number(character)) return 0;
    const bool letter = (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
    return letter || static_cast<unsigned char>(character) >= 0x80 ? 1 : 2;
  };
  std::vector<std::string> tokens;
  for (const char character : name.substr(0, name.rfind('.'))) {
    if (tokens.empty() || kind(tokens.back().back()) != kind(character)) tokens.emplace_back();
    tokens.back() += character;
  }
  return tokens;
}

using Names = std::vector<std::vector<std::string>>;  // the tokens of each

/// Whether the token at this place is in every name a label: a single digit, or a word that says one.
bool is_label_place(const Names& names, std::size_t place) {
  return std::ranges::all_of(names, [place](const auto& tokens) {
    const std::string& token = tokens[place];
    const bool digit = token.size() == 1 && is_number(token.front());
    const auto word = is_number(token.front()) ? std::nullopt : parse_label(token);
    return digit || (word && *word < digit_count);
  });
}

bool has_repeated(const Names& names, std::size_t place) {
  std::set<std::string> tokens;
  return std::ranges::any_of(names, [&](const auto& name) { return !tokens.insert(name[place]).second; });
}

/// The place of the label in all names; none if there is no such place, or more than one.
std::optional<std::size_t> find_label_place(const Names& names) {
  const std::size_t places = names.front().size();
  if (std::ranges::any_of(names, [places](const auto& tokens) { return tokens.size() != places; }))
    return std::nullopt;
  std::optional<std::size_t> found;
  for (std::size_t place = 0; place < places; ++place) {
    if (!is_label_place(names, place) || !has_repeated(names, place)) continue;
    if (found) return std::nullopt;
    found = place;
  }
  return found;
}

/// Labels the pictures at `indices`, which have no other label, by their names.
bool label_by_names(std::span<const std::string> paths, const std::vector<std::size_t>& indices,
                    PictureLabels& labels) {
  Names names;
  for (const std::size_t index : indices) names.push_back(tokens_of(paths[index]));
  const auto place = names.empty() ? std::nullopt : find_label_place(names);
  if (!place) return false;
  for (std::size_t index = 0; index < indices.size(); ++index)
    labels.texts[indices[index]] = names[index][*place];
  return true;
}

}  // namespace

bool is_clutter(std::string_view path) {
  return std::ranges::any_of(parts_of(path), [](std::string_view part) {
    const bool hidden = part.starts_with('.') && part != "." && part != "..";
    return hidden || part == "__MACOSX" || part == "Thumbs.db" || part == "desktop.ini";
  });
}

PictureLabels find_picture_labels(std::span<const std::string> paths, std::span<const PictureLabel> tables) {
  const TableIndex index(tables);
  const Texts folders = label_by_folders(paths);
  PictureLabels labels;
  std::vector<std::size_t> unlabelled;
  for (std::size_t picture = 0; picture < paths.size(); ++picture) {
    auto text = index.find(paths[picture]);
    labels.by_table |= text.has_value();
    if (!text) {
      text = folders[picture];
      labels.by_folder |= text.has_value();
    }
    if (!text) unlabelled.push_back(picture);
    labels.texts.push_back(std::move(text));
  }
  labels.by_name = label_by_names(paths, unlabelled, labels);
  return labels;
}

}  // namespace inkling::io
