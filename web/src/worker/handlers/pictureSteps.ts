import type { GreyPicture, Handlers, PictureSteps } from '../../protocol/calls';
import type { PicturesEngine } from '../../protocol/types';
import { encodeCanvas } from '../sheets/cutOut';

/** Encodes an RGBA image, [height, width, 4], as a PNG file. */
function png(pixels: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  const image = new ImageData(new Uint8ClampedArray(pixels), width, height);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return encodeCanvas(canvas, { type: 'image/png' });
}

/** Shows the steps of reading a picture. */
export function stepsHandlers(engine: PicturesEngine): Pick<Handlers<'pictures'>, 'picture_steps'> {
  return {
    async picture_steps({ grey, width, height }: GreyPicture): Promise<PictureSteps> {
      const steps = engine.picture_steps(grey, width, height);
      const file = (pixels: Uint8Array) => png(pixels, steps.width, steps.height);
      return {
        paper: await file(steps.paper),
        ink: await file(steps.ink),
        lines: await file(steps.lines),
        parts: await file(steps.parts),
      };
    },
  };
}
