// SPDX-License-Identifier: MIT
#include "core/cli/train/TrainingData.h"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "core/cli/files/DataFile.h"
#include "core/cli/files/File.h"
#include "core/cli/mpi/Processes.h"
#include "core/cli/output/Print.h"
#include "core/ink/Ink.h"
#include "core/synthetic/ClassNegatives.h"
#include "core/synthetic/Collages.h"

namespace inkling::cli {

namespace {

/// Whether a file's classes and those of the others are few enough.
Status check_classes(const data::TrainingSet& set, const data::Dataset& more) {
  if (set.sources.empty()) return success();
  const std::size_t classes = joined(set.dataset.classes, more.classes).size();
  if (classes <= max_classes) return success();
  return Error{"The data have " + std::to_string(classes) + " classes in total. Inkling tells up to " +
               std::to_string(max_classes) + " apart."};
}

Result<data::TrainingSet> load_sources(const TrainArguments& arguments) {
  data::TrainingSet set;
  for (const auto& path : arguments.data) {
    auto file = load_images(path, arguments.image_changes);
    if (!file) return file.error();
    if (!file.value().dataset.labelled())
      return Error{path.string() + ": The images have no labels. Training needs labelled images."};
    print_import_report(path, file.value().summary);
    print_appearance(path, file.value().dataset);
    if (const Status joined = check_classes(set, file.value().dataset); !joined)
      return Error{path.string() + ": " + joined.error().message};
    data::add_source(set, path.string(), std::move(file.value().dataset), std::move(file.value().writers));
  }
  if (const std::string missing = list_names(data::missing_classes(set.dataset)); !missing.empty())
    std::fprintf(stderr, "No images of %s: the model won't learn to read these.\n", missing.c_str());
  return set;
}

/// Adds files of drawings that show no digit, whatever their labels, and collages of them.
Status add_non_digits(const TrainArguments& arguments, std::uint64_t seed, data::TrainingSet& set) {
  std::vector<ink::Ink> drawings;
  ImageChanges changes = arguments.image_changes;
  changes.ignore_labels = true;
  for (const auto& path : arguments.non_digits) {
    auto file = load_images(path, changes);
    if (!file) return file.error();
    print_import_report(path, file.value().summary);
    drawings.insert(drawings.end(), file.value().dataset.inks.begin(), file.value().dataset.inks.end());
    data::add_negatives(set, std::move(file.value().dataset));
  }
  if (arguments.collages == 0) return success();
  data::Dataset collages = synthetic::synthetic_collages(drawings, arguments.collages, seed);
  if (collages.size() == 0)
    return Error{"--collages needs --non-digits with a strokes file (.jsonl).", Error::Kind::usage};
  data::add_negatives(set, std::move(collages));
  return success();
}

Result<TrainingData> load(const TrainArguments& arguments, const train::TrainingOptions& options) {
  for (const auto& path : {arguments.model, arguments.checkpoint}) {
    if (path.empty()) continue;
    if (const Status writable = check_writable(path); !writable) return writable.error();
  }
  auto images = load_sources(arguments);
  if (!images) return images.error();
  TrainingData data{std::move(images).value(), std::nullopt};
  if (const Status added = add_non_digits(arguments, options.seed, data.images); !added) return added.error();
  if (options.negatives > 0) {
    const auto count = static_cast<std::size_t>(options.negatives);
    data::add_negatives(data.images, synthetic::negatives_for(data.images.dataset, count, options.seed));
  }
  if (arguments.test_data.empty()) return data;
  auto test_images = load_images(arguments.test_data, arguments.image_changes);
  if (!test_images) return test_images.error();
  print_import_report(arguments.test_data, test_images.value().summary);
  print_appearance(arguments.test_data, test_images.value().dataset);
  data.test_images = std::move(test_images).value().dataset;
  if (const Status matched = data::match_classes(*data.test_images, data.images.dataset.classes); !matched)
    return Error{arguments.test_data.string() + ": " + matched.error().message};
  if (data.test_images->labelled()) return data;
  return Error{arguments.test_data.string() + ": The images have no labels. A test needs labelled images."};
}

/// As one text, each terminated by a zero byte.
void broadcast(std::vector<std::string>& texts, distributed::Communicator& communicator) {
  std::vector<std::uint8_t> bytes;
  for (const std::string& text : texts) {
    bytes.insert(bytes.end(), text.begin(), text.end());
    bytes.push_back(0);
  }
  communicator.broadcast(bytes);
  texts.clear();
  for (auto begin = bytes.begin(); begin != bytes.end();) {
    const auto end = std::find(begin, bytes.end(), 0);
    texts.emplace_back(begin, end);
    begin = std::next(end);
  }
}

void broadcast(data::Dataset& dataset, distributed::Communicator& communicator) {
  communicator.broadcast(dataset.pixels);
  communicator.broadcast(dataset.labels);
  broadcast(dataset.classes, communicator);
  std::vector<std::uint8_t> inks = ink::serialize_inks(dataset.inks);
  communicator.broadcast(inks);
  if (!communicator.is_root()) dataset.inks = ink::deserialize_inks(inks);
}

void broadcast(data::TrainingSet& set, distributed::Communicator& communicator) {
  broadcast(set.dataset, communicator);
  std::vector<std::string> names, ends;
  for (const data::Source& source : set.sources) {
    names.push_back(source.name);
    ends.push_back(std::to_string(source.end));
  }
  broadcast(names, communicator);
  broadcast(ends, communicator);
  set.sources.resize(names.size());
  std::size_t begin = 0;
  for (std::size_t index = 0; index < names.size(); ++index) {
    data::Source& source = set.sources[index];
    broadcast(source.writers, communicator);
    source.name = names[index];
    source.begin = std::exchange(begin, std::stoul(ends[index]));
    source.end = begin;
  }
}

}  // namespace

Result<TrainingData> load_and_broadcast(const TrainArguments& arguments,
                                        const train::TrainingOptions& options,
                                        distributed::Communicator& communicator) {
  Result<TrainingData> data = communicator.is_root() ? load(arguments, options) : TrainingData();
  const Status status = broadcast_status(data ? success() : Status(data.error()), communicator);
  if (!status) return status.error();
  broadcast(data.value().images, communicator);
  if (arguments.test_data.empty()) return data;
  if (!communicator.is_root()) data.value().test_images.emplace();
  broadcast(*data.value().test_images, communicator);
  return data;
}

}  // namespace inkling::cli
