#pragma once

#include <cstdint>
#include <span>

#include "core/eval/SampleScores.h"
#include "wasm/Arrays.h"

namespace inkling::wasm {

/// SampleScores as the page takes them.
struct ScoreArrays {
  Uint32Array rows{emscripten::val::undefined()};
  Uint8Array labels{emscripten::val::undefined()}, predicted{emscripten::val::undefined()};
  Float32Array sure{emscripten::val::undefined()}, uncalibrated{emscripten::val::undefined()};
  Float32Array label_probability{emscripten::val::undefined()}, losses{emscripten::val::undefined()};
};

inline ScoreArrays to_arrays(const eval::SampleScores& scores) {
  return {to_array(std::span(scores.rows)),         to_array(std::span(scores.labels)),
          to_array(std::span(scores.predicted)),    to_array(std::span(scores.sure)),
          to_array(std::span(scores.uncalibrated)), to_array(std::span(scores.label_probability)),
          to_array(std::span(scores.losses))};
}

/// The entries of `scores` at `places`, in that order.
inline eval::SampleScores chosen(const eval::SampleScores& scores, std::span<const std::uint32_t> places) {
  const auto pick = [&](const auto& all, auto& some) {
    for (const std::uint32_t place : places) some.push_back(all[place]);
  };
  eval::SampleScores some;
  pick(scores.rows, some.rows);
  pick(scores.labels, some.labels);
  pick(scores.predicted, some.predicted);
  pick(scores.sure, some.sure);
  pick(scores.uncalibrated, some.uncalibrated);
  pick(scores.label_probability, some.label_probability);
  pick(scores.losses, some.losses);
  return some;
}

}  // namespace inkling::wasm
