// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/io/Import.h"
#include "core/io/LabelTable.h"
#include "core/io/pictures/PictureLabels.h"
#include "core/picture/GreyImage.h"

namespace inkling::io {

/// Collects images from pictures of one digit, or another symbol, each, labelled by the folders they are in,
/// by a table, or by their own names (see find_picture_labels()).
class LabelledPictures {
 public:
  explicit LabelledPictures(LabelRule label_rule = LabelRule::find_out) : label_rule_(label_rule) {}

  /// Adds the digit in a picture (see picture::digit_from_picture()); false if it is blank. `label` is 0
  /// to 9.
  bool add(const picture::GreyImage& picture, std::uint8_t label);

  /// The same for a picture whose label is found out by finish().
  bool add(const picture::GreyImage& picture, std::string path);

  /// Adds what a table says of the pictures.
  void add_labels(std::span<const PictureLabel> labels);

  bool has_labels() const { return !tables_.empty(); }
  bool empty() const { return pixels_.empty(); }

  /// The images with their labels; those without are skipped, see unlabelled(). If none has one, all without
  /// labels, with their paths as ids. Fails if there are too many classes. Call once, if not empty.
  Result<Import> finish();

  /// The paths of the pictures that finish() skipped.
  const std::vector<std::string>& unlabelled() const { return unlabelled_; }

 private:
  Result<ResolvedLabels> resolve(const PictureLabels& found);
  FormatDetails details(const PictureLabels& found, std::size_t images) const;

  LabelRule label_rule_;
  std::vector<std::uint8_t> pixels_;
  std::vector<std::optional<std::uint8_t>> labels_;  // [images] where they are given
  std::vector<std::string> paths_;                   // [images] "" where the label is given
  std::vector<PictureLabel> tables_;
  std::vector<std::string> unlabelled_;
  std::size_t resized_ = 0;
};

/// Why pictures are skipped as unlabelled.
Error unlabelled_picture();

}  // namespace inkling::io
