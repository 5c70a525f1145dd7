#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace inkling::io {

/// The predicted digits as Kaggle's Digit Recognizer takes them: "ImageId,Label", then a line for each image,
/// ids from 1, lines ended by LF as in Kaggle's sample_submission.csv.
std::string submission_csv(std::span<const std::uint8_t> labels);

}  // namespace inkling::io
