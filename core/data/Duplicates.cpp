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

/// Sets of rows that grow together, each named by its first.
class Sets {
 public:
  explicit Sets(std::size_t rows) : first_(rows) { std::iota(first_.begin(), first_.end(), 0u); }

  std::uint32_t of(std::uint32_t row) {
    while (first_[row] != row) row = first_[row] = first_[first_[row]];
    return row;
  }

  void join(std::uint32_t one, std::uint32_t other) {
    const std::uint32_t a = of(one), b = of(other);
    first_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> first_;
};

std::uint64_t hash_of(std::span<const std::uint8_t> bytes) {  // FNV-1a
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 0x100000001b3;
  return hash;
}

struct Keyed {
  std::uint64_t key;
  std::uint32_t row;

  auto operator<=>(const Keyed&) const = default;
};

/// Rows with equal keys side by side, in their order.
template <class Key>
std::vector<Keyed> sorted_by(const std::vector<std::uint32_t>& rows, Key key) {
  std::vector<Keyed> keyed;
  for (const std::uint32_t row : rows) keyed.push_back({key(row), row});
  std::sort(keyed.begin(), keyed.end());
  return keyed;
}

/// Joins what is the same pixel by pixel, and returns one row of each.
std::vector<std::uint32_t> join_same(const Dataset& dataset, Sets& sets) {
  std::vector<std::uint32_t> rows(dataset.size()), different;
  std::iota(rows.begin(), rows.end(), 0u);
  const auto keyed = sorted_by(rows, [&](std::uint32_t row) { return hash_of(dataset.image(row)); });
  for (std::size_t at = 0; at < keyed.size(); ++at) {
    const std::uint32_t row = keyed[at].row;
    const bool before = at > 0 && keyed[at - 1].key == keyed[at].key;
    if (before && std::ranges::equal(dataset.image(keyed[at - 1].row), dataset.image(row))) {
      sets.join(keyed[at - 1].row, row);
    } else {
      different.push_back(row);
    }
  }
  return different;
}

constexpr int block = 4, blocks = image_side / block;

/// How much ink there is in each block of 4x4 pixels of the image's middle, where digits differ.
using Blocks = std::array<std::uint16_t, (blocks - 2) * (blocks - 2)>;

Blocks blocks_of(Image image) {
  Blocks sums{};
  for (int y = block; y < image_side - block; ++y) {
    for (int x = block; x < image_side - block; ++x) {
      sums[(y / block - 1) * (blocks - 2) + x / block - 1] += image[y * image_side + x];
    }
  }
  return sums;
}

/// One way to cut what images have in some of their blocks into steps: most that hardly differ are on the
/// same steps in one way or another (Datar, Immorlica, Indyk and Mirrokni, 2004).
class Steps {
 public:
  explicit Steps(std::uint64_t way) {
    Random random(way);
    std::iota(chosen_.begin(), chosen_.end(), std::size_t{0});
    random.shuffle(std::span<std::size_t>(chosen_));
    for (std::uint16_t& offset : offsets_) offset = static_cast<std::uint16_t>(random.below(step));
  }

  std::uint64_t key(const Blocks& sums) const {
    std::uint64_t key = 0;
    for (std::size_t at = 0; at < used; ++at)
      key = key * 64 + static_cast<std::uint64_t>(sums[chosen_[at]] + offsets_[at]) / step;
    return key;
  }

 private:
  static constexpr std::size_t used = 10;
  static constexpr std::uint16_t step = 400;  // of 4,080

  std::array<std::size_t, std::tuple_size_v<Blocks>> chosen_;
  std::array<std::uint16_t, used> offsets_;
};

std::uint32_t squared_length(Image image) {
  std::uint32_t sum = 0;
  for (const std::uint32_t ink : image) sum += ink * ink;
  return sum;
}

/// Whether the squared distance is at most this.
bool within(Image one, Image other, std::uint32_t most) {
  std::uint32_t sum = 0;
  for (int y = 0; y < image_side && sum <= most; ++y) {
    for (int x = 0; x < image_side; ++x) {
      const int difference = one[y * image_side + x] - other[y * image_side + x];
      sum += static_cast<std::uint32_t>(difference * difference);
    }
  }
  return sum <= most;
}

constexpr std::uint32_t squared_share = 100;  // a tenth of the length
constexpr std::size_t ways = 8, neighbours = 200;

/// Joins rows that hardly differ, and says of each set whether it holds such.
void join_near(const Dataset& dataset, const std::vector<std::uint32_t>& rows, Sets& sets,
               std::vector<bool>& near) {
  std::vector<Blocks> sums(dataset.size());
  std::vector<std::uint32_t> most(dataset.size());
  for (const std::uint32_t row : rows) {
    sums[row] = blocks_of(dataset.image(row));
    most[row] = squared_length(dataset.image(row)) / squared_share;
  }
  for (std::uint64_t way = 0; way < ways; ++way) {
    const Steps steps(way);
    const auto keyed = sorted_by(rows, [&](std::uint32_t row) { return steps.key(sums[row]); });
    for (std::size_t one = 0; one < keyed.size(); ++one) {
      const std::size_t end = std::min(keyed.size(), one + neighbours);
      for (std::size_t other = one + 1; other < end && keyed[other].key == keyed[one].key; ++other) {
        const std::uint32_t a = keyed[one].row, b = keyed[other].row;
        if (!within(dataset.image(a), dataset.image(b), std::min(most[a], most[b]))) continue;
        sets.join(a, b);
        near[a] = near[b] = true;
      }
    }
  }
}

}  // namespace

std::vector<DuplicateGroup> likely_duplicates(const Dataset& dataset) {
  Sets sets(dataset.size());
  std::vector<bool> near(dataset.size());
  join_near(dataset, join_same(dataset, sets), sets, near);
  std::map<std::uint32_t, DuplicateGroup> groups;  // by the first row
  for (std::uint32_t row = 0; row < dataset.size(); ++row) groups[sets.of(row)].rows.push_back(row);
  std::vector<DuplicateGroup> found;
  for (auto& [first, group] : groups) {
    if (group.rows.size() < 2) continue;
    group.same = std::ranges::none_of(group.rows, [&](std::uint32_t row) { return near[row]; });
    found.push_back(std::move(group));
  }
  return found;
}

}  // namespace inkling::data
