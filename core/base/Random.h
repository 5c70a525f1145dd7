#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

namespace inkling {

/// What random numbers are drawn for. Every use has a stream of its own, so that adding one does not change
/// the numbers another one gets.
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
  replay
};

/// A seeded generator whose whole numbers, shuffles and uniform() are the same on every platform (the
/// standard library's distributions and shuffle are not); normal() and ranges of floats may differ in the
/// last bit. xoshiro256** by Blackman and Vigna (2018), seeded through splitmix64.
class Random {
 public:
  using State = std::array<std::uint64_t, 4>;

  /// Generators of one seed and different streams are independent of each other.
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

  /// The `index`-th stream of a purpose: one for each image, epoch, shard...; index below 2^56.
  Random(std::uint64_t seed, Purpose purpose, std::uint64_t index = 0)
      : Random(seed, static_cast<std::uint64_t>(purpose) << 56 | index) {}

  std::uint64_t next();

  /// Even over 0 <= x < bound; bound must be positive.
  std::size_t below(std::size_t bound);

  /// Even over [0, 1), 24 random bits.
  float uniform();

  /// Even over [low, high).
  float uniform(float low, float high) { return low + (high - low) * uniform(); }

  /// Normal with mean 0 and standard deviation 1 (Box and Muller, 1958).
  float normal();

  /// Fisher and Yates' shuffle.
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
