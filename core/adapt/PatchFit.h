#pragma once

#include <Eigen/Core>
#include <cstdint>

#include "core/adapt/NeuronPatch.h"
#include "core/math/Matrix.h"

namespace inkling::adapt {

/// An exception begins where one in a thousand others is, or where corrections are far, and is made fully for
/// nineteen in twenty corrections. By their scores; there are some of both.
Gate fit_patch_gate(const Eigen::VectorXf& others, const Eigen::VectorXf& corrections);

/// By how much the digit's answer has to be raised for nine tenths of these answers [images, 10] to be read
/// with a margin, and taken for a digit; 0 for no answers.
float logit_boost_for(const math::Matrix<float>& answers, std::uint8_t digit, float energy_threshold);

}  // namespace inkling::adapt
