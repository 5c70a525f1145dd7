#pragma once

#include <string>
#include <vector>

#include "core/nn/Shape.h"
#include "core/recognize/Recognizer.h"

namespace inkling::recognize {

/// What came out of one layer.
struct Activation {
  std::string name;  // "conv 3x3 16"
  nn::Shape shape;
  std::vector<float> values;  // [height, width, channels]
};

/// What each layer that the image goes through makes of it, up to the logits. A normalisation, and the ReLU
/// and the pooling after a layer, are part of it. `memory` is for one image or more.
std::vector<Activation> activations(const Recognizer& recognizer, const DigitImage& image,
                                    Recognizer::Memory& memory);

}  // namespace inkling::recognize
