import type { Activations } from '../../protocol/types';

/** The output of one layer of the network. */
export interface LayerOutput {
  name: string; // such as "conv 3x3 16"
  height: number;
  width: number;
  channels: number;
  values: Float32Array; // [height, width, channels]
}

export function layersOf({ names, shapes, values }: Activations): LayerOutput[] {
  let begin = 0;
  return names.split('|').flatMap((name, at) => {
    const [height = 0, width = 0, channels = 0] = shapes.subarray(3 * at);
    const size = height * width * channels;
    if (size === 0) return []; // nothing was read
    begin += size;
    return { name, height, width, channels, values: values.subarray(begin - size, begin) };
  });
}

/** Scales the values from 0 (the layer's minimum) to 1 (its maximum). All 0 if they are equal. */
export function shares({ values }: LayerOutput): Float32Array {
  const min = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const range = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - min;
  return values.map((value) => (range > 0 ? (value - min) / range : 0));
}

/** A grid of pictures, as ink from 0 to 255. */
export interface Mosaic {
  ink: Uint8Array; // [height, width]
  width: number;
  height: number;
}

/** The same for every layer, so that pixels have the same size. */
const mosaicWidth = 128;

/** Arranges the layer's channels in a grid. Channels larger than one pixel are separated by a pixel. */
export function mosaicOf(layer: LayerOutput): Mosaic {
  const { width, height, channels } = layer;
  const gap = width * height > 1 ? 1 : 0;
  const columns = Math.max(1, Math.floor((mosaicWidth + gap) / (width + gap)));
  const rows = Math.ceil(channels / columns);
  const whole = { width: mosaicWidth, height: rows * (height + gap) - gap };
  const ink = new Uint8Array(whole.width * whole.height);
  shares(layer).forEach((share, at) => {
    const [channel, pixel] = [at % channels, Math.floor(at / channels)];
    const x = (channel % columns) * (width + gap) + (pixel % width);
    const y = Math.floor(channel / columns) * (height + gap) + Math.floor(pixel / width);
    ink[y * whole.width + x] = Math.round(255 * share);
  });
  return { ink, ...whole };
}
