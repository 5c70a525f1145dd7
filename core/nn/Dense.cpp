// SPDX-License-Identifier: MIT
#include "core/nn/Dense.h"

#include <algorithm>

#include "core/base/Digit.h"
#include "core/math/Gemm.h"

namespace inkling::nn {

namespace {

// The paper around digits is zero: two fifths of the pixels are zero in all of 32 images of MNIST. Products
// skip those columns. Each sum only loses terms of 0 and adds the others in the same order, so it has the
// same bits.

/// Input columns begin <= column < end.
struct ColumnRange {
  int begin = 0, end = 0;

  int size() const { return end - begin; }
};

/// The part of the layer's scratch memory that marks columns, or nothing if the search for zero columns does
/// not pay: only images have many, and products in parts are slower than whole ones in batches of inference,
/// where only forward() gains from them.
template <class Scalar>
std::span<Scalar> column_marks(int inputs, const LayerPass<Scalar>& pass) {
  const bool pays = inputs >= image_pixels && (pass.mode == Mode::training || pass.images() < 8);
  return pays ? pass.scratch.first(static_cast<std::size_t>(inputs)) : std::span<Scalar>();
}

/// Marks the columns of a matrix [rows, inputs] that aren't zero in all rows. NaN isn't zero.
template <class Scalar>
void mark_nonzero_columns(const TensorView<const Scalar>& input, std::span<Scalar> marks) {
  std::ranges::fill(marks, Scalar(0));
  for (int image = 0; image < input.images; ++image) {
    const Scalar* values = input.image(image);
    for (std::size_t column = 0; column < marks.size(); ++column) {
      marks[column] = values[column] != 0 ? Scalar(1) : marks[column];
    }
  }
}

/// The first range of marked columns from `from` on, across gaps too short to be worth a product of their
/// own. Empty, at the end, if there is none. Without marks, all columns from `from` on.
template <class Scalar>
ColumnRange next_range(std::span<const Scalar> marks, int from, int inputs) {
  constexpr int min_gap = 8;
  if (marks.empty()) return {from, inputs};
  ColumnRange range = {from, from};
  while (range.begin < inputs && marks[range.begin] == 0) ++range.begin;
  range.end = range.begin;
  for (int column = range.begin; column < inputs && column - range.end < min_gap; ++column) {
    if (marks[column] != 0) range.end = column + 1;
  }
  return range;
}

/// These columns of a matrix [images, inputs].
math::StridedRows layout_of(ColumnRange range, int images, int inputs) {
  math::StridedRows layout = math::contiguous_rows(images, inputs);
  layout.segment_size = range.size();
  return layout;
}

/// The layer's parameters, or their gradients.
template <class Scalar>
struct DenseWeights {
  Scalar* data;                              // [inputs, units]
  typename TensorView<Scalar>::Matrix bias;  // [1, units]

  DenseWeights(const Dense& layer, std::span<Scalar> values)
      : data(values.data()),
        bias(data + static_cast<std::ptrdiff_t>(layer.input.size()) * layer.units, 1, layer.units) {}
};

}  // namespace

std::vector<Parameter> Dense::parameters() const {
  const Parameter weight{Parameter::Kind::weight, 0, {input.size(), units}};
  return {weight, {Parameter::Kind::bias, static_cast<std::size_t>(weight.element_count()), {units}}};
}

std::size_t Dense::scratch_size(int /*images*/) const {
  return static_cast<std::size_t>(input.size()) * static_cast<std::size_t>(units);
}

template <class Scalar>
void forward(const Dense& layer, const LayerPass<Scalar>& pass) {
  const int inputs = layer.input.size(), units = layer.units, images = pass.images();
  const DenseWeights<const Scalar> weights(layer, pass.weights);
  const std::span<Scalar> marks = column_marks(inputs, pass);
  mark_nonzero_columns(pass.input, marks);
  ColumnRange range = next_range<Scalar>(marks, 0, inputs);
  const bool whole = range.size() == inputs;
  math::gemm_bias(layout_of(range, images, inputs), pass.input.data + range.begin,
                  weights.data + range.begin * units, weights.bias.data(), whole && layer.relu,
                  pass.output.data, units);
  while ((range = next_range<Scalar>(marks, range.end, inputs)).size() > 0) {
    math::gemm(layout_of(range, images, inputs), pass.input.data + range.begin,
               weights.data + range.begin * units, pass.output.data, units, math::Accumulate::yes);
  }
  if (layer.relu && !whole) pass.output.rows() = pass.output.rows().cwiseMax(Scalar(0));
}

template <class Scalar>
void backward(const Dense& layer, const LayerPass<Scalar>& pass) {
  // y = x W + b, so dW = x^T dy, db = dy summed over the images, dx = dy W^T.
  const int inputs = layer.input.size(), units = layer.units, images = pass.images();
  DenseWeights<Scalar> gradient(layer, pass.weight_gradient);
  const std::span<const Scalar> marks = column_marks(inputs, pass);  // set by forward()
  for (int done = 0; done < inputs;) {
    const ColumnRange range = next_range<Scalar>(marks, done, inputs);
    std::fill(gradient.data + done * units, gradient.data + range.begin * units, Scalar(0));
    math::gemm_tn(layout_of(range, images, inputs), pass.input.data + range.begin, pass.output_gradient.data,
                  gradient.data + range.begin * units, units, math::Accumulate::no);
    done = range.end;
  }
  gradient.bias = pass.output_gradient.rows().colwise().sum();
  if (pass.input_gradient.empty()) return;
  math::MatrixView<Scalar> transposed(pass.scratch.data(), units, inputs);
  transposed = math::ConstMatrixView<Scalar>(pass.weights.data(), inputs, units).transpose();
  math::gemm<Scalar>(math::contiguous_rows(images, units), pass.output_gradient.data, transposed.data(),
                     pass.input_gradient.data, inputs, math::Accumulate::no);
}

template void forward(const Dense&, const LayerPass<float>&);
template void forward(const Dense&, const LayerPass<double>&);
template void backward(const Dense&, const LayerPass<float>&);
template void backward(const Dense&, const LayerPass<double>&);

}  // namespace inkling::nn
