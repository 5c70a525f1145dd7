// SPDX-License-Identifier: MIT
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace inkling::testing {

/// Appends a number of `size` bytes, the lowest first.
inline void append_number(std::string& bytes, std::uint64_t number, int size) {
  for (int byte = 0; byte < size; ++byte, number >>= 8) bytes += static_cast<char>(number);
}

/// The bytes as the deflated data of a ZIP archive.
inline std::string deflated(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

/// A ZIP archive of files with these names and contents, deflated or stored.
inline std::string zip(const std::vector<std::pair<std::string, std::string>>& files, bool deflate = true) {
  std::string archive, directory;
  for (const auto& [name, bytes] : files) {
    const std::string packed = deflate ? deflated(bytes) : bytes;
    std::string common;  // to both headers
    append_number(common, 20, 2);
    append_number(common, 0, 2);
    append_number(common, deflate ? 8 : 0, 2);
    append_number(common, 0, 4);
    append_number(common, crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()), 4);
    append_number(common, packed.size(), 4);
    append_number(common, bytes.size(), 4);
    append_number(common, name.size(), 2);
    append_number(common, 0, 2);
    directory += "PK\x01\x02";
    append_number(directory, 20, 2);
    directory += common;
    append_number(directory, 0, 10);
    append_number(directory, archive.size(), 4);
    directory += name;
    archive += "PK\x03\x04" + common + name + packed;
  }
  const std::size_t begin = archive.size();
  archive += directory + "PK\x05\x06";
  append_number(archive, 0, 4);
  append_number(archive, files.size(), 2);
  append_number(archive, files.size(), 2);
  append_number(archive, directory.size(), 4);
  append_number(archive, begin, 4);
  append_number(archive, 0, 2);
  return archive;
}

}  // namespace inkling::testing
