import { canvasFile } from '../../pictures/canvasFile';
import { pictureIn } from '../../pictures/picture';
import { pageFailure } from '../../protocol/failure';

/** A JPEG of a blank sheet to store, no larger than the engine reads. Rejects if the file isn't a picture. */
export async function blankSheet(file: Blob): Promise<Blob> {
  const { canvas } = await pictureIn(file);
  const jpeg = await canvasFile(canvas, { name: 'blank.jpg', type: 'image/jpeg' });
  if (jpeg.size === 0) throw pageFailure('noPicture');
  return jpeg;
}
