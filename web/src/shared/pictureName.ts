import { declined, EngineFailure } from '../protocol/failure';

/** Whether a file's name says that it is a picture. */
export const isPictureName = (path: string): boolean =>
  /\.(png|jpe?g|gif|webp|bmp|tiff?|heic|avif|svg)$/i.test(path);

/** Says that a file isn't a picture, rather than damaged, unless its name says that it is one. */
export function pictureFailure(path: string, failure: unknown): unknown {
  const isDamaged = failure instanceof EngineFailure && failure.message === 'noPicture';
  return isDamaged && !isPictureName(path) ? declined('notPicture') : failure;
}
