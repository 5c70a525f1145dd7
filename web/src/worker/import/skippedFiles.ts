import type { Imported, SkippedFile } from '../../protocol/calls';
import { EngineFailure } from '../../protocol/failure';

// More than anybody reads.
const maxListed = 20;

// Failures that affect the whole import, not just one file.
const endsAll = ['fileTooLarge', 'tooManyFiles', 'noPictures'];

/** Describes why a file was skipped. Rethrows failures that affect the whole import. */
export function skippedFile(
  path: string,
  failure: unknown,
  endsAll: readonly string[],
): SkippedFile {
  if (!(failure instanceof EngineFailure)) throw failure;
  const { kind, message, values } = failure;
  if ((kind !== 'engine' && kind !== 'page') || endsAll.includes(message)) throw failure;
  return { path, kind, message, values };
}

/** Skipped files of a folder or an archive, in order. */
export class SkippedFiles {
  count = 0;
  readonly first: SkippedFile[] = [];

  /** Rethrows failures that affect the whole import. */
  add(path: string, failure: unknown): void {
    const skipped = skippedFile(path, failure, endsAll);
    this.count += 1;
    if (this.first.length < maxListed) this.first.push(skipped);
  }

  get listed(): Imported['skipped'] {
    return { count: this.count, first: this.first };
  }
}
