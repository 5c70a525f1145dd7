// SPDX-License-Identifier: MIT
#include "core/data/TrainingSet.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

#include "core/base/Random.h"

namespace inkling::data {

namespace {

bool has_unknown(const std::vector<std::string>& writers) {
  return std::any_of(writers.begin(), writers.end(), [](const auto& writer) { return writer.empty(); });
}

/// `writers` has at least two different names.
std::set<std::string> validation_writers(const std::vector<std::string>& writers, double share,
                                         std::uint64_t seed) {
  const std::set<std::string> distinct(writers.begin(), writers.end());
  std::vector<std::string> shuffled(distinct.begin(), distinct.end());
  Random(seed, Purpose::split).shuffle(std::span(shuffled));
  const double target = std::round(share * static_cast<double>(shuffled.size()));
  const double maximum = static_cast<double>(shuffled.size() - 1);
  const auto count = static_cast<std::ptrdiff_t>(share > 0 ? std::clamp(target, 1.0, maximum) : 0);
  return {shuffled.begin(), shuffled.begin() + count};
}

Split split_by_writer(const std::vector<std::string>& writers, double share, std::uint64_t seed) {
  const auto validating = validation_writers(writers, share, seed);
  Split result;
  for (std::uint32_t index = 0; index < writers.size(); ++index) {
    (validating.contains(writers[index]) ? result.validation : result.training).push_back(index);
  }
  return result;
}

bool has_several(const std::vector<std::string>& writers) {
  return std::any_of(writers.begin(), writers.end(),
                     [&](const auto& writer) { return writer != writers.front(); });
}

Split split_source(const TrainingSet& set, const Source& source, double share, std::uint64_t seed) {
  if (has_several(source.writers)) return split_by_writer(source.writers, share, seed);
  return split(std::span(set.dataset.labels).subspan(source.begin, source.size()), share, seed);
}

}  // namespace

void add_source(TrainingSet& set, std::string name, Dataset images, std::vector<std::string> writers) {
  const std::size_t begin = set.dataset.size(), end = begin + images.size();
  if (has_unknown(writers)) writers.clear();
  append(set.dataset, std::move(images));
  set.sources.push_back({std::move(name), begin, end, std::move(writers)});
}

void add_negatives(TrainingSet& set, Dataset negatives) {
  negatives.labels.assign(negatives.size(), no_class);
  negatives.classes = set.dataset.classes;
  append(set.dataset, std::move(negatives));
}

Split split(const TrainingSet& set, double validation_share, std::uint64_t seed) {
  Split result;
  for (const Source& source : set.sources) {
    const Split parts = split_source(set, source, validation_share, seed);
    const auto begin = static_cast<std::uint32_t>(source.begin);
    for (const std::uint32_t index : parts.training) result.training.push_back(begin + index);
    for (const std::uint32_t index : parts.validation) result.validation.push_back(begin + index);
  }
  const std::size_t negatives_begin = set.sources.empty() ? 0 : set.sources.back().end;
  for (std::size_t index = negatives_begin; index < set.dataset.size(); ++index)
    result.training.push_back(static_cast<std::uint32_t>(index));
  return result;
}

std::vector<std::uint32_t> indices_in(const Source& source, const std::vector<std::uint32_t>& indices) {
  std::vector<std::uint32_t> selected;
  std::copy_if(indices.begin(), indices.end(), std::back_inserter(selected),
               [&](std::uint32_t index) { return index >= source.begin && index < source.end; });
  return selected;
}

void oversample_stroke_images(std::vector<std::uint32_t>& indices, const Dataset& dataset, int times) {
  std::vector<std::uint32_t> with_strokes;
  std::copy_if(indices.begin(), indices.end(), std::back_inserter(with_strokes), [&](std::uint32_t index) {
    return dataset.has_strokes(index) && dataset.labels[index] != no_class;
  });
  for (int time = 1; time < times; ++time)
    indices.insert(indices.end(), with_strokes.begin(), with_strokes.end());
}

void balance_classes(std::vector<std::uint32_t>& indices, const Dataset& dataset) {
  constexpr std::size_t max_times = 10;  // a handful of images makes no class, however often they are seen
  std::vector<std::vector<std::uint32_t>> of_class(dataset.classes.size());
  for (const std::uint32_t index : indices) {
    if (dataset.labels[index] != no_class) of_class[dataset.labels[index]].push_back(index);
  }
  std::size_t most = 0;
  for (const auto& images : of_class) most = std::max(most, images.size());
  for (const auto& images : of_class) {
    const std::size_t wanted = std::min(most, max_times * images.size());
    for (std::size_t copy = images.size(); copy < wanted; ++copy)
      indices.push_back(images[copy % images.size()]);
  }
}

}  // namespace inkling::data
