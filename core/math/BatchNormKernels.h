// SPDX-License-Identifier: MIT
#pragma once

#include "core/math/BatchNormOps.h"
#include "core/math/SimdVector.h"

// Compiled once per instruction set, see SimdVector.h. BatchNormOps.h documents what each function computes.
// Each keeps the parameters of a block of channels in registers while it goes over the positions, and adds
// every sum in the order of the positions.
namespace inkling::math::INKLING_SIMD_TARGET {

/// What is fused into the pass, known at compile time.
template <bool with_relu, bool with_pool>
struct Fusion {
  static constexpr bool relu = with_relu, pool = with_pool;
  static constexpr int side = pool ? 2 : 1, window_size = side * side;  // of the window behind one output
};

template <class Visit>
void with_constant_fusion(const BatchNormGeometry& geometry, Visit visit) {
  if (geometry.relu && geometry.pool) return visit(Fusion<true, true>());
  if (geometry.relu) return visit(Fusion<true, false>());
  if (geometry.pool) return visit(Fusion<false, true>());
  visit(Fusion<false, false>());
}

/// Offset of a window's `index`-th position from its first.
template <class Fused>
constexpr int window_offset(const BatchNormGeometry& geometry, int index) {
  return (index / Fused::side * geometry.width + index % Fused::side) * geometry.channels;
}

/// Calls `visit(offset into the image, offset into the output)` for each window.
template <class Fused, class Visit>
void for_each_window(const BatchNormGeometry& geometry, Visit visit) {
  int output = 0;
  for (int y = 0; y + Fused::side <= geometry.height; y += Fused::side) {
    int image = y * geometry.width * geometry.channels;
    for (int x = 0; x + Fused::side <= geometry.width; x += Fused::side) {
      visit(image, output);
      image += Fused::side * geometry.channels;
      output += geometry.channels;
    }
  }
}

/// Calls `visit(offset into the image)` for each position that pooling drops.
template <class Fused, class Visit>
void for_each_dropped_position(const BatchNormGeometry& geometry, Visit visit) {
  if constexpr (!Fused::pool) return;
  const int pooled_width = geometry.width / Fused::side * Fused::side,
            pooled_height = geometry.height / Fused::side * Fused::side;
  for (int y = 0; y < geometry.height; ++y) {
    for (int x = y < pooled_height ? pooled_width : 0; x < geometry.width; ++x)
      visit((y * geometry.width + x) * geometry.channels);
  }
}

template <class Vector, int vectors, class Scalar>
void load(const Scalar* from, typename Vector::Register (&values)[vectors]) {
  for (int vector = 0; vector < vectors; ++vector) {
    values[vector] = Vector::load(from + vector * Vector::lanes).value;
  }
}

template <class Vector, int vectors, class Scalar>
void store(const typename Vector::Register (&values)[vectors], Scalar* to) {
  for (int vector = 0; vector < vectors; ++vector) Vector{values[vector]}.store(to + vector * Vector::lanes);
}

template <class Register, int count>
Register max_of(const Register (&values)[count]) {
  Register max = values[0];
  for (int index = 1; index < count; ++index) max = simd_max(max, values[index]);
  return max;
}

/// Passes the gradient of a window's output back to the position that it came from.
template <class Fused, class Register>
void route_gradient(const Register (&normalised)[Fused::window_size], Register gradient,
                    Register (&routed)[Fused::window_size]) {
  const Register zero{}, max = max_of(normalised);
  if constexpr (Fused::relu) gradient = max > zero ? gradient : zero;
  if constexpr (!Fused::pool) {
    routed[0] = gradient;
  } else {
    for (int index = 0; index < Fused::window_size; ++index) {
      const auto is_max = normalised[index] == max;
      routed[index] = is_max ? gradient : zero;
      gradient = is_max ? zero : gradient;
    }
  }
}

/// One vector of channels at each position of a window.
template <class Fused, class Vector, class Scalar>
void load_window(const BatchNormGeometry& geometry, const Scalar* window,
                 typename Vector::Register (&values)[Fused::window_size]) {
  for (int index = 0; index < Fused::window_size; ++index) {
    values[index] = Vector::load(window + window_offset<Fused>(geometry, index)).value;
  }
}

template <class Scalar>
void batch_norm_stats(const Scalar* image, int positions, int channels, Scalar* mean,
                      Scalar* squared_deviations) {
  for_each_column_block<Scalar, 4>(channels, [&]<class Vector>(Vector, auto vectors, int channel) {
    typename Vector::Register sums[vectors] = {}, squares[vectors] = {};
    const Scalar* values = image + channel;
    for (int position = 0; position < positions; ++position, values += channels) {
      for (int vector = 0; vector < vectors; ++vector) {
        sums[vector] += Vector::load(values + vector * Vector::lanes).value;
      }
    }
    for (auto& sum : sums) sum /= Scalar(positions);
    values = image + channel;
    for (int position = 0; position < positions; ++position, values += channels) {
      for (int vector = 0; vector < vectors; ++vector) {
        const auto deviation = Vector::load(values + vector * Vector::lanes).value - sums[vector];
        squares[vector] += deviation * deviation;
      }
    }
    store<Vector, vectors>(sums, mean + channel);
    store<Vector, vectors>(squares, squared_deviations + channel);
  });
}

template <class Scalar>
void batch_norm_apply(const BatchNormGeometry& geometry, const Scalar* image,
                      const ChannelAffine<Scalar>& affine, Scalar* output) {
  with_constant_fusion(geometry, [&]<class Fused>(Fused) {
    for_each_column_block<Scalar, 4>(geometry.channels, [&]<class Vector>(Vector, auto vectors, int channel) {
      typename Vector::Register scale[vectors], shift[vectors];
      load<Vector, vectors>(affine.scale + channel, scale);
      load<Vector, vectors>(affine.shift + channel, shift);
      for_each_window<Fused>(geometry, [&](int image_offset, int output_offset) {
        for (int vector = 0; vector < vectors; ++vector) {
          const int first = channel + vector * Vector::lanes;
          typename Vector::Register values[Fused::window_size];
          load_window<Fused, Vector>(geometry, image + image_offset + first, values);
          for (auto& value : values) value = value * scale[vector] + shift[vector];
          auto max = max_of(values);
          if constexpr (Fused::relu) max = simd_max(max, Vector::zero().value);
          Vector{max}.store(output + output_offset + first);
        }
      });
    });
  });
}

template <class Scalar>
void batch_norm_backward_reduce(const BatchNormGeometry& geometry, const Scalar* image,
                                const ChannelAffine<Scalar>& affine, const Scalar* output_gradient,
                                const Scalar* mean, Scalar* gradient_sums, Scalar* product_sums) {
  with_constant_fusion(geometry, [&]<class Fused>(Fused) {
    for_each_column_block<Scalar, 2>(geometry.channels, [&]<class Vector>(Vector, auto vectors, int channel) {
      using Register = typename Vector::Register;
      Register scale[vectors], shift[vectors], means[vectors], sum[vectors], product[vectors];
      load<Vector, vectors>(affine.scale + channel, scale);
      load<Vector, vectors>(affine.shift + channel, shift);
      load<Vector, vectors>(mean + channel, means);
      load<Vector, vectors>(gradient_sums + channel, sum);
      load<Vector, vectors>(product_sums + channel, product);
      for_each_window<Fused>(geometry, [&](int image_offset, int output_offset) {
        for (int vector = 0; vector < vectors; ++vector) {
          const int first = channel + vector * Vector::lanes;
          Register values[Fused::window_size], normalised[Fused::window_size], routed[Fused::window_size];
          load_window<Fused, Vector>(geometry, image + image_offset + first, values);
          for (int index = 0; index < Fused::window_size; ++index) {
            normalised[index] = values[index] * scale[vector] + shift[vector];
          }
          route_gradient<Fused>(normalised, Vector::load(output_gradient + output_offset + first).value,
                                routed);
          for (int index = 0; index < Fused::window_size; ++index) {
            sum[vector] += routed[index];
            product[vector] += routed[index] * (values[index] - means[vector]);
          }
        }
      });
      store<Vector, vectors>(sum, gradient_sums + channel);
      store<Vector, vectors>(product, product_sums + channel);
    });
  });
}

template <class Scalar>
void batch_norm_backward_apply(const BatchNormGeometry& geometry, const Scalar* image,
                               const ChannelAffine<Scalar>& affine, const Scalar* output_gradient,
                               const GradientAffine<Scalar>& gradient_affine, Scalar* image_gradient) {
  with_constant_fusion(geometry, [&]<class Fused>(Fused) {
    for_each_column_block<Scalar, 1>(geometry.channels, [&]<class Vector>(Vector, auto, int channel) {
      using Register = typename Vector::Register;
      const Register scale = Vector::load(affine.scale + channel).value,
                     shift = Vector::load(affine.shift + channel).value,
                     gradient_scale = Vector::load(gradient_affine.gradient_scale + channel).value,
                     input_scale = Vector::load(gradient_affine.input_scale + channel).value,
                     gradient_shift = Vector::load(gradient_affine.shift + channel).value;
      for_each_window<Fused>(geometry, [&](int image_offset, int output_offset) {
        Register values[Fused::window_size], normalised[Fused::window_size], routed[Fused::window_size];
        load_window<Fused, Vector>(geometry, image + image_offset + channel, values);
        for (int index = 0; index < Fused::window_size; ++index) {
          normalised[index] = values[index] * scale + shift;
        }
        route_gradient<Fused>(normalised, Vector::load(output_gradient + output_offset + channel).value,
                              routed);
        for (int index = 0; index < Fused::window_size; ++index) {
          const Register gradient =
              routed[index] * gradient_scale + (values[index] * input_scale + gradient_shift);
          Vector{gradient}.store(image_gradient + image_offset + channel +
                                 window_offset<Fused>(geometry, index));
        }
      });
      for_each_dropped_position<Fused>(geometry, [&](int image_offset) {
        const Register value = Vector::load(image + image_offset + channel).value;
        Vector{value * input_scale + gradient_shift}.store(image_gradient + image_offset + channel);
      });
    });
  });
}

}  // namespace inkling::math::INKLING_SIMD_TARGET
