// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/data/Dataset.h"
#include "core/data/Split.h"

namespace inkling::data {

/// A file that contributed the images from `begin` to `end` (exclusive).
struct Source {
  std::string name;
  std::size_t begin = 0, end = 0;
  std::vector<std::string> writers;  // [end - begin]; empty if any is unknown

  std::size_t size() const { return end - begin; }
};

/// Labelled images from several files, to train on together.
struct TrainingSet {
  Dataset dataset;  // the sources' images, then negatives
  std::vector<Source> sources;
};

/// Appends the images of one file, joining classes by name. `writers` [images] may be empty or have empty
/// names where unknown.
void add_source(TrainingSet& set, std::string name, Dataset images, std::vector<std::string> writers = {});

/// Appends images that show none of the classes, whatever their labels. They belong to no source; call this
/// after the last add_source().
void add_negatives(TrainingSet& set, Dataset negatives);

/// Splits each source. With several known writers it holds out a share of the writers, so that none is in
/// both parts: at least one trains and, with a share above 0, at least one validates. Otherwise it holds out
/// a share of the images, stratified as split() of a dataset. Negatives are all for training.
Split split(const TrainingSet& set, double validation_share, std::uint64_t seed);

/// The `indices` that belong to this source.
std::vector<std::uint32_t> indices_in(const Source& source, const std::vector<std::uint32_t>& indices);

/// Repeats the images with known strokes so that each occurs `times` times: a few drawings get some weight
/// beside many images.
void oversample_stroke_images(std::vector<std::uint32_t>& indices, const Dataset& dataset, int times);

/// Repeats the images of rare classes, each up to ten times in all, until every class has about as many as
/// the most frequent one. Negatives occur once.
void balance_classes(std::vector<std::uint32_t>& indices, const Dataset& dataset);

}  // namespace inkling::data
