import { declined, EngineFailure } from '../protocol/failure';

const pictureName = /\.(png|jpe?g|jfif|gif|webp|bmp|ico|tiff?|hei[cf]|avif|jxl|svg|dng)$/i;
const scannedPage = /\.pdf\/\d+$/i; // as named by worker/lines/pictureSource.ts

/** Whether a path says that it is a picture. */
export const isPictureName = (path: string): boolean =>
  pictureName.test(path) || scannedPage.test(path);

/** Says that a file isn't a picture, rather than damaged, unless its name says that it is one. */
export function pictureFailure(path: string, failure: unknown): unknown {
  const isDamaged = failure instanceof EngineFailure && failure.message === 'noPicture';
  return isDamaged && !isPictureName(path) ? declined('notPicture') : failure;
}
