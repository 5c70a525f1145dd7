// SPDX-License-Identifier: MIT
#include "core/model/Onnx.h"

#include <cstring>

#include "core/model/ModelFile.h"
#include "core/model/Protobuf.h"

namespace inkling::model {

namespace {

// Field numbers of the onnx.proto messages written below, under their names there.
namespace field {
namespace model {
constexpr int ir_version = 1, producer_name = 2, doc_string = 6, graph = 7, opset_import = 8,
              metadata_props = 14;
}
namespace graph {
constexpr int node = 1, name = 2, initializer = 5, input = 11, output = 12;
}
namespace node {
constexpr int input = 1, output = 2, name = 3, op_type = 4, attribute = 5;
}
namespace attribute {
constexpr int name = 1, f = 2, ints = 8, type = 20;
}
namespace tensor {
constexpr int dims = 1, data_type = 2, name = 8, raw_data = 9;
}
namespace value_info {
constexpr int name = 1, type = 2, doc_string = 3;
}
namespace type {
constexpr int tensor_type = 1, elem_type = 1, shape = 2;
}
namespace shape {
constexpr int dim = 1, dim_value = 1, dim_param = 2;
}
namespace opset {
constexpr int domain = 1, version = 2;
}
namespace entry {
constexpr int key = 1, value = 2;
}
}  // namespace field

constexpr int float_tensor = 1, int64_tensor = 7;       // TensorProto.DataType
constexpr int float_attribute = 1, ints_attribute = 7;  // AttributeProto.AttributeType
constexpr int ir_version = 7, opset_version = 13;       // both are those of ONNX 1.8

std::string describe(const ClassNames& classes) {
  const std::string count = std::to_string(classes.size());
  const bool digits = are_digits(classes);
  return std::string(digits ? "Recognises handwritten digits."
                            : "Recognises these " + count + " classes: " + list_names(classes) + ".") +
         "\n\nInput: image, float32 [batch, 1, 28, 28], row by row, 0 for paper to 1 for ink (8-bit pixels "
         "divided "
         "by 255). As in MNIST, the " +
         (digits ? "digit" : "symbol") +
         " fits into 20x20 pixels, with its centre of mass in the middle.\n\nOutputs: logits, float32 "
         "[batch, " +
         count + "], one for each " + (digits ? "digit from 0 to 9" : "class, in the metadata's order") +
         "; probabilities, float32 [batch, " + count +
         "], the softmax of the logits divided by the temperature in the metadata (1 if there is none). If "
         "the "
         "metadata has a least_energy, an image with a lower log(sum(exp(logits - mean(logits)))) is " +
         (digits ? "not a digit." : "none of the classes.");
}

using Integers = std::vector<std::int64_t>;

ProtobufMessage attribute(const char* name, const Integers& values) {
  ProtobufMessage message;
  message.add_string(field::attribute::name, name);
  for (const std::int64_t value : values) {
    message.add_integer(field::attribute::ints, static_cast<std::uint64_t>(value));
  }
  return message.add_integer(field::attribute::type, ints_attribute);
}

ProtobufMessage attribute(const char* name, float value) {
  return ProtobufMessage()
      .add_string(field::attribute::name, name)
      .add_float(field::attribute::f, value)
      .add_integer(field::attribute::type, float_attribute);
}

template <class Value>
ProtobufMessage tensor(const std::string& name, int type, const Integers& shape,
                       const std::vector<Value>& values) {
  std::vector<std::uint8_t> raw(values.size() * sizeof(Value));  // little-endian, as every target is
  std::memcpy(raw.data(), values.data(), raw.size());
  ProtobufMessage message;
  for (const std::int64_t dim : shape) {
    message.add_integer(field::tensor::dims, static_cast<std::uint64_t>(dim));
  }
  return message.add_integer(field::tensor::data_type, static_cast<std::uint64_t>(type))
      .add_string(field::tensor::name, name)
      .add_bytes(field::tensor::raw_data, raw);
}

/// An input or output of the graph, float32 [batch, ...dims].
ProtobufMessage value_info(const char* name, const Integers& dims, const char* doc) {
  ProtobufMessage shape, type;
  shape.add_message(field::shape::dim, ProtobufMessage().add_string(field::shape::dim_param, "batch"));
  for (const std::int64_t dim : dims) {
    shape.add_message(field::shape::dim, ProtobufMessage().add_integer(field::shape::dim_value,
                                                                       static_cast<std::uint64_t>(dim)));
  }
  type.add_integer(field::type::elem_type, float_tensor).add_message(field::type::shape, shape);
  return ProtobufMessage()
      .add_string(field::value_info::name, name)
      .add_message(field::value_info::type, ProtobufMessage().add_message(field::type::tensor_type, type))
      .add_string(field::value_info::doc_string, doc);
}

/// A convolution's weights [kernel, kernel, channels, filters] as [filters, channels, kernel, kernel].
std::vector<float> to_filters_first(const nn::Convolution& layer, std::span<const float> weights) {
  const auto taps = static_cast<std::size_t>(layer.kernel * layer.kernel);
  const auto channels = static_cast<std::size_t>(layer.input.channels);
  const auto filters = static_cast<std::size_t>(layer.filters);
  std::vector<float> transposed(weights.size());
  for (std::size_t tap = 0; tap < taps; ++tap) {
    for (std::size_t channel = 0; channel < channels; ++channel) {
      for (std::size_t filter = 0; filter < filters; ++filter) {
        transposed[(filter * channels + channel) * taps + tap] =
            weights[(tap * channels + channel) * filters + filter];
      }
    }
  }
  return transposed;
}

/// Builds the graph's nodes and initializers layer by layer. The value between two layers is either an image
/// [batch, channels, height, width], as in ONNX, or a vector [batch, values] with the channels last, as in
/// this core.
class Graph {
 public:
  explicit Graph(const Model& model) : model_(model) {}

  void add(const nn::Network::Node& node) {
    layer_ = "layers." + std::to_string(layer_index_++);
    offset_ = node.offset;
    std::visit([this](const auto& kind) { write(kind); }, node.layer);
  }

  /// Call after the last layer.
  void add_outputs(const nn::Shape& output) {
    layer_ = "outputs";
    to_vector(output);
    add_node("Identity", {current_}, "logits");
    const std::string logits = current_;
    if (model_.calibration) {
      add_tensor("temperature", {}, std::vector<float>{model_.calibration->temperature});
      add_node("Div", {logits, "temperature"}, "tempered");
    }
    add_node("Softmax", {current_}, "probabilities");
  }

  const ProtobufMessage& message() const { return graph_; }

 private:
  void write(const nn::Flatten& layer) { to_vector(layer.input); }

  void write(const nn::Dense& layer) {
    to_vector(layer.input);
    std::vector<std::string> inputs = {current_};
    add_weights(layer.parameters(), inputs);
    add_node("Gemm", inputs, layer_);
  }

  void write(const nn::Convolution& layer) {
    to_image(layer.input);
    const std::vector<nn::Parameter> all = layer.parameters();
    const Integers shape = {layer.filters, layer.input.channels, layer.kernel, layer.kernel};
    add_tensor(name_of(all[0]), shape, to_filters_first(layer, values_of(all[0])));
    std::vector<std::string> inputs = {current_, name_of(all[0])};
    add_weights(std::span(all).subspan(1), inputs);  // the bias, if any
    const int padding = layer.geometry().padding;
    add_node("Conv", inputs, layer_,
             {attribute("kernel_shape", {layer.kernel, layer.kernel}),
              attribute("pads", {padding, padding, padding, padding})});
  }

  void write(const nn::BatchNorm& layer) {
    std::vector<std::string> inputs = {current_};
    add_weights(layer.parameters(), inputs);
    add_node("BatchNormalization", inputs, layer_,
             {attribute("epsilon", static_cast<float>(nn::BatchNorm::epsilon))});
  }

  void write(const nn::Relu&) { add_node("Relu", {current_}, layer_); }

  void write(const nn::MaxPool& layer) {
    to_image(layer.input);
    const Integers window = {layer.window, layer.window};
    add_node("MaxPool", {current_}, layer_,
             {attribute("kernel_shape", window), attribute("strides", window)});
  }

  void write(const nn::Dropout&) {}  // inactive in inference

  /// Turns an image into a vector, in the order that dense weights expect.
  void to_vector(const nn::Shape& shape) {
    if (!is_image_) return;
    const bool ordered = shape.channels == 1 || shape.height * shape.width == 1;
    if (!ordered)
      add_node("Transpose", {current_}, layer_ + ".channels_last", {attribute("perm", {0, 2, 3, 1})});
    add_node("Flatten", {current_}, layer_ + ".vector");
    is_image_ = false;
  }

  /// Turns a vector into an image.
  void to_image(const nn::Shape& shape) {
    if (is_image_) return;
    const std::string name = layer_ + ".shape";  // 0 keeps the batch size
    graph_.add_message(
        field::graph::initializer,
        tensor(name, int64_tensor, {4}, Integers{0, shape.channels, shape.height, shape.width}));
    add_node("Reshape", {current_, name}, layer_ + ".image");
    is_image_ = true;
  }

  void add_node(const char* op_type, const std::vector<std::string>& inputs, const std::string& output,
                const std::vector<ProtobufMessage>& attributes = {}) {
    ProtobufMessage node;
    for (const std::string& input : inputs) node.add_string(field::node::input, input);
    node.add_string(field::node::output, output)
        .add_string(field::node::name, output)
        .add_string(field::node::op_type, op_type);
    for (const ProtobufMessage& attribute : attributes) node.add_message(field::node::attribute, attribute);
    graph_.add_message(field::graph::node, node);
    current_ = output;
  }

  void add_tensor(const std::string& name, const Integers& shape, const std::vector<float>& values) {
    graph_.add_message(field::graph::initializer, tensor(name, float_tensor, shape, values));
  }

  /// Adds the tensors, in the shapes of the model file, and their names to a node's inputs.
  void add_weights(std::span<const nn::Parameter> all, std::vector<std::string>& inputs) {
    for (const nn::Parameter& parameter : all) {
      const auto values = values_of(parameter);
      const Integers shape(parameter.shape.begin(), parameter.shape.end());
      add_tensor(name_of(parameter), shape, std::vector<float>(values.begin(), values.end()));
      inputs.push_back(name_of(parameter));
    }
  }

  std::string name_of(const nn::Parameter& parameter) const {
    return layer_ + "." + nn::to_string(parameter.kind);
  }

  std::span<const float> values_of(const nn::Parameter& parameter) const {
    return std::span(model_.weights).subspan(offset_ + parameter.offset, parameter.size());
  }

  const Model& model_;
  ProtobufMessage graph_;
  std::string current_ = "image";  // the output of the last node
  bool is_image_ = true;
  std::string layer_;  // name of the current layer
  std::size_t offset_ = 0, layer_index_ = 0;
};

ProtobufMessage graph_of(const Model& model) {
  Graph graph(model);
  for (const nn::Network::Node& node : model.network.nodes) graph.add(node);
  graph.add_outputs(model.network.output());
  const nn::Shape& input = model.network.input;
  ProtobufMessage message = graph.message();
  const auto classes = static_cast<std::int64_t>(model.classes.size());
  const bool digits = are_digits(model.classes);
  message.add_string(field::graph::name, digits ? "digits" : "classes")
      .add_message(field::graph::input, value_info("image", {input.channels, input.height, input.width},
                                                   "0 for paper to 1 for ink."))
      .add_message(field::graph::output, value_info("probabilities", {classes},
                                                    digits ? "One for each digit; they add up to 1."
                                                           : "One for each class; they add up to 1."))
      .add_message(field::graph::output, value_info("logits", {classes}, "Before the softmax."));
  return message;
}

}  // namespace

std::vector<std::uint8_t> write_onnx(const Model& model) {
  ProtobufMessage message;
  message.add_integer(field::model::ir_version, ir_version)
      .add_string(field::model::producer_name, "Inkling")
      .add_string(field::model::doc_string, describe(model.classes))
      .add_message(field::model::graph, graph_of(model))
      .add_message(field::model::opset_import, ProtobufMessage()
                                                   .add_string(field::opset::domain, "")
                                                   .add_integer(field::opset::version, opset_version));
  for (const auto& [key, value] : metadata_of(model)) {
    message.add_message(
        field::model::metadata_props,
        ProtobufMessage().add_string(field::entry::key, key).add_string(field::entry::value, value));
  }
  return message.encoded();
}

}  // namespace inkling::model
