#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/data/Dataset.h"
#include "core/ink/Ink.h"
#include "core/model/Model.h"
#include "core/nn/Workspace.h"

namespace inkling {

/// One digit as it was read.
struct DigitReading {
  int digit = 0;  // the likeliest
  std::array<float, class_count> probabilities{};
  float energy = 0;      // how certain it is that this is a digit at all: see energy() of logits
  bool is_digit = true;  // there is as much of it as the model's calibration asks for, or it has none
  DigitImage image{};    // what the network saw
};

/// What some ink says; no digits where nothing was drawn.
struct Reading {
  std::vector<DigitReading> digits;

  /// The digits as text: "7", or "" for nothing; without what is no digit.
  std::string text() const;
};

/// Reads ink and pictures with a model. Nothing in it changes after it is made, so threads may share one; the
/// memory to read in is the caller's.
class Recognizer {
 public:
  using Memory = Workspace<float>;

  explicit Recognizer(Model model);

  const Model& model() const { return model_; }

  /// Memory to read one image at a time in; one for each thread.
  Memory make_memory() const { return Memory(reading_network_, 1, Mode::inference); }

  Reading read(const Ink& ink, Memory& memory) const;
  DigitReading read(const DigitImage& image, Memory& memory) const;

 private:
  Model model_;
  Network reading_network_;  // the model's, with its normalisations folded into the layers before them
  AlignedVector<float> reading_weights_;
};

}  // namespace inkling
