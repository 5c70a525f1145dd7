// SPDX-License-Identifier: MIT
#include "core/data/Dataset.h"

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include "core/base/Sha256.h"
#include "core/ink/Ink.h"

namespace inkling::data {

namespace {

/// As files of earlier versions count them, so that their fingerprints stay the same: an image of no class
/// has the number of classes for its label.
std::vector<std::uint8_t> labels_to_hash(const Dataset& dataset) {
  std::vector<std::uint8_t> labels = dataset.labels;
  std::ranges::replace(labels, no_class, static_cast<std::uint8_t>(dataset.classes.size()));
  return labels;
}

std::span<const std::uint8_t> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

std::vector<std::size_t> label_histogram(std::span<const std::uint8_t> labels, std::size_t classes) {
  std::vector<std::size_t> histogram(classes);
  for (const std::uint8_t label : labels)
    if (label < classes) ++histogram[label];
  return histogram;
}

std::size_t class_image_count(const Dataset& dataset) {
  const auto has_class = [](std::uint8_t label) { return label != no_class; };
  return static_cast<std::size_t>(std::ranges::count_if(dataset.labels, has_class));
}

ClassNames missing_classes(const Dataset& dataset) {
  ClassNames missing;
  const auto histogram = label_histogram(dataset.labels, dataset.classes.size());
  for (std::size_t label = 0; label < histogram.size() && dataset.labelled(); ++label)
    if (histogram[label] == 0) missing.push_back(dataset.classes[label]);
  return missing;
}

Status match_classes(Dataset& dataset, const ClassNames& classes) {
  if (dataset.classes == classes) return success();
  const auto histogram = label_histogram(dataset.labels, dataset.classes.size());
  std::vector<std::uint8_t> label_of(dataset.classes.size(), no_class);
  for (std::size_t label = 0; label < label_of.size(); ++label) {
    if (histogram[label] == 0) continue;
    const auto found = find_class(classes, dataset.classes[label]);
    if (!found) {
      const std::string name = list_names({dataset.classes[label]}), known = list_names(classes);
      return Error{"The class " + name + " is none of the model's: " + known +
                   ". Choose classes of the data, or rename them."}
          .with_code("classNotInModel", {{"name", name}, {"classes", known}});
    }
    label_of[label] = *found;
  }
  for (std::uint8_t& label : dataset.labels)
    if (label < label_of.size()) label = label_of[label];
  dataset.classes = classes;
  return success();
}

std::string fingerprint(const Dataset& dataset) {
  std::string hashes = sha256(dataset.pixels) + sha256(labels_to_hash(dataset));
  if (!dataset.inks.empty()) hashes += sha256(ink::serialize_inks(dataset.inks));
  if (!are_digits(dataset.classes)) hashes += sha256(bytes_of(serialize_classes(dataset.classes)));
  return sha256(bytes_of(hashes));
}

Dataset select(const Dataset& dataset, std::span<const std::uint32_t> indices) {
  Dataset selected;
  selected.classes = dataset.classes;
  selected.pixels.reserve(indices.size() * image_pixels);
  for (const std::uint32_t index : indices) {
    const auto image = dataset.image(index);
    selected.pixels.insert(selected.pixels.end(), image.begin(), image.end());
    if (dataset.labelled()) selected.labels.push_back(dataset.labels[index]);
    if (!dataset.inks.empty()) selected.inks.push_back(dataset.inks[index]);
  }
  return selected;
}

namespace {

/// Gives both the classes of both. Those of a dataset without labels stand for nothing.
void join_classes(Dataset& dataset, Dataset& more) {
  if (!dataset.labelled()) dataset.classes = more.classes;
  if (!more.labelled()) more.classes = dataset.classes;
  const ClassNames classes = joined(dataset.classes, more.classes);
  assert(classes.size() <= max_classes);
  for (Dataset* part : {&dataset, &more}) {
    [[maybe_unused]] const Status matched = match_classes(*part, classes);
    assert(matched.ok());
  }
}

}  // namespace

void append(Dataset& dataset, Dataset more) {
  const auto move_to_end = []<class Value>(std::vector<Value>& values, std::vector<Value>& added) {
    values.insert(values.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  };
  join_classes(dataset, more);
  if (!dataset.inks.empty() || !more.inks.empty()) {
    dataset.inks.resize(dataset.size());
    more.inks.resize(more.size());
    move_to_end(dataset.inks, more.inks);
  }
  move_to_end(dataset.pixels, more.pixels);
  move_to_end(dataset.labels, more.labels);
}

}  // namespace inkling::data
