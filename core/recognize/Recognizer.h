#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/data/Dataset.h"
#include "core/ink/Bounds.h"
#include "core/ink/Ink.h"
#include "core/ink/Segment.h"
#include "core/model/Model.h"
#include "core/nn/Workspace.h"
#include "core/picture/GreyImage.h"

namespace inkling::recognize {

/// One digit as it was read.
struct DigitReading {
  int digit = 0;  // the likeliest
  std::array<float, class_count> probabilities{};
  float energy = 0;      // how certain it is that this is a digit at all: see energy() of logits
  bool is_digit = true;  // there is as much of it as the model's calibration asks for, or it has none
  DigitImage image{};    // what the network saw
  ink::Bounds box;       // where it is, in the units of the ink or in pixels of the picture
  std::vector<std::uint32_t> strokes;  // which of the ink's strokes it was read from; none of a picture
};

/// What some ink says; no digits where nothing was drawn.
struct Reading {
  std::vector<DigitReading> digits;  // in reading order

  /// The digits as text: "2026", or "" for nothing; without what is no digit.
  std::string text() const;
};

/// Reads ink and pictures with a model; what it does not read surely it looks at again (see SecondLook).
/// Nothing in it changes after it is made, so threads may share one; the memory to read in is the caller's.
class Recognizer {
 public:
  using Memory = nn::Workspace<float>;

  explicit Recognizer(model::Model model);

  const model::Model& model() const { return model_; }

  /// Memory to read `images` at a time in; one for each thread.
  Memory make_memory(int images = 1) const { return Memory(reading_network_, images, nn::Mode::inference); }

  /// Reads the digits that are written side by side; which strokes are one digit, where that can be asked, is
  /// decided by how well they read.
  Reading read(const ink::Ink& ink, Memory& memory) const;

  /// Reads the digits in a picture of paper, as a camera or a scanner gives it; see ink_mask().
  Reading read(const picture::GreyImage& picture, Memory& memory) const;

  DigitReading read(const DigitImage& image, Memory& memory) const;

  /// The weights for what make_memory() gives: normalisations are folded into the layers before them.
  std::span<const float> reading_weights() const { return reading_weights_; }

  /// What the logits are divided by before they become probabilities.
  float temperature() const { return calibration().temperature; }

 private:
  using Logits = std::array<float, class_count>;

  Logits look(const DigitImage& image, Memory& memory) const;
  /// The mean of all looks where the first one was not sure.
  Logits test_time_augmented(const DigitImage& image, Logits first, Memory& memory) const;
  DigitReading reading_of(const DigitImage& image, const Logits& logits) const;
  Reading read(std::span<const ink::Candidate> candidates, std::span<const DigitImage> images,
               Memory& memory) const;
  float cost_of(const DigitReading& reading) const;
  model::Calibration calibration() const { return model_.calibration.value_or(model::Calibration()); }

  model::Model model_;
  nn::Network reading_network_;  // the model's, with its normalisations folded into the layers before them
  AlignedVector<float> reading_weights_;
};

}  // namespace inkling::recognize
