#pragma once

#include "core/math/ChannelTiles.h"
#include "core/math/GemmTiles.h"

namespace inkling::math {

/// The hot loops as they were compiled for one target.
template <class Scalar>
struct KernelTable {
  decltype(&INKLING_TARGET::gemm<Scalar>) gemm;
  decltype(&INKLING_TARGET::gemm_bias<Scalar>) gemm_bias;
  decltype(&INKLING_TARGET::gemm_bias_pool<Scalar>) gemm_bias_pool;
  decltype(&INKLING_TARGET::gemm_tn<Scalar>) gemm_tn;
  decltype(&INKLING_TARGET::measure_channels<Scalar>) measure_channels;
  decltype(&INKLING_TARGET::map_channels<Scalar>) map_channels;
  decltype(&INKLING_TARGET::add_channel_gradients<Scalar>) add_channel_gradients;
  decltype(&INKLING_TARGET::channel_image_gradient<Scalar>) channel_image_gradient;
};

namespace INKLING_TARGET {

template <class Scalar>
constexpr KernelTable<Scalar> table = {gemm<Scalar>,
                                       gemm_bias<Scalar>,
                                       gemm_bias_pool<Scalar>,
                                       gemm_tn<Scalar>,
                                       measure_channels<Scalar>,
                                       map_channels<Scalar>,
                                       add_channel_gradients<Scalar>,
                                       channel_image_gradient<Scalar>};

}  // namespace INKLING_TARGET

}  // namespace inkling::math
