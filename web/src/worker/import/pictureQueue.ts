import { sizeOf } from '../../shared/pictureFormats';

export interface WaitingPicture {
  path: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Memory limits. */
export interface QueueLimits {
  pictures: number; // decoded together
  pixels: number; // decoded together, at four bytes each; larger pictures are decoded alone
  bytes: number; // of waiting files
}

const browserLimits: QueueLimits = { pictures: 64, pixels: 2 ** 24, bytes: 2 ** 26 };

// Without a size it isn't a picture, and will be rejected without decoding.
function pixelsOf({ bytes }: WaitingPicture): number {
  const { width, height } = sizeOf(bytes) ?? { width: 0, height: 0 };
  return width * height;
}

/** Pictures waiting to be decoded: many small ones together, large ones one by one. */
export class PictureQueue {
  private waiting: WaitingPicture[] = [];
  private bytes = 0;

  constructor(private readonly limits = browserLimits) {}

  add(picture: WaitingPicture): void {
    this.waiting.push(picture);
    this.bytes += picture.bytes.length;
  }

  get empty(): boolean {
    return this.waiting.length === 0;
  }

  /** Whether a batch is full, or the waiting files use too much memory. */
  get due(): boolean {
    return this.waiting.length >= this.limits.pictures || this.bytes > this.limits.bytes;
  }

  /** Returns the next batch, in order. */
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
