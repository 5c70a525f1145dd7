// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>

#include "core/base/Result.h"
#include "core/picture/GreyImage.h"

namespace inkling::cli {

/// Writes the steps of reading a picture as PNG files to a folder, which is made if it's missing: what the
/// picture is searched as (NAME.paper.png), the ink (NAME.mask.png), the printed lines in it
/// (NAME.lines.png), and the parts that digits are made of, each in a colour (NAME.parts.png). NAME is the
/// picture's file name.
Status write_picture_steps(const picture::GreyImage& picture, const std::filesystem::path& file,
                           const std::filesystem::path& folder);

}  // namespace inkling::cli
