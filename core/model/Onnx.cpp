#include "core/model/Onnx.h"

#include <cstring>

#include "core/model/Protobuf.h"

namespace inkling::model {

namespace {

// Of onnx.proto: the numbers of the fields and the values of the enumerations that are written here.
namespace field {
namespace model {
constexpr int ir_version = 1, producer = 2, doc = 6, graph = 7, opset = 8, metadata = 14;
}
namespace graph {
constexpr int node = 1, name = 2, tensor = 5, input = 11, output = 12;
}
namespace node {
constexpr int input = 1, output = 2, name = 3, kind = 4, attribute = 5;
}
namespace attribute {
constexpr int name = 1, real = 2, integers = 8, type = 20;
}
namespace tensor {
constexpr int extent = 1, type = 2, name = 8, raw = 9;
}
namespace value {
constexpr int name = 1, type = 2, doc = 3, tensor_type = 1, element_type = 1, shape = 2, extent = 1;
constexpr int extent_size = 1, extent_name = 2;
}  // namespace value
namespace opset {
constexpr int domain = 1, version = 2;
}
namespace entry {
constexpr int key = 1, value = 2;
}
}  // namespace field

constexpr int real_type = 1, whole_type = 7;                    // of tensors
constexpr int real_attribute = 1, integers_attribute = 7;       // of attributes
constexpr int intermediate_version = 7, operator_version = 13;  // the former is the latter's own

constexpr const char* description =
    "Reads handwritten digits.\n\n"
    "Input: image, float32 [batch, 1, 28, 28], grey, row by row, ink 1 on paper 0: pixels from 0 to 255 with "
    "ink "
    "255, divided by 255. The digit is fitted into 20x20 and lies with its centre of mass in the middle, as "
    "MNIST's do.\n\n"
    "Outputs: logits, float32 [batch, 10], one for each of the digits 0 to 9; probabilities, float32 [batch, "
    "10], "
    "the softmax of the logits divided by the metadata's temperature (1 where it names none). Where the "
    "metadata "
    "name a least_energy, an image for which log(sum(exp(logits - mean(logits)))) is less is no digit.";

using Integers = std::vector<std::int64_t>;

Protobuf attribute(const char* name, const Integers& values) {
  Protobuf written;
  written.text(field::attribute::name, name);
  for (const std::int64_t value : values) {
    written.number(field::attribute::integers, static_cast<std::uint64_t>(value));
  }
  return written.number(field::attribute::type, integers_attribute);
}

Protobuf attribute(const char* name, float value) {
  return Protobuf()
      .text(field::attribute::name, name)
      .real(field::attribute::real, value)
      .number(field::attribute::type, real_attribute);
}

template <class Value>
Protobuf tensor(const std::string& name, int type, const Integers& shape, const std::vector<Value>& values) {
  std::vector<std::uint8_t> raw(values.size() * sizeof(Value));  // little-endian, as all machines built for
  std::memcpy(raw.data(), values.data(), raw.size());
  Protobuf written;
  for (const std::int64_t extent : shape) {
    written.number(field::tensor::extent, static_cast<std::uint64_t>(extent));
  }
  return written.number(field::tensor::type, static_cast<std::uint64_t>(type))
      .text(field::tensor::name, name)
      .bytes(field::tensor::raw, raw);
}

/// An input or output of the graph, float32 [batch, and these extents].
Protobuf value_info(const char* name, const Integers& extents, const char* doc) {
  Protobuf shape, type;
  shape.message(field::value::extent, Protobuf().text(field::value::extent_name, "batch"));
  for (const std::int64_t extent : extents) {
    shape.message(field::value::extent,
                  Protobuf().number(field::value::extent_size, static_cast<std::uint64_t>(extent)));
  }
  type.number(field::value::element_type, real_type).message(field::value::shape, shape);
  return Protobuf()
      .text(field::value::name, name)
      .message(field::value::type, Protobuf().message(field::value::tensor_type, type))
      .text(field::value::doc, doc);
}

/// A convolution's weights [kernel, kernel, channels, filters] as [filters, channels, kernel, kernel].
std::vector<float> filters_first(const nn::Convolution& layer, std::span<const float> weights) {
  const auto places = static_cast<std::size_t>(layer.kernel * layer.kernel);
  const auto channels = static_cast<std::size_t>(layer.input.channels);
  const auto filters = static_cast<std::size_t>(layer.filters);
  std::vector<float> turned(weights.size());
  for (std::size_t place = 0; place < places; ++place) {
    for (std::size_t channel = 0; channel < channels; ++channel) {
      for (std::size_t filter = 0; filter < filters; ++filter) {
        turned[(filter * channels + channel) * places + place] =
            weights[(place * channels + channel) * filters + filter];
      }
    }
  }
  return turned;
}

/// The network's nodes and tensors, one layer after the other. Between two layers lies either a map [batch,
/// channels, height, width] or a vector [batch, values] in the order of this core, channels last.
class Graph {
 public:
  explicit Graph(const Model& model) : model_(model) {}

  void add(const nn::Network::Node& node) {
    layer_ = "layers." + std::to_string(place_++);
    offset_ = node.offset;
    std::visit([this](const auto& kind) { write(kind); }, node.layer);
  }

  /// The outputs, after the last layer.
  void finish(const nn::Shape& output) {
    layer_ = "outputs";
    to_vector(output);
    apply("Identity", {now_}, "logits");
    const std::string logits = now_;
    if (model_.calibration) {
      add_tensor("temperature", {}, std::vector<float>{model_.calibration->temperature});
      apply("Div", {logits, "temperature"}, "tempered");
    }
    apply("Softmax", {now_}, "probabilities");
  }

  const Protobuf& written() const { return graph_; }

 private:
  void write(const nn::Flatten& layer) { to_vector(layer.input); }

  void write(const nn::Dense& layer) {
    to_vector(layer.input);
    std::vector<std::string> inputs = {now_};
    add_all_weights(layer.parameters(), inputs);
    apply("Gemm", inputs, layer_);
  }

  void write(const nn::Convolution& layer) {
    to_map(layer.input);
    const std::vector<nn::Parameter> all = layer.parameters();
    const Integers shape = {layer.filters, layer.input.channels, layer.kernel, layer.kernel};
    add_tensor(name_of(all[0]), shape, filters_first(layer, values_of(all[0])));
    std::vector<std::string> inputs = {now_, name_of(all[0])};
    add_all_weights(std::span(all).subspan(1), inputs);  // the bias, where there is one
    const int padding = layer.geometry().padding;
    apply("Conv", inputs, layer_,
          {attribute("kernel_shape", {layer.kernel, layer.kernel}),
           attribute("pads", {padding, padding, padding, padding})});
  }

  void write(const nn::BatchNorm& layer) {
    std::vector<std::string> inputs = {now_};
    add_all_weights(layer.parameters(), inputs);
    apply("BatchNormalization", inputs, layer_,
          {attribute("epsilon", static_cast<float>(nn::BatchNorm::epsilon))});
  }

  void write(const nn::Relu&) { apply("Relu", {now_}, layer_); }

  void write(const nn::MaxPool& layer) {
    to_map(layer.input);
    const Integers window = {layer.window, layer.window};
    apply("MaxPool", {now_}, layer_, {attribute("kernel_shape", window), attribute("strides", window)});
  }

  void write(const nn::Dropout&) {}  // does nothing to what is only read

  /// Makes a vector of what there is, in the order in which dense weights expect it.
  void to_vector(const nn::Shape& shape) {
    if (!is_map_) return;
    const bool ordered = shape.channels == 1 || shape.height * shape.width == 1;
    if (!ordered) apply("Transpose", {now_}, layer_ + ".channels_last", {attribute("perm", {0, 2, 3, 1})});
    apply("Flatten", {now_}, layer_ + ".vector");
    is_map_ = false;
  }

  /// Makes a map of 1x1 of a vector; a map stays as it is.
  void to_map(const nn::Shape& shape) {
    if (is_map_) return;
    const std::string name = layer_ + ".shape";  // 0 stands for the extent that is there
    graph_.message(field::graph::tensor,
                   tensor(name, whole_type, {4}, Integers{0, shape.channels, shape.height, shape.width}));
    apply("Reshape", {now_, name}, layer_ + ".map");
    is_map_ = true;
  }

  void apply(const char* kind, const std::vector<std::string>& inputs, const std::string& output,
             const std::vector<Protobuf>& attributes = {}) {
    Protobuf node;
    for (const std::string& input : inputs) node.text(field::node::input, input);
    node.text(field::node::output, output).text(field::node::name, output).text(field::node::kind, kind);
    for (const Protobuf& one : attributes) node.message(field::node::attribute, one);
    graph_.message(field::graph::node, node);
    now_ = output;
  }

  void add_tensor(const std::string& name, const Integers& shape, const std::vector<float>& values) {
    graph_.message(field::graph::tensor, tensor(name, real_type, shape, values));
  }

  /// Each in the shape that the model's own file has it in; adds their names to a node's inputs.
  void add_all_weights(std::span<const nn::Parameter> all, std::vector<std::string>& inputs) {
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
  Protobuf graph_;
  std::string now_ = "image";  // what the latest node gave
  bool is_map_ = true;
  std::string layer_;  // of the layer that is written
  std::size_t offset_ = 0, place_ = 0;
};

Protobuf graph_of(const Model& model) {
  Graph graph(model);
  for (const nn::Network::Node& node : model.network.nodes) graph.add(node);
  graph.finish(model.network.output());
  const nn::Shape& input = model.network.input;
  Protobuf written = graph.written();
  written.text(field::graph::name, "digits")
      .message(field::graph::input,
               value_info("image", {input.channels, input.height, input.width}, "Ink 1 on paper 0."))
      .message(field::graph::output,
               value_info("probabilities", {class_count}, "Of the digits 0 to 9, together 1."))
      .message(field::graph::output, value_info("logits", {class_count}, "Before the softmax."));
  return written;
}

}  // namespace

std::vector<std::uint8_t> write_onnx(const Model& model) {
  Protobuf written;
  written.number(field::model::ir_version, intermediate_version)
      .text(field::model::producer, "Inkling")
      .text(field::model::doc, description)
      .message(field::model::graph, graph_of(model))
      .message(field::model::opset,
               Protobuf().text(field::opset::domain, "").number(field::opset::version, operator_version));
  for (const auto& [key, value] : metadata_of(model)) {
    written.message(field::model::metadata,
                    Protobuf().text(field::entry::key, key).text(field::entry::value, value));
  }
  return written.encoded();
}

}  // namespace inkling::model
