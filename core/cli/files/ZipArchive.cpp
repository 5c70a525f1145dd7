// SPDX-License-Identifier: MIT
#include "core/cli/files/ZipArchive.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace inkling::cli {

namespace {

// Sizes and places in the records of the format (APPNOTE.TXT 6.3).
constexpr std::size_t end_bytes = 22, end64_bytes = 56, locator_bytes = 20, entry_bytes = 46,
                      local_bytes = 30;
constexpr std::string_view end_mark = "PK\x05\x06", entry_mark = "PK\x01\x02", local_mark = "PK\x03\x04";
constexpr std::uint64_t elsewhere32 = 0xffffffff;  // the number is too large: the 64-bit form has it
constexpr std::size_t max_entries = 1'000'000;

Error damaged() {
  return {"the ZIP archive is damaged or cut short. Download or copy it again."};
}

/// A number of `size` bytes, the lowest first; 0 beyond the end.
std::uint64_t number_at(std::span<const char> bytes, std::size_t at, std::size_t size) {
  std::uint64_t number = 0;
  if (at > bytes.size() || size > bytes.size() - at) return 0;
  for (std::size_t byte = size; byte > 0; --byte)
    number = number << 8 | static_cast<std::uint8_t>(bytes[at + byte - 1]);
  return number;
}

std::string_view text_at(std::span<const char> bytes, std::size_t at, std::size_t size) {
  if (at > bytes.size() || size > bytes.size() - at) return {};
  return {bytes.data() + at, size};
}

struct Directory {
  std::uint64_t begin, entries;
};

/// A comment of up to 64 KB may follow the record.
std::optional<std::size_t> find_end(std::span<const char> archive) {
  const std::string_view text(archive.data(), archive.size());
  const std::size_t at = text.rfind(end_mark);
  if (at == std::string_view::npos || archive.size() - at < end_bytes) return std::nullopt;
  return at;
}

std::optional<Directory> find_directory(std::span<const char> archive) {
  const auto end = find_end(archive);
  if (!end) return std::nullopt;
  const Directory directory{number_at(archive, *end + 16, 4), number_at(archive, *end + 10, 2)};
  const bool is_large = directory.begin == elsewhere32 || directory.entries == 0xffff;
  if (!is_large || *end < locator_bytes) return directory;
  const std::uint64_t end64 = number_at(archive, *end - locator_bytes + 8, 8);
  if (end64 > archive.size() || archive.size() - end64 < end64_bytes) return directory;
  const auto at = static_cast<std::size_t>(end64);
  return text_at(archive, at, 4) == "PK\x06\x06"
             ? Directory{number_at(archive, at + 48, 8), number_at(archive, at + 32, 8)}
             : directory;
}

/// The next of the numbers that the extra field has for those too large for 32 bits.
std::uint64_t or_large(std::uint64_t number, std::span<const char> extra, std::size_t& at) {
  if (number != elsewhere32) return number;
  at += 8;
  return number_at(extra, at - 8, 8);
}

/// The part of the extra field with the 64-bit numbers; empty without one.
std::span<const char> large_numbers(std::span<const char> extra) {
  while (extra.size() >= 4) {
    const auto size = static_cast<std::size_t>(number_at(extra, 2, 2));
    if (size > extra.size() - 4) return {};
    if (number_at(extra, 0, 2) == 1) return extra.subspan(4, size);
    extra = extra.subspan(4 + size);
  }
  return {};
}

/// The entry at `at`, which moves on to the next; none if it is damaged.
std::optional<ZipEntry> take_entry(std::span<const char> archive, std::size_t& at) {
  if (text_at(archive, at, 4) != entry_mark || archive.size() - at < entry_bytes) return std::nullopt;
  const auto name_size = static_cast<std::size_t>(number_at(archive, at + 28, 2));
  const auto extra_size = static_cast<std::size_t>(number_at(archive, at + 30, 2));
  const auto comment_size = static_cast<std::size_t>(number_at(archive, at + 32, 2));
  if (name_size + extra_size + comment_size > archive.size() - at - entry_bytes) return std::nullopt;
  const auto large = large_numbers(archive.subspan(at + entry_bytes + name_size, extra_size));
  ZipEntry entry{.name = std::string(text_at(archive, at + entry_bytes, name_size)),
                 .method = static_cast<std::uint16_t>(number_at(archive, at + 10, 2)),
                 .encrypted = (number_at(archive, at + 8, 2) & 1) != 0,
                 .packed = {},
                 .bytes = number_at(archive, at + 24, 4),
                 .checksum = static_cast<std::uint32_t>(number_at(archive, at + 16, 4))};
  std::size_t next = 0;
  entry.bytes = or_large(entry.bytes, large, next);
  const std::uint64_t packed = or_large(number_at(archive, at + 20, 4), large, next);
  const std::uint64_t local = or_large(number_at(archive, at + 42, 4), large, next);
  at += entry_bytes + name_size + extra_size + comment_size;
  if (local > archive.size() || archive.size() - local < local_bytes) return std::nullopt;
  const auto header = static_cast<std::size_t>(local);
  const std::uint64_t begin =
      local + local_bytes + number_at(archive, header + 26, 2) + number_at(archive, header + 28, 2);
  if (text_at(archive, header, 4) != local_mark || begin > archive.size() || packed > archive.size() - begin)
    return std::nullopt;
  entry.packed = archive.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(packed));
  return entry;
}

bool is_folder(const ZipEntry& entry) {
  return entry.name.ends_with('/') || entry.name.ends_with('\\');
}

}  // namespace

Result<std::vector<ZipEntry>> list_zip(std::span<const char> archive) {
  const auto directory = find_directory(archive);
  if (!directory || directory->begin > archive.size()) return damaged();
  if (directory->entries > max_entries) return Error{"the ZIP archive has more than a million files."};
  std::vector<ZipEntry> entries;
  auto at = static_cast<std::size_t>(directory->begin);
  for (std::uint64_t index = 0; index < directory->entries; ++index) {
    auto entry = take_entry(archive, at);
    if (!entry) return damaged();
    if (!is_folder(*entry)) entries.push_back(std::move(*entry));
  }
  return entries;
}

Status unpack(const ZipEntry& entry, const Inflater::Sink& sink) {
  constexpr std::uint16_t stored = 0, deflated = 8;
  if (entry.encrypted)
    return Error{"this file is encrypted. Extract the archive with its password and use the files."};
  if (entry.method != stored && entry.method != deflated)
    return Error{"this file is compressed in a rare way. Extract the archive and use the files."};
  std::uint64_t bytes = 0;
  auto checksum = crc32(0, nullptr, 0);
  Status taken = success();
  const auto check = [&](std::span<const char> unpacked) {
    bytes += unpacked.size();
    checksum = crc32_z(checksum, reinterpret_cast<const Bytef*>(unpacked.data()), unpacked.size());
    return taken = sink(unpacked);
  };
  Status status = success();
  if (entry.method == stored) {
    status = check(entry.packed);
  } else {
    status = Inflater(entry.bytes, Inflater::Format::deflate).push(entry.packed, check);
  }
  if (!taken) return taken;
  return status && bytes == entry.bytes && checksum == entry.checksum ? success() : damaged();
}

}  // namespace inkling::cli
