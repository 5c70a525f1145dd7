#include "core/data/TrainingSet.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

#include "core/base/Random.h"

namespace inkling::data {

namespace {

bool any_unknown(const std::vector<std::string>& writers) {
  return std::any_of(writers.begin(), writers.end(), [](const auto& writer) { return writer.empty(); });
}

std::set<std::string> validating_writers(const std::vector<std::string>& all, double share,
                                         std::uint64_t seed) {
  const std::set<std::string> known(all.begin(), all.end());
  std::vector<std::string> writers(known.begin(), known.end());
  Random(seed, Purpose::split).shuffle(std::span(writers));
  const double wanted = std::round(share * static_cast<double>(writers.size()));
  const double most = static_cast<double>(writers.size() - 1);
  const auto count = static_cast<std::ptrdiff_t>(share > 0 ? std::clamp(wanted, 1.0, most) : 0);
  return {writers.begin(), writers.begin() + count};
}

Split split_by_writer(const std::vector<std::string>& writers, double share, std::uint64_t seed) {
  const auto validating = validating_writers(writers, share, seed);
  Split parts;
  for (std::uint32_t index = 0; index < writers.size(); ++index) {
    (validating.contains(writers[index]) ? parts.validation : parts.training).push_back(index);
  }
  return parts;
}

bool several(const std::vector<std::string>& writers) {
  return std::any_of(writers.begin(), writers.end(),
                     [&](const auto& writer) { return writer != writers.front(); });
}

Split split_source(const TrainingSet& set, const Source& source, double share, std::uint64_t seed) {
  if (several(source.writers)) return split_by_writer(source.writers, share, seed);
  return split(std::span(set.dataset.labels).subspan(source.begin, source.size()), share, seed);
}

}  // namespace

void add_source(TrainingSet& set, std::string name, Dataset images, std::vector<std::string> writers) {
  const std::size_t begin = set.dataset.size(), end = begin + images.size();
  if (any_unknown(writers)) writers.clear();
  append(set.dataset, std::move(images));
  set.sources.push_back({std::move(name), begin, end, std::move(writers)});
}

void add_negatives(TrainingSet& set, Dataset negatives) {
  append(set.dataset, std::move(negatives));
}

Split split(const TrainingSet& set, double validation_share, std::uint64_t seed) {
  Split all;
  for (const Source& source : set.sources) {
    const Split parts = split_source(set, source, validation_share, seed);
    const auto begin = static_cast<std::uint32_t>(source.begin);
    for (const std::uint32_t index : parts.training) all.training.push_back(begin + index);
    for (const std::uint32_t index : parts.validation) all.validation.push_back(begin + index);
  }
  const std::size_t digits = set.sources.empty() ? 0 : set.sources.back().end;
  for (std::size_t index = digits; index < set.dataset.size(); ++index)
    all.training.push_back(static_cast<std::uint32_t>(index));
  return all;
}

std::vector<std::uint32_t> of_source(const Source& source, const std::vector<std::uint32_t>& indices) {
  std::vector<std::uint32_t> chosen;
  std::copy_if(indices.begin(), indices.end(), std::back_inserter(chosen),
               [&](std::uint32_t index) { return index >= source.begin && index < source.end; });
  return chosen;
}

void repeat_drawings(std::vector<std::uint32_t>& indices, const Dataset& dataset, int times) {
  std::vector<std::uint32_t> drawings;
  std::copy_if(indices.begin(), indices.end(), std::back_inserter(drawings), [&](std::uint32_t index) {
    return dataset.drawn(index) && dataset.labels[index] != no_digit;
  });
  for (int time = 1; time < times; ++time) indices.insert(indices.end(), drawings.begin(), drawings.end());
}

}  // namespace inkling::data
