// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Classes.h"
#include "core/base/Result.h"
#include "core/data/Dataset.h"
#include "core/io/FormatDetail.h"

namespace inkling::io {

/// How to understand the labels of a file.
enum class LabelRule {
  find_out,    // as digits if they are, otherwise as classes of their own
  as_written,  // as classes of their own, whatever they say: others will choose or name them
  ignore       // images are read as if they had none
};

/// The classes of a file's images.
struct ResolvedLabels {
  ClassNames classes;
  std::vector<std::uint8_t> labels;  // [images], or no_class where the label says none
  bool has_ten = false;              // they are 1 to 10, and 10 is understood as 0; see settle_ten()
  bool digits = true;                // they were understood as digits
};

/// Collects the labels of a file, each different text once, and finds out what they mean when all have come.
class LabelTable {
 public:
  /// The place of a text in the table; 0 to 9 for these numbers.
  using Id = std::uint16_t;

  LabelTable();

  /// The id of a label as it stands in the file, in quotes or not.
  Id add(std::string_view text);

  /// The same for a number, which is quicker.
  Id add(std::uint8_t number);

  const std::string& text(Id id) const { return texts_[id]; }

  /// What the labels with these ids are. They are digits if parse_label() understands them, but for a few:
  /// then ten classes, whichever occur. Otherwise, if other labels are as frequent as a class, every text or
  /// whole number is the name of one, in natural order. Fails if that makes more than max_classes, twice as
  /// many for labels as written.
  Result<ResolvedLabels> resolve(std::span<const Id> ids, LabelRule rule) const;

 private:
  std::map<std::string, Id, std::less<>> ids_;
  std::vector<std::string> texts_;  // by id
  std::array<Id, 256> number_ids_{};
};

/// Where labels were 1 to 10, the images tell whether 10 is 0, or all are one too high, which is corrected.
/// Adds which of these it was.
void settle_ten(data::Dataset& dataset, FormatDetails& details);

/// Adds how many classes there are, unless they are the digits.
void add_class_count(FormatDetails& details, const ClassNames& classes);

}  // namespace inkling::io
