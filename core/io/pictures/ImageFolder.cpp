// SPDX-License-Identifier: MIT
#include "core/io/pictures/ImageFolder.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/base/Text.h"
#include "core/data/Appearance.h"
#include "core/io/LabelText.h"
#include "core/picture/Pipeline.h"

namespace inkling::io {

bool ImageFolder::add(const picture::GreyImage& picture, std::uint8_t label) {
  assert(label < class_count);
  if (!add(picture, std::string())) return false;
  labels_.back() = label;
  return true;
}

bool ImageFolder::add(const picture::GreyImage& picture, std::string path) {
  const auto image = picture::digit_from_picture(picture);
  if (!image) return false;
  pixels_.insert(pixels_.end(), image->begin(), image->end());
  labels_.emplace_back();
  paths_.push_back(std::move(path));
  if (!picture::has_digit_size(picture)) ++resized_;
  return true;
}

void ImageFolder::add_labels(std::span<const PictureLabel> labels) {
  tables_.insert(tables_.end(), labels.begin(), labels.end());
}

Import ImageFolder::finish() {
  PictureLabels found = find_picture_labels(paths_, tables_);
  for (std::size_t image = 0; image < labels_.size(); ++image) {
    if (!labels_[image]) continue;
    found.codes[image] = labels_[image];
    found.by_folder = true;
  }
  const auto labels = resolve(found);
  const bool labelled = std::ranges::any_of(labels, [](const auto& label) { return label.has_value(); });
  Import import;
  for (std::size_t image = 0; image < labels.size(); ++image) {
    if (labelled && !labels[image]) {
      unlabelled_.push_back(paths_[image]);
      continue;
    }
    const auto begin = pixels_.begin() + static_cast<std::ptrdiff_t>(image * image_pixels);
    import.dataset.pixels.insert(import.dataset.pixels.end(), begin, begin + image_pixels);
    if (labelled)
      import.dataset.labels.push_back(*labels[image]);
    else
      import.ids.push_back(paths_[image]);
  }
  import.summary.format = "pictures";
  import.summary.files = import.summary.rows = import.dataset.size();
  import.summary.details = details(found, import.dataset.size());
  return import;
}

/// The digits of the codes. Where classes are numbered from 1 to 10, the images tell whether 1 is 1 or 0.
std::vector<std::optional<std::uint8_t>> ImageFolder::resolve(PictureLabels& found) {
  LabelMeaning meaning;
  for (const auto& code : found.codes)
    if (code) meaning.add(*code);
  std::vector<std::optional<std::uint8_t>> labels;
  data::Dataset images{pixels_, {}, {}};
  for (const auto& code : found.codes) {
    labels.push_back(code ? meaning.digit(*code) : std::nullopt);
    images.labels.push_back(labels.back().value_or(no_digit));
  }
  counted_from_one_ = !meaning.describe().empty() && data::labels_count_from_one(images);
  for (auto& label : labels)
    if (counted_from_one_ && label)
      label = static_cast<std::uint8_t>((*label + class_count - 1) % class_count);
  return labels;
}

std::string ImageFolder::details(const PictureLabels& found, std::size_t images) const {
  std::string text = found.by_table    ? "labelled by a table, "
                     : found.by_folder ? "labelled by folder, "
                     : found.by_name   ? "labelled by file name, "
                                       : "without labels, ";
  if (counted_from_one_) text += "classes 1 to 10 read as 0 to 9, ";
  text += resized_ == 0        ? "28x28"
          : resized_ == images ? "resized to 28x28"
                               : group_thousands(resized_) + " resized to 28x28";
  return text;
}

Error unlabelled_picture() {
  return Error{"Neither a table nor its folder or name says which digit this is."}.with_code("noLabelFound");
}

}  // namespace inkling::io
