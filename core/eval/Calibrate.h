#pragma once

#include <cstdint>
#include <span>

#include "core/base/ThreadPool.h"
#include "core/data/Batches.h"
#include "core/distributed/Communicator.h"
#include "core/model/Model.h"

namespace inkling::eval {

/// The part of all digits that a calibrated model is to take for such, unless another is asked for.
inline constexpr double usual_acceptance = 0.99;

/// The temperature with which the softmax of `logits` [images, 10] gives the labels the least negative
/// log-likelihood (Guo et al., 2017), within what a calibration may have. Labels are softened by what one
/// image in as many weighs (after Platt, 1999): a few images without a mistake would ask for no temperature
/// at all. The same logits give the same temperature.
float fit_temperature(std::span<const float> logits, std::span<const std::uint8_t> labels);

/// How far the likeliest digit's probability is from how often it is right: the mean over 15 equal bins of
/// probability, each weighing as many images as it has (Guo et al., 2017). 0 to 1; 0 without images.
double expected_calibration_error(std::span<const float> logits, std::span<const std::uint8_t> labels,
                                  float temperature);

/// A calibration, and what it did for the images that it was found on.
struct CalibrationFit {
  model::Calibration calibration;
  double error_before = 0, error_after = 0;  // expected calibration errors
};

/// Fits temperature and least energy, so that at least `accept` (0 to 1) of all digits are taken for digits.
CalibrationFit fit_calibration(std::span<const float> logits, std::span<const std::uint8_t> labels,
                               double accept = usual_acceptance);

/// Gives the model the calibration that fits labelled images which its weights do not come from; there is at
/// least one.
CalibrationFit calibrate(model::Model& model, const data::Subset& held_out, ThreadPool& pool,
                         distributed::Communicator& communicator = distributed::single_process(),
                         double accept = usual_acceptance);

}  // namespace inkling::eval
