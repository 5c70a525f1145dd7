// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "core/base/Result.h"
#include "core/form/SheetSvg.h"
#include "core/picture/GreyImage.h"

namespace inkling::cli {

/// A text as a QR code. Fails in a build without the library for codes.
Result<form::CodeModules> encode_qr(const std::string& text);

/// The text of the QR code in a picture; none if there is none, or without the library.
std::optional<std::string> decode_qr(const picture::GreyImage& picture);

}  // namespace inkling::cli
