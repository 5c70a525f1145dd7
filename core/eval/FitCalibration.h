// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/ThreadPool.h"
#include "core/data/Batches.h"
#include "core/distributed/Communicator.h"
#include "core/model/Model.h"

namespace inkling::eval {

/// The share of the classes' images that the energy threshold accepts by default.
inline constexpr double default_acceptance_rate = 0.99;

/// The temperature that minimises the negative log-likelihood of the labels (Guo et al., 2017), within the
/// range of a calibration. `logits` is [images, classes]. Labels are smoothed by the weight of one more image
/// (after Platt, 1999): otherwise the best temperature for a few images without an error would be 0.
float fit_temperature(std::span<const float> logits, std::span<const std::uint8_t> labels);

/// The expected calibration error (Guo et al., 2017): the mean difference between confidence and accuracy
/// over 15 equal bins of confidence, weighted by their images. 0 to 1; 0 without images.
double expected_calibration_error(std::span<const float> logits, std::span<const std::uint8_t> labels,
                                  float temperature);

/// The threshold for what is out of distribution: the largest that one more image of the classes reaches with
/// a probability of at least `rate` (0 to 1), if it is like those with these scores. As in conformal
/// prediction (Vovk et al., 2005), that is the k-th smallest of n scores with k = floor((1 - rate) (n + 1)).
/// 0, which accepts everything, if there are too few scores to guarantee the rate: 99% takes 99.
float acceptance_threshold(double rate, std::vector<float> scores);

/// For fewer images than that: the least threshold that 99% of images without a class stay below, given their
/// scores, but none that one of the images of the classes stays below. Neither is empty.
float separating_threshold(std::vector<float> scores, std::vector<float> negative_scores);

/// A calibration, with the expected calibration errors on the images that it was fitted to.
struct CalibrationFit {
  model::Calibration calibration;
  double ece_before = 0, ece_after = 0;
};

/// Fits the temperature, and the energy threshold that accepts the given share (0 to 1) of the images or
/// more. With `negatives`, see negative_logits(), the threshold separates them from the images.
CalibrationFit fit_calibration(std::span<const float> logits, std::span<const std::uint8_t> labels,
                               double acceptance_rate = default_acceptance_rate,
                               std::span<const float> negatives = {});

/// The logits of the dataset's images without a class, if it takes them to find a threshold: because so many
/// `held_out` images are too few for acceptance_threshold(), though some may be rejected.
std::vector<float> negative_logits(const model::Model& model, const data::Dataset& dataset,
                                   std::size_t held_out, ThreadPool& pool,
                                   distributed::Communicator& communicator = distributed::single_process(),
                                   double acceptance_rate = default_acceptance_rate);

/// Fits and sets the model's calibration on labelled images, at least one, that it was not trained on. Those
/// of their dataset that have no class help if these are few.
CalibrationFit calibrate(model::Model& model, const data::Subset& held_out, ThreadPool& pool,
                         distributed::Communicator& communicator = distributed::single_process(),
                         double acceptance_rate = default_acceptance_rate);

}  // namespace inkling::eval
