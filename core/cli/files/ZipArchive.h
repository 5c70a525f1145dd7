// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/cli/files/Inflater.h"

namespace inkling::cli {

/// A file in a ZIP archive.
struct ZipEntry {
  std::string name;  // with its folders
  std::uint16_t method = 0;
  bool encrypted = false;
  std::span<const char> packed;
  std::uint64_t bytes = 0;  // unpacked
  std::uint32_t checksum = 0;
};

/// The files in an archive, whose bytes must outlive them, by the directory at its end. Folders are left out.
/// Fails if the archive is cut short or damaged.
Result<std::vector<ZipEntry>> list_zip(std::span<const char> archive);

/// Passes what is in the entry, piece by piece, to `sink`. Stops at the first error.
Status unpack(const ZipEntry& entry, const Inflater::Sink& sink);

}  // namespace inkling::cli
