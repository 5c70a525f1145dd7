import type { Handlers, LinesReport } from '../../protocol/calls';
import { EngineFailure, refuseUnlessEmpty } from '../../protocol/failure';
import type { PictureReader, PicturesEngine } from '../../protocol/types';
import { readLines } from '../lines/pictureLines';
import { type Listener, readSource } from '../lines/pictureSource';
import { withHandle } from '../owned';

/** Throws what is more than the failure of one picture. */
function skipped(path: string, failure: unknown): LinesReport {
  if (!(failure instanceof EngineFailure)) throw failure;
  const { kind, message, values } = failure;
  if ((kind !== 'refused' && kind !== 'declined') || message === 'fileTooLarge') throw failure;
  return { skipped: { path, kind, message, values } };
}

function reading(reader: PictureReader, report: (report: LinesReport) => void): Listener {
  const skip = (path: string, failure: unknown) => report(skipped(path, failure));
  return {
    async read({ path, bytes }) {
      try {
        report({ picture: await readLines(path, bytes, reader) });
      } catch (failure) {
        skip(path, failure);
      }
    },
    skip,
    progress: (share) => report({ share }),
  };
}

/** Reads the pictures of a file, and goes on after one that it can't read. */
export function linesHandlers(engine: PicturesEngine): Pick<Handlers<'pictures'>, 'read_lines'> {
  return {
    read_lines: ({ model, source }, { report, signal }) =>
      withHandle(new engine.PictureReader(), async (reader) => {
        refuseUnlessEmpty(reader.load(model));
        const listener = reading(reader, report);
        try {
          await readSource(source, listener, signal);
        } catch (failure) {
          listener.skip(source.path, failure);
        }
        return null;
      }),
  };
}
