import { side } from '../../../kit/digitImage';
import type { Images, Rows } from '../../../protocol/calls';
import { imagesInBlock } from '../../../protocol/calls';

const size = side * side;
/** Returns one of many images, [count, 784]. */
export const imageOf = (images: Uint8Array, at: number) =>
  images.subarray(at * size, (at + 1) * size);

const maxBlocks = 160; // 64 MB: 80,000 images

/**
 * The images of a dataset, loaded in blocks when viewed or ahead of time. If memory is limited, keeps the blocks
 * viewed last.
 */
export class ImageBlocks {
  private readonly blocks = new Map<number, Uint8Array>(); // least recently viewed first
  private readonly coming = new Set<number>();
  private ended = false;

  constructor(
    private readonly ask: (rows: Rows) => Promise<Images>,
    private readonly arrived: () => void,
    private readonly count: number,
    first: Uint8Array,
  ) {
    this.blocks.set(0, first);
  }

  /** Returns null while loading. */
  image(row: number): Uint8Array | null {
    const at = Math.floor(row / imagesInBlock);
    const block = this.blocks.get(at);
    if (!block) {
      void this.load(at);
      return null;
    }
    this.store(at, block);
    return imageOf(block, row % imagesInBlock);
  }

  /** Loads one block after another, so that scrolling needn't wait. */
  async fill(): Promise<void> {
    const all = Math.min(maxBlocks, Math.ceil(this.count / imagesInBlock));
    for (let at = 0; at < all && !this.ended && this.blocks.size < maxBlocks; at++) {
      if (!this.blocks.has(at)) await this.load(at);
    }
  }

  /** Call when other data replace these, since further replies would be theirs. */
  end(): void {
    this.ended = true;
  }

  private async load(at: number): Promise<void> {
    if (this.coming.has(at) || this.ended) return;
    this.coming.add(at);
    try {
      const { images } = await this.ask({ first: at * imagesInBlock, count: imagesInBlock });
      if (!this.ended) this.store(at, images);
    } catch {
      // The worker crashed. The next view asks its replacement.
    } finally {
      this.coming.delete(at);
    }
    this.arrived();
  }

  private store(at: number, block: Uint8Array): void {
    this.blocks.delete(at);
    this.blocks.set(at, block);
    const [oldest] = this.blocks.keys();
    if (this.blocks.size > maxBlocks && oldest !== undefined) this.blocks.delete(oldest);
  }
}
