// Writes a network with random weights as an ONNX model, with just enough protobuf for onnxruntime. Omits
// normalisations: onnxruntime would fold them into the convolutions, at no cost.
import { layersOf, sizeOf } from './layers.mjs';

const utf8 = new TextEncoder();

function joined(parts) {
  const all = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function varint(value) {
  const bytes = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return new Uint8Array([...bytes, rest]);
    bytes.push((rest % 128) + 128);
  }
}

const number = (field, value) => joined([varint(field * 8), varint(value)]);
const bytes = (field, value) => joined([varint(field * 8 + 2), varint(value.length), value]);
const text = (field, value) => bytes(field, utf8.encode(value));
const message = (field, ...parts) => bytes(field, joined(parts));

// The numbers of fields and enums in onnx.proto.
const float32 = 1;
const integers = (name, values) =>
  message(5, text(1, name), ...values.map((value) => number(8, value)), number(20, 7));

const node = (kind, inputs, output, ...attributes) =>
  message(1, ...inputs.map((name) => text(1, name)), text(2, output), text(4, kind), ...attributes);

function tensor(name, shape) {
  const values = new Float32Array(shape.reduce((product, extent) => product * extent, 1));
  const scale = 1 / Math.sqrt(values.length / shape[0]);
  for (let index = 0; index < values.length; index++) values[index] = (Math.random() - 0.5) * scale;
  const raw = new Uint8Array(values.buffer);
  return message(
    5,
    ...shape.map((extent) => number(1, extent)),
    number(2, float32),
    text(8, name),
    bytes(9, raw),
  );
}

/** The number of `images` is variable; the other dimensions are fixed. */
function value(field, name, shape) {
  const extents = [text(2, 'images'), ...shape.map((extent) => number(1, extent))];
  const dimensions = message(2, ...extents.map((extent) => bytes(1, extent)));
  return message(field, text(1, name), message(2, message(1, number(1, float32), dimensions)));
}

function partsOf(layer, input, output) {
  const [weight, bias] = [`${output}.weight`, `${output}.bias`];
  switch (layer.kind) {
    case 'conv': {
      const { kernel, filters } = layer;
      const padding = layer.valid ? 0 : (kernel - 1) / 2;
      return [
        tensor(weight, [filters, layer.input[2], kernel, kernel]),
        tensor(bias, [filters]),
        node('Conv', [input, weight, bias], output, integers('pads', Array(4).fill(padding))),
      ];
    }
    case 'relu':
      return [node('Relu', [input], output)];
    case 'pool': {
      const window = [layer.window, layer.window];
      return [
        node(
          'MaxPool',
          [input],
          output,
          integers('kernel_shape', window),
          integers('strides', window),
        ),
      ];
    }
    case 'dense':
      return [
        tensor(weight, [sizeOf(layer.input), layer.units]),
        tensor(bias, [layer.units]),
        node('Flatten', [input], `${output}.flat`),
        node('Gemm', [`${output}.flat`, weight, bias], output),
      ];
    default:
      throw new Error(`no ONNX for ${layer.kind}`);
  }
}

/** Input: `input`, [images, 1, 28, 28]. Output: `logits`, [images, 10]. */
export function onnxModel(architecture) {
  const layers = layersOf(architecture).filter(({ kind }) => kind !== 'norm' && kind !== 'flatten');
  const names = ['input', ...layers.slice(1).map((_, at) => `after${at}`), 'logits'];
  const parts = layers.flatMap((layer, at) => partsOf(layer, names[at], names[at + 1]));
  const graph = message(
    7,
    text(2, 'digits'),
    ...parts,
    value(11, 'input', [1, 28, 28]),
    value(12, 'logits', [10]),
  );
  return joined([number(1, 8), graph, message(8, text(1, ''), number(2, 17))]);
}
