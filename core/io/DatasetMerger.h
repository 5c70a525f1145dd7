#pragma once

#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/io/Import.h"

namespace inkling::io {

/// What a file held that was read whole.
struct FileContent {
  std::string name;  // with the folders that it lies in
  bool optional;     // nobody asked for this one, it was only there: in a folder or an archive
  Import import;     // images, or the labels of an IDX file alone
};

/// A part that nothing was made of.
struct SkippedFile {
  std::string name, reason;
};

struct MergedDataset {
  Import import;
  std::vector<SkippedFile> left_out;  // of what was optional
};

/// Puts what several files held together to one dataset, in their order. Labels that are in an IDX file of
/// their own go to the images whose file has such a name, or else to the only ones that are as many. Images
/// with labels and images without do not go together: what is optional is left out then, and for the rest it
/// is refused, as it is for images and labels that do not belong together.
Result<MergedDataset> gather(std::vector<FileContent> parts);

}  // namespace inkling::io
