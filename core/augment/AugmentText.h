#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/augment/Augment.h"
#include "core/base/Result.h"

namespace inkling::augment {

/// All options as text: "rotation 15, scale 0.15, ...", the same for equal options only.
std::string to_text(const AugmentOptions& options);

/// The options with those changed that `text` names, in the form of to_text(); refuses a name it does not
/// know and a value out of range, with what there is.
Result<AugmentOptions> change_augmentation(AugmentOptions options, std::string_view text);

/// One of the options as it stands in the text, and what it may be.
struct AugmentRange {
  std::string name;
  double least = 0, most = 0;
};

std::vector<AugmentRange> augmentation_ranges();

}  // namespace inkling::augment
