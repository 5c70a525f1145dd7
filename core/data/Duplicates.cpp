// SPDX-License-Identifier: MIT
#include "core/data/Duplicates.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <numeric>
#include <span>

#include "core/base/Random.h"

namespace inkling::data {

namespace {

using Image = std::span<const std::uint8_t, image_pixels>;

/// Union-find over rows; the smallest row of a set represents it.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t rows) : parent_(rows) { std::iota(parent_.begin(), parent_.end(), 0u); }

  std::uint32_t find(std::uint32_t row) {
    while (parent_[row] != row) row = parent_[row] = parent_[parent_[row]];
    return row;
  }

  void join(std::uint32_t one, std::uint32_t other) {
    const std::uint32_t a = find(one), b = find(other);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

/// FNV-1a.
std::uint64_t hash_of(std::span<const std::uint8_t> bytes) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 0x100000001b3;
  return hash;
}

struct KeyedRow {
  std::uint64_t key;
  std::uint32_t row;

  auto operator<=>(const KeyedRow&) const = default;
};

/// Sorts the rows so that equal keys are neighbours.
template <class Key>
std::vector<KeyedRow> sorted_by(const std::vector<std::uint32_t>& rows, Key key) {
  std::vector<KeyedRow> keyed;
  for (const std::uint32_t row : rows) keyed.push_back({key(row), row});
  std::sort(keyed.begin(), keyed.end());
  return keyed;
}

/// Joins identical images and returns one row of each.
std::vector<std::uint32_t> join_identical(const Dataset& dataset, DisjointSets& sets) {
  std::vector<std::uint32_t> rows(dataset.size()), distinct;
  std::iota(rows.begin(), rows.end(), 0u);
  const auto keyed = sorted_by(rows, [&](std::uint32_t row) { return hash_of(dataset.image(row)); });
  for (std::size_t at = 0; at < keyed.size(); ++at) {
    const std::uint32_t row = keyed[at].row;
    const bool same_hash = at > 0 && keyed[at - 1].key == keyed[at].key;
    if (same_hash && std::ranges::equal(dataset.image(keyed[at - 1].row), dataset.image(row))) {
      sets.join(keyed[at - 1].row, row);
    } else {
      distinct.push_back(row);
    }
  }
  return distinct;
}

constexpr int thumbnail_block = 4, blocks = image_side / thumbnail_block;

/// The sum of each block of 4x4 pixels, without the blocks at the border, where digits hardly differ.
using BlockSums = std::array<std::uint16_t, (blocks - 2) * (blocks - 2)>;

BlockSums block_sums(Image image) {
  BlockSums sums{};
  for (int y = thumbnail_block; y < image_side - thumbnail_block; ++y) {
    for (int x = thumbnail_block; x < image_side - thumbnail_block; ++x) {
      sums[(y / thumbnail_block - 1) * (blocks - 2) + x / thumbnail_block - 1] += image[y * image_side + x];
    }
  }
  return sums;
}

/// A locality-sensitive hash: quantises some block sums with random offsets. Most near-duplicates get the
/// same key from one of several such hashes (Datar, Immorlica, Indyk and Mirrokni, 2004).
class LocalityHash {
 public:
  explicit LocalityHash(std::uint64_t seed) {
    Random random(seed);
    std::iota(blocks_.begin(), blocks_.end(), std::size_t{0});
    random.shuffle(std::span<std::size_t>(blocks_));
    for (std::uint16_t& offset : offsets_) offset = static_cast<std::uint16_t>(random.below(step));
  }

  std::uint64_t key(const BlockSums& sums) const {
    std::uint64_t key = 0;
    for (std::size_t at = 0; at < used; ++at)
      key = key * 64 + static_cast<std::uint64_t>(sums[blocks_[at]] + offsets_[at]) / step;
    return key;
  }

 private:
  static constexpr std::size_t used = 10;
  static constexpr std::uint16_t step = 400;  // sums go up to 4,080

  std::array<std::size_t, std::tuple_size_v<BlockSums>> blocks_;  // shuffled; the first `used` count
  std::array<std::uint16_t, used> offsets_;
};

std::uint32_t squared_length(Image image) {
  std::uint32_t sum = 0;
  for (const std::uint32_t ink : image) sum += ink * ink;
  return sum;
}

/// Whether the squared distance is at most `limit`.
bool is_within(Image one, Image other, std::uint32_t limit) {
  std::uint32_t sum = 0;
  for (int y = 0; y < image_side && sum <= limit; ++y) {
    for (int x = 0; x < image_side; ++x) {
      const int difference = one[y * image_side + x] - other[y * image_side + x];
      sum += static_cast<std::uint32_t>(difference * difference);
    }
  }
  return sum <= limit;
}

constexpr std::uint32_t squared_ratio = 100;  // a tenth of the length
constexpr std::size_t hashes = 8;
constexpr std::size_t neighbours = 200;  // compared per row and hash, to bound the time

/// Joins near-duplicates among `rows` and marks them in `near` [images].
void join_near(const Dataset& dataset, const std::vector<std::uint32_t>& rows, DisjointSets& sets,
               std::vector<bool>& near) {
  std::vector<BlockSums> sums(dataset.size());
  std::vector<std::uint32_t> limit(dataset.size());
  for (const std::uint32_t row : rows) {
    sums[row] = block_sums(dataset.image(row));
    limit[row] = squared_length(dataset.image(row)) / squared_ratio;
  }
  for (std::uint64_t seed = 0; seed < hashes; ++seed) {
    const LocalityHash hash(seed);
    const auto keyed = sorted_by(rows, [&](std::uint32_t row) { return hash.key(sums[row]); });
    for (std::size_t one = 0; one < keyed.size(); ++one) {
      const std::size_t end = std::min(keyed.size(), one + neighbours);
      for (std::size_t other = one + 1; other < end && keyed[other].key == keyed[one].key; ++other) {
        const std::uint32_t a = keyed[one].row, b = keyed[other].row;
        if (!is_within(dataset.image(a), dataset.image(b), std::min(limit[a], limit[b]))) continue;
        sets.join(a, b);
        near[a] = near[b] = true;
      }
    }
  }
}

}  // namespace

std::vector<DuplicateGroup> find_duplicates(const Dataset& dataset) {
  DisjointSets sets(dataset.size());
  std::vector<bool> near(dataset.size());
  join_near(dataset, join_identical(dataset, sets), sets, near);
  std::map<std::uint32_t, DuplicateGroup> groups;  // by first row
  for (std::uint32_t row = 0; row < dataset.size(); ++row) groups[sets.find(row)].rows.push_back(row);
  std::vector<DuplicateGroup> duplicates;
  for (auto& [first, group] : groups) {
    if (group.rows.size() < 2) continue;
    group.identical = std::ranges::none_of(group.rows, [&](std::uint32_t row) { return near[row]; });
    duplicates.push_back(std::move(group));
  }
  return duplicates;
}

}  // namespace inkling::data
