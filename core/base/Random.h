// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace inkling {

/// What random numbers are used for. Each purpose has its own stream, so that a new one doesn't change the
/// numbers of the others.
enum class Purpose : std::uint8_t {
  split = 1,
  weights,
  order,
  augmentation,
  dropout,
  synthetic,
  negatives,
  numbers,
  pictures,
  replay,
  collages
};

/// A seeded generator: xoshiro256** (Blackman and Vigna, 2018), seeded through splitmix64. Its integers,
/// shuffles and uniform() are the same on every platform, unlike the standard library's distributions and
/// shuffle; normal() and ranges of floats may differ in the last bit.
class Random {
 public:
  using State = std::array<std::uint64_t, 4>;

  /// Generators with the same seed and different streams are independent of each other.
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

  /// Stream `index` of a purpose, one for each image, epoch or shard; the index is below 2^56.
  Random(std::uint64_t seed, Purpose purpose, std::uint64_t index = 0)
      : Random(seed, static_cast<std::uint64_t>(purpose) << 56 | index) {}

  std::uint64_t next();

  /// Uniform over 0 <= x < bound; the bound must be positive.
  std::size_t below(std::size_t bound);

  /// Uniform over [0, 1), with 24 random bits.
  float uniform();

  /// Uniform over [low, high).
  float uniform(float low, float high) { return low + (high - low) * uniform(); }

  /// Normal with mean 0 and standard deviation 1, by the Box-Muller transform.
  float normal();

  /// Fisher-Yates shuffle.
  template <class Value>
  void shuffle(std::span<Value> values) {
    for (std::size_t left = values.size(); left > 1; --left) {
      std::swap(values[left - 1], values[below(left)]);
    }
  }

  const State& state() const { return state_; }
  void restore(const State& state) { state_ = state; }

 private:
  State state_;
};

}  // namespace inkling
