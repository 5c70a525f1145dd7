import { declined } from '../protocol/failure';

/** What a film shows at this moment, as a JPEG file. */
export function photoOf(film: HTMLVideoElement, name: string): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: film.videoWidth, height: film.videoHeight });
  canvas.getContext('2d')?.drawImage(film, 0, 0);
  const type = 'image/jpeg';
  return new Promise((resolve, reject) => {
    const packed = (file: Blob | null) =>
      file ? resolve(new File([file], name, { type })) : reject(declined('noPicture'));
    canvas.toBlob(packed, type, 0.92);
  });
}
