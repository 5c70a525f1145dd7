// SPDX-License-Identifier: MIT
#include "core/cli/images/QrCode.h"

#ifdef INKLING_ZXING
#define ZX_USE_UTF8 1  // Result::text() is UTF-8
#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>
#endif

namespace inkling::cli {

#ifdef INKLING_ZXING

Result<form::CodeModules> encode_qr(const std::string& text) {
  constexpr int smallest = 0;  // a pixel for each module
  const ZXing::BitMatrix matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                      .setMargin(0)
                                      .setEccLevel(4)  // of 0 to 8: about a quarter may be damaged
                                      .encode(text, smallest, smallest);
  form::CodeModules code{matrix.width(), {}};
  for (int y = 0; y < matrix.height(); ++y) {
    for (int x = 0; x < matrix.width(); ++x) code.dark.push_back(matrix.get(x, y) ? 1 : 0);
  }
  return code;
}

std::optional<std::string> decode_qr(const picture::GreyImage& picture) {
  const ZXing::ImageView view(picture.pixels.data(), picture.width, picture.height, ZXing::ImageFormat::Lum);
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::QRCode);
  const ZXing::Result result = ZXing::ReadBarcode(view, hints);
  if (!result.isValid()) return std::nullopt;
  return result.text();
}

#else

Result<form::CodeModules> encode_qr(const std::string&) {
  return Error{"This build can't make QR codes. Build it with libzxing-dev."};
}

std::optional<std::string> decode_qr(const picture::GreyImage&) {
  return std::nullopt;
}

#endif

}  // namespace inkling::cli
