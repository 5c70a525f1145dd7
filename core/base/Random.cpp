// SPDX-License-Identifier: MIT
#include "core/base/Random.h"

#include <bit>
#include <cassert>
#include <cmath>
#include <numbers>

namespace inkling {

namespace {

std::uint64_t splitmix64(std::uint64_t& counter) {
  std::uint64_t mixed = (counter += 0x9e3779b97f4a7c15);
  mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  return mixed ^ (mixed >> 31);
}

}  // namespace

Random::Random(std::uint64_t seed, std::uint64_t stream) {
  std::uint64_t counter = stream;
  counter = splitmix64(counter) ^ seed;
  for (std::uint64_t& word : state_) word = splitmix64(counter);
}

std::uint64_t Random::next() {
  const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
  const std::uint64_t shifted = state_[1] << 17;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= shifted;
  state_[3] = std::rotl(state_[3], 45);
  return result;
}

std::size_t Random::below(std::size_t bound) {
  assert(bound > 0);
  const std::uint64_t range = bound;                 // 64 bits on every platform, for the same draws
  const std::uint64_t biased = (0 - range) % range;  // draws that would favour the lowest values
  std::uint64_t drawn = next();
  while (drawn < biased) drawn = next();
  return static_cast<std::size_t>(drawn % range);
}

float Random::uniform() {
  return static_cast<float>(next() >> 40) * 0x1p-24f;
}

float Random::normal() {
  const float radius = std::sqrt(-2.0f * std::log(1.0f - uniform()));
  return radius * std::cos(2.0f * std::numbers::pi_v<float> * uniform());
}

}  // namespace inkling
