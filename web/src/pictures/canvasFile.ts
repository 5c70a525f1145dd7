interface Packed {
  name: string;
  type: 'image/png' | 'image/jpeg';
}

/** Encodes a canvas as a file. Empty if the browser can't encode it; reading then reports the file by name. */
export function canvasFile(canvas: HTMLCanvasElement, { name, type }: Packed): Promise<File> {
  return new Promise((resolve) => {
    const packed = (file: Blob | null) => resolve(new File(file ? [file] : [], name, { type }));
    canvas.toBlob(packed, type, 0.92);
  });
}

/** Encodes the current video frame as a file. */
export function photoOf(film: HTMLVideoElement, name: string): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: film.videoWidth, height: film.videoHeight });
  canvas.getContext('2d')?.drawImage(film, 0, 0);
  return canvasFile(canvas, { name, type: 'image/jpeg' });
}
