#include "core/io/Submission.h"

namespace inkling::io {

std::string submission_csv(std::span<const std::uint8_t> labels) {
  std::string text = "ImageId,Label\n";
  for (std::size_t index = 0; index < labels.size(); ++index) {
    text += std::to_string(index + 1) + "," + std::to_string(labels[index]) + "\n";
  }
  return text;
}

}  // namespace inkling::io
