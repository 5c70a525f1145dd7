#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/data/Dataset.h"
#include "core/data/Split.h"

namespace inkling::data {

/// One file of several: images begin <= image < end of all.
struct Source {
  std::string name;
  std::size_t begin = 0, end = 0;
  std::vector<std::string> writers;  // [end - begin]; empty where any is unknown

  std::size_t size() const { return end - begin; }
};

/// Labelled images and drawings from several files, to be trained on together.
struct TrainingSet {
  Dataset dataset;  // the sources' images, then negatives
  std::vector<Source> sources;
};

/// Appends the images of one file. `writers` [images] says who wrote each; empty where that is unknown.
void add_source(TrainingSet& set, std::string name, Dataset images, std::vector<std::string> writers = {});

/// Adds images that show no digit, which are of no source, once all sources are there.
void add_negatives(TrainingSet& set, Dataset negatives);

/// Holds out a share of each source: of its writers, none of whom is then in both parts, or, where they are
/// not known or there is but one, of its images as split() of a dataset does. At least one writer trains, and
/// with a share above 0 one validates. Negatives all train.
Split split(const TrainingSet& set, double validation_share, std::uint64_t seed);

/// Those of `indices` that are of this source.
std::vector<std::uint32_t> of_source(const Source& source, const std::vector<std::uint32_t>& indices);

/// Lets each drawing of a digit among `indices` come `times` times, so that few of them beside many images
/// count.
void repeat_drawings(std::vector<std::uint32_t>& indices, const Dataset& dataset, int times);

}  // namespace inkling::data
