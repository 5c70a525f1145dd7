import type { GreyPicture, Handlers, PictureSteps } from '../../protocol/calls';
import type { PicturesEngine } from '../../protocol/types';

/** Encodes a colour image, [height, width, 4], as PNG. */
async function png(pixels: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const canvas = new OffscreenCanvas(width, height);
  const image = new ImageData(new Uint8ClampedArray(pixels), width, height);
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  const file = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await file.arrayBuffer());
}

/** Shows the steps of reading a picture. */
export function stepsHandlers(engine: PicturesEngine): Pick<Handlers<'pictures'>, 'picture_steps'> {
  return {
    async picture_steps({ grey, width, height }: GreyPicture): Promise<PictureSteps> {
      const steps = engine.picture_steps(grey, width, height);
      const packed = (pixels: Uint8Array) => png(pixels, steps.width, steps.height);
      return {
        paper: await packed(steps.paper),
        ink: await packed(steps.ink),
        lines: await packed(steps.lines),
        parts: await packed(steps.parts),
      };
    },
  };
}
