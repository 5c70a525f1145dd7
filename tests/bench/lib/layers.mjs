// Parses the one-line architecture into the layers that every peer builds.

const readers = {
  conv: ([size, filters, valid]) => ({
    kind: 'conv',
    kernel: Number(size.split('x')[0]),
    filters: Number(filters),
    valid: valid === 'valid',
  }),
  norm: () => ({ kind: 'norm' }),
  relu: () => ({ kind: 'relu' }),
  pool: ([window]) => ({ kind: 'pool', window: Number(window) }),
  flatten: () => ({ kind: 'flatten' }),
  dense: ([units]) => ({ kind: 'dense', units: Number(units) }),
};

function outputOf(layer, [height, width, channels]) {
  if (layer.kind === 'conv') {
    const lost = layer.valid ? layer.kernel - 1 : 0;
    return [height - lost, width - lost, layer.filters];
  }
  if (layer.kind === 'pool') {
    return [Math.floor(height / layer.window), Math.floor(width / layer.window), channels];
  }
  if (layer.kind === 'flatten') return [1, 1, height * width * channels];
  return layer.kind === 'dense' ? [1, 1, layer.units] : [height, width, channels];
}

/** Returns the layers in order, each with its input and output shapes, [height, width, channels]. */
export function layersOf(architecture) {
  let input = [28, 28, 1];
  return architecture.split('|').map((text) => {
    const [word, ...rest] = text.trim().split(/\s+/);
    const layer = readers[word](rest);
    const output = outputOf(layer, input);
    const placed = { ...layer, input, output };
    input = output;
    return placed;
  });
}

export const sizeOf = ([height, width, channels]) => height * width * channels;
