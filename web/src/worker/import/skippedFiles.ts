import type { Imported, LeftOut } from '../../protocol/calls';
import { EngineFailure } from '../../protocol/failure';

// More than anybody reads.
const mostTold = 20;

// What no single file is to blame for.
const endsAll = ['fileTooLarge', 'tooManyFiles', 'noPictures'];

/** Files of a folder or an archive that nothing was made of, in their order. */
export class LeftOuts {
  count = 0;
  readonly first: LeftOut[] = [];

  /** Throws what is more than one file's failure. */
  add(path: string, failure: unknown): void {
    if (!(failure instanceof EngineFailure)) throw failure;
    const { kind, message } = failure;
    if ((kind !== 'refused' && kind !== 'declined') || endsAll.includes(message)) throw failure;
    this.count += 1;
    if (this.first.length < mostTold) this.first.push({ path, kind, message });
  }

  get told(): Imported['left_out'] {
    return { count: this.count, first: this.first };
  }
}
