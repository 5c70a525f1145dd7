// SPDX-License-Identifier: MIT
#include "core/io/pictures/LabelledPictures.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/base/Text.h"
#include "core/picture/Pipeline.h"

namespace inkling::io {

bool LabelledPictures::add(const picture::GreyImage& picture, std::uint8_t label) {
  assert(label < digit_count);
  if (!add(picture, std::string())) return false;
  labels_.back() = label;
  return true;
}

bool LabelledPictures::add(const picture::GreyImage& picture, std::string path) {
  const auto image = picture::digit_from_picture(picture);
  if (!image) return false;
  pixels_.insert(pixels_.end(), image->begin(), image->end());
  labels_.emplace_back();
  paths_.push_back(std::move(path));
  if (!picture::has_digit_size(picture)) ++resized_;
  return true;
}

void LabelledPictures::add_labels(std::span<const PictureLabel> labels) {
  tables_.insert(tables_.end(), labels.begin(), labels.end());
}

Result<Import> LabelledPictures::finish() {
  PictureLabels found = find_picture_labels(paths_, tables_);
  for (std::size_t image = 0; image < labels_.size(); ++image) {
    if (!labels_[image]) continue;
    found.texts[image] = std::to_string(*labels_[image]);
    found.by_folder = true;
  }
  const auto resolved = resolve(found);
  if (!resolved) return resolved.error();
  const auto& [classes, labels, has_ten, digits] = resolved.value();
  const bool labelled = std::ranges::any_of(labels, [](std::uint8_t label) { return label != no_class; });
  Import import;
  if (labelled) import.dataset.classes = classes;
  for (std::size_t image = 0; image < labels.size(); ++image) {
    if (labelled && labels[image] == no_class) {
      unlabelled_.push_back(paths_[image]);
      continue;
    }
    const auto begin = pixels_.begin() + static_cast<std::ptrdiff_t>(image * image_pixels);
    import.dataset.pixels.insert(import.dataset.pixels.end(), begin, begin + image_pixels);
    if (labelled)
      import.dataset.labels.push_back(labels[image]);
    else
      import.ids.push_back(paths_[image]);
  }
  import.summary.format = "pictures";
  import.summary.files = import.summary.rows = import.dataset.size();
  import.summary.details = details(found, import.dataset.size());
  if (has_ten && labelled) settle_ten(import.dataset, import.summary.details);
  add_class_count(import.summary.details, import.dataset.classes);
  return import;
}

/// The labels of all images, no_class for those without.
Result<ResolvedLabels> LabelledPictures::resolve(const PictureLabels& found) {
  LabelTable table;
  std::vector<LabelTable::Id> ids;
  std::vector<std::size_t> images;
  for (std::size_t image = 0; image < found.texts.size() && label_rule_ != LabelRule::ignore; ++image) {
    if (!found.texts[image]) continue;
    ids.push_back(table.add(std::string_view(*found.texts[image])));
    images.push_back(image);
  }
  auto resolved = table.resolve(ids, label_rule_);
  if (!resolved) return resolved;
  std::vector<std::uint8_t> labels(found.texts.size(), no_class);
  for (std::size_t index = 0; index < images.size(); ++index)
    labels[images[index]] = resolved.value().labels[index];
  resolved.value().labels = std::move(labels);
  return resolved;
}

FormatDetails LabelledPictures::details(const PictureLabels& found, std::size_t images) const {
  FormatDetails details{{found.by_table    ? FormatFact::labelled_by_table
                         : found.by_folder ? FormatFact::labelled_by_folder
                         : found.by_name   ? FormatFact::labelled_by_name
                                           : FormatFact::without_labels}};
  details.push_back({resized_ == 0        ? FormatFact::network_size
                     : resized_ == images ? FormatFact::all_resized
                                          : FormatFact::some_resized,
                     resized_});
  return details;
}

Error unlabelled_picture() {
  return Error{"Neither a table nor its folder or name says which digit this is."}.with_code("noLabelFound");
}

}  // namespace inkling::io
