import { EngineFailure, pageFailure } from '../protocol/failure';
import { documentFormat } from './documentName';

const pictureName = /\.(png|jpe?g|jfif|gif|webp|bmp|ico|tiff?|hei[cf]|avif|jxl|svg|dng)$/i;
const scannedPage = /\.pdf\/\d+$/i; // as named by worker/sheets/pictureSource.ts

/** Whether a path says that it is a picture. */
export const isPictureName = (path: string): boolean =>
  pictureName.test(path) || scannedPage.test(path);

/** What the name says of a document; null if it doesn't name one. */
export function documentFailure(path: string): EngineFailure | null {
  const format = documentFormat(path);
  return format ? pageFailure('documentNotPicture', { format }) : null;
}

/** Says that a file isn't a picture, rather than damaged, unless its name says that it is one. */
export function pictureFailure(path: string, failure: unknown): unknown {
  const isDamaged = failure instanceof EngineFailure && failure.message === 'noPicture';
  if (!isDamaged || isPictureName(path)) return failure;
  return documentFailure(path) ?? pageFailure('notPicture');
}
