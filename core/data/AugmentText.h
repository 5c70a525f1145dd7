#pragma once

#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/data/Augment.h"

namespace inkling {

/// All options as text: "rotation 15, scale 0.15, ...", the same for equal options only.
std::string to_text(const AugmentOptions& options);

/// The options with those changed that `text` names, in the form of to_text(); refuses a name it does not
/// know and a value out of range, with what there is.
Result<AugmentOptions> change_augmentation(AugmentOptions options, std::string_view text);

}  // namespace inkling
