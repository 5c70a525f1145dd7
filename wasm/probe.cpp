// SPDX-License-Identifier: MIT
// The kernels alone, to time: whether relaxed SIMD is faster than plain SIMD depends on the processor and the
// browser. The page times both before it starts the training engine, see web/src/engine/kernelProbe.ts.
#include "core/math/Gemm.h"

namespace {

using namespace inkling::math;

// The convolution 3x3 from 16 to 32 channels over 14x14 positions, as in the presets.
constexpr int side = 14, kernel = 3, channels = 16, filters = 32;
constexpr int padded_side = side + kernel - 1, row_size = padded_side * channels;

alignas(64) float images[padded_side * row_size];
alignas(64) float weights[kernel * kernel * channels * filters];
alignas(64) float outputs[side * side * filters];

constexpr StridedRows patches{.groups = side,
                              .rows_per_group = side,
                              .segments = kernel,
                              .segment_size = kernel * channels,
                              .group_stride = row_size,
                              .row_stride = channels,
                              .segment_stride = row_size};

}  // namespace

/// A forward pass, and a gradient of the weights.
extern "C" void run_kernels() {
  gemm(patches, images, weights, outputs, filters, Accumulate::no);
  gemm_tn(patches, images, outputs, weights, filters, Accumulate::no);
}
