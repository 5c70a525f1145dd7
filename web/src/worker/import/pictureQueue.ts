import { sizeOf } from './pictureBytes';

export interface WaitingPicture {
  path: string;
  label: number;
  bytes: Uint8Array<ArrayBuffer>;
}

/** How much is held at a time. */
export interface QueueLimits {
  pictures: number; // decoded together
  pixels: number; // of those, unless it is one alone: four bytes each
  bytes: number; // of files that wait
}

const inBrowser: QueueLimits = { pictures: 64, pixels: 2 ** 24, bytes: 2 ** 26 };

// What has no size is no picture, and refused without being decoded.
function pixelsOf({ bytes }: WaitingPicture): number {
  const { width, height } = sizeOf(bytes) ?? { width: 0, height: 0 };
  return width * height;
}

/** Pictures that wait to be decoded: small ones many at a time, large ones one by one. */
export class PictureQueue {
  private waiting: WaitingPicture[] = [];
  private bytes = 0;

  constructor(private readonly limits = inBrowser) {}

  add(picture: WaitingPicture): void {
    this.waiting.push(picture);
    this.bytes += picture.bytes.length;
  }

  get empty(): boolean {
    return this.waiting.length === 0;
  }

  /** Whether there are enough to be worth it, or more than should wait. */
  get due(): boolean {
    return this.waiting.length >= this.limits.pictures || this.bytes > this.limits.bytes;
  }

  /** The next to be decoded together, in their order. */
  take(): WaitingPicture[] {
    const batch = this.waiting.splice(0, this.batchLength());
    this.bytes -= batch.reduce((sum, { bytes }) => sum + bytes.length, 0);
    return batch;
  }

  private batchLength(): number {
    const candidates = this.waiting.slice(0, this.limits.pictures);
    let pixels = 0;
    const first = candidates.findIndex((picture, at) => {
      pixels += pixelsOf(picture);
      return at > 0 && pixels > this.limits.pixels;
    });
    return first < 0 ? candidates.length : first;
  }
}
