#include "core/recognize/Activations.h"

#include "core/data/Batches.h"

namespace inkling::recognize {

std::vector<Activation> activations(const Recognizer& recognizer, const DigitImage& image,
                                    Recognizer::Memory& memory) {
  to_floats(image, std::span<float, image_pixels>(memory.input(), image_pixels));
  std::vector<Activation> all;
  for (std::size_t layer = 0; layer < memory.layers().size(); ++layer) {
    const auto values = memory.forward_layer(layer, recognizer.reading_weights(), 1);
    const nn::Layer& kind = memory.layers()[layer].layer;
    all.push_back({nn::to_string(kind), nn::output_shape(kind), {values.begin(), values.end()}});
  }
  return all;
}

}  // namespace inkling::recognize
