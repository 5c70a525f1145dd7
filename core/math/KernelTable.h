#pragma once

#include "core/math/ChannelTiles.h"
#include "core/math/RowTiles.h"

namespace inkling {

/// The hot loops as they were compiled for one target.
template <class Scalar>
struct KernelTable {
  decltype(&INKLING_TARGET::multiply_rows<Scalar>) multiply_rows;
  decltype(&INKLING_TARGET::multiply_rows_biased<Scalar>) multiply_rows_biased;
  decltype(&INKLING_TARGET::multiply_rows_pooled<Scalar>) multiply_rows_pooled;
  decltype(&INKLING_TARGET::multiply_rows_transposed<Scalar>) multiply_rows_transposed;
  decltype(&INKLING_TARGET::measure_channels<Scalar>) measure_channels;
  decltype(&INKLING_TARGET::map_channels<Scalar>) map_channels;
  decltype(&INKLING_TARGET::add_channel_gradients<Scalar>) add_channel_gradients;
  decltype(&INKLING_TARGET::channel_image_gradient<Scalar>) channel_image_gradient;
};

namespace INKLING_TARGET {

template <class Scalar>
constexpr KernelTable<Scalar> table = {multiply_rows<Scalar>,         multiply_rows_biased<Scalar>,
                                       multiply_rows_pooled<Scalar>,  multiply_rows_transposed<Scalar>,
                                       measure_channels<Scalar>,      map_channels<Scalar>,
                                       add_channel_gradients<Scalar>, channel_image_gradient<Scalar>};

}  // namespace INKLING_TARGET

}  // namespace inkling
