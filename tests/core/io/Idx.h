// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>

#include "core/data/Dataset.h"

namespace inkling::testing {

/// The words of an IDX header, high byte first.
inline std::string big_endian(std::initializer_list<std::uint32_t> words) {
  std::string bytes;
  for (const std::uint32_t word : words) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(word >> shift & 0xff);
  }
  return bytes;
}

inline std::string idx_images(const data::Dataset& dataset) {
  return big_endian({0x803, static_cast<std::uint32_t>(dataset.size()), 28, 28}) +
         std::string(dataset.pixels.begin(), dataset.pixels.end());
}

inline std::string idx_labels(const data::Dataset& dataset) {
  return big_endian({0x801, static_cast<std::uint32_t>(dataset.labels.size())}) +
         std::string(dataset.labels.begin(), dataset.labels.end());
}

}  // namespace inkling::testing
