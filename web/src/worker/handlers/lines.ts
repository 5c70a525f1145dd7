import type { Handlers, LinesReport } from '../../protocol/calls';
import { refuseUnlessEmpty } from '../../protocol/failure';
import type { PictureReader, PicturesEngine } from '../../protocol/types';
import { skippedFile } from '../import/skippedFiles';
import { readLines } from '../lines/pictureLines';
import { type Listener, readSource } from '../lines/pictureSource';
import { withHandle } from '../owned';

function reading(reader: PictureReader, report: (report: LinesReport) => void): Listener {
  const skip = (path: string, failure: unknown) =>
    report({ skipped: skippedFile(path, failure, ['fileTooLarge']) });
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

/** Reads the pictures in a file. Skips those it can't read. */
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
