import { canvasFile } from '../../pictures/canvasFile';
import { pictureIn } from '../../pictures/picture';
import { declined } from '../../protocol/failure';

/** The picture of a blank sheet as it is kept: no larger than it is read. Rejects with why there is none. */
export async function blankSheet(file: Blob): Promise<Blob> {
  const { canvas } = await pictureIn(file);
  const kept = await canvasFile(canvas, { name: 'blank.jpg', type: 'image/jpeg' });
  if (kept.size === 0) throw declined('noPicture');
  return kept;
}
