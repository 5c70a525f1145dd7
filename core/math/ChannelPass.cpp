#include "core/math/ChannelPass.h"

#include "core/math/Kernels.h"

namespace inkling::math {

template <class Scalar>
void measure_channels(const Scalar* image, int positions, int channels, Scalar* mean, Scalar* squares) {
  kernels<Scalar>().measure_channels(image, positions, channels, mean, squares);
}

template <class Scalar>
void map_channels(const ChannelMap& map, const Scalar* image, const ChannelFactors<Scalar>& factors,
                  Scalar* output) {
  kernels<Scalar>().map_channels(map, image, factors, output);
}

template <class Scalar>
void add_channel_gradients(const ChannelMap& map, const Scalar* image, const ChannelFactors<Scalar>& factors,
                           const Scalar* output_gradient, const Scalar* mean, Scalar* sums,
                           Scalar* products) {
  kernels<Scalar>().add_channel_gradients(map, image, factors, output_gradient, mean, sums, products);
}

template <class Scalar>
void channel_image_gradient(const ChannelMap& map, const Scalar* image, const ChannelFactors<Scalar>& factors,
                            const Scalar* output_gradient, const GradientFactors<Scalar>& by_image,
                            Scalar* image_gradient) {
  kernels<Scalar>().channel_image_gradient(map, image, factors, output_gradient, by_image, image_gradient);
}

template void measure_channels(const float*, int, int, float*, float*);
template void measure_channels(const double*, int, int, double*, double*);
template void map_channels(const ChannelMap&, const float*, const ChannelFactors<float>&, float*);
template void map_channels(const ChannelMap&, const double*, const ChannelFactors<double>&, double*);
template void add_channel_gradients(const ChannelMap&, const float*, const ChannelFactors<float>&,
                                    const float*, const float*, float*, float*);
template void add_channel_gradients(const ChannelMap&, const double*, const ChannelFactors<double>&,
                                    const double*, const double*, double*, double*);
template void channel_image_gradient(const ChannelMap&, const float*, const ChannelFactors<float>&,
                                     const float*, const GradientFactors<float>&, float*);
template void channel_image_gradient(const ChannelMap&, const double*, const ChannelFactors<double>&,
                                     const double*, const GradientFactors<double>&, double*);

}  // namespace inkling::math
