// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Classes.h"
#include "core/base/Result.h"
#include "core/io/Import.h"

namespace inkling::io {

/// Which classes of some data to use, and under which names.
struct ClassChoice {
  struct Entry {
    std::string label;  // as the data have it; empty if only the name is given
    std::string name;
  };

  std::vector<Entry> entries;  // at least one, all with labels or none
};

/// Parses what a person types or a file says:
/// - names, separated by commas or one a line: "A, B, C"
/// - labels with their names: "0=T-shirt, 1=Trouser", or a CSV file of such pairs, with a header or without
/// - a mapping.txt as that of EMNIST: a label and the code point of its character in each line, "10 65"
/// Fails for invalid names, and for more than max_classes.
Result<ClassChoice> parse_class_choice(std::string_view text);

/// Uses only the images of these classes, which get the names and the order of the choice. Labels with the
/// same name become one class. Names without labels are those of classes of the data, which may lack some;
/// or, if it has none of them, new names of all its labels, in order. Fails if the data have none of the
/// labels.
Status choose_classes(Import& import, const ClassChoice& choice);

}  // namespace inkling::io
