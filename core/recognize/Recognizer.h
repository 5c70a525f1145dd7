// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/AlignedVector.h"
#include "core/base/Digit.h"
#include "core/ink/Ink.h"
#include "core/ink/SegmentationGraph.h"
#include "core/model/Model.h"
#include "core/nn/Tensor.h"
#include "core/nn/Workspace.h"
#include "core/recognize/Reading.h"

namespace inkling::recognize {

/// The output of one layer, after its normalisation, ReLU and pooling.
struct Activation {
  std::string name;  // "conv 3x3 16"
  nn::Shape shape;
  std::vector<float> values;  // [height, width, channels]
};

/// Reads digits with a model, or whatever it has classes for, from ink or from any other segmentation graph,
/// using test-time augmentation where the model is unsure. Immutable, so threads can share one; each brings
/// its own working memory.
class Recognizer {
 public:
  using Memory = nn::Workspace<float>;

  explicit Recognizer(model::Model model);

  const model::Model& model() const { return model_; }

  /// Working memory for batches of up to `images`.
  Memory make_memory(int images = 1) const { return Memory(folded_network_, images, nn::Mode::inference); }

  /// Reads digits written side by side. Which strokes form a digit is decided by segmentation and
  /// recognition together, see ink::segmentation_graph(); what is a mark, by its size and place.
  Reading read(const ink::Ink& ink, Memory& memory) const;

  /// Reads the digits on the best path through a segmentation graph, given the image of each candidate. One
  /// with a blank image stays in the graph, whose paths it may connect, but is not a digit.
  Reading read(std::span<const ink::Candidate> candidates, std::span<const DigitImage> images,
               Memory& memory) const;

  DigitReading read(const DigitImage& image, Memory& memory) const;

  /// Revises a reading by how its digits stand side by side: some are marks, such as slashes and the `dots`
  /// between digits, others parts of words. Only the last holds for other classes than the digits.
  void revise(Reading& reading, std::span<const ink::Bounds> dots = {}) const;

  /// Reads the parts of a stack, see is_stack(), as one digit, given their image. If it isn't a digit, the
  /// reading is unchanged.
  void join_stack(Reading& reading, const std::optional<DigitImage>& whole, Memory& memory) const;

  /// The output of every layer for an image; the last one holds the logits.
  std::vector<Activation> activations(const DigitImage& image, Memory& memory) const;

  /// The weights to use with make_memory(): normalisations are folded into the layers before them.
  std::span<const float> folded_weights() const { return folded_weights_; }

  /// The logits are divided by this before the softmax.
  float temperature() const { return calibration().temperature; }

  /// An image with less energy than this shows none of the classes.
  float energy_threshold() const { return calibration().energy_threshold; }

 private:
  using Logits = AlignedVector<float>;  // [classes]

  Logits logits_of(const DigitImage& image, Memory& memory) const;
  Logits augmented_logits(const DigitImage& image, Logits logits, Memory& memory) const;
  DigitReading make_reading(const DigitImage& image, const Logits& logits) const;
  float recognition_cost(const DigitReading& reading) const;
  bool is_digit(const ink::Ink& ink, Memory& memory) const;
  model::Calibration calibration() const { return model_.calibration.value_or(model::Calibration()); }

  model::Model model_;
  bool digits_;  // marks such as a point or a frame are looked for only beside digits
  nn::Network folded_network_;
  AlignedVector<float> folded_weights_;
};

}  // namespace inkling::recognize
