interface Packed {
  name: string;
  type: 'image/png' | 'image/jpeg';
}

/** What is on a canvas as a file; an empty one where the browser can't pack it, which is then named as such. */
export function canvasFile(canvas: HTMLCanvasElement, { name, type }: Packed): Promise<File> {
  return new Promise((resolve) => {
    const packed = (file: Blob | null) => resolve(new File(file ? [file] : [], name, { type }));
    canvas.toBlob(packed, type, 0.92);
  });
}

/** What a film shows at this moment. */
export function photoOf(film: HTMLVideoElement, name: string): Promise<File> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: film.videoWidth, height: film.videoHeight });
  canvas.getContext('2d')?.drawImage(film, 0, 0);
  return canvasFile(canvas, { name, type: 'image/jpeg' });
}
