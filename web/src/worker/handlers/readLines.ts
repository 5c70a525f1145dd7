import type { Handlers, LinesReport, PictureLines } from '../../protocol/calls';
import { throwIfError } from '../../protocol/failure';
import type { SheetReader, SheetsEngine } from '../../protocol/types';
import { pictureFailure } from '../../shared/pictureName';
import { FormPageReader } from '../forms/formPage';
import { paintPicture } from '../import/pictureBytes';
import { skippedFile } from '../import/skippedFiles';
import { withHandle } from '../owned';
import { readLines } from '../sheets/pictureLines';
import { type Listener, type PictureFile, readSource } from '../sheets/pictureSource';

/** Reads a picture as a page of a form, or line by line; rejects with why it can't be read. */
async function readPicture(
  { path, bytes }: PictureFile,
  reader: SheetReader,
  forms: FormPageReader,
): Promise<PictureLines> {
  const picture = await paintPicture(bytes);
  return forms.read(path, picture) ?? readLines(path, picture, reader);
}

function reading(
  read: (picture: PictureFile) => Promise<PictureLines>,
  report: (report: LinesReport) => void,
): Listener {
  const skip = (path: string, failure: unknown) =>
    report({ skipped: skippedFile(path, pictureFailure(path, failure), ['fileTooLarge']) });
  return {
    async read(picture) {
      try {
        report({ picture: await read(picture) });
      } catch (failure) {
        skip(picture.path, failure);
      }
    },
    skip,
    progress: (share) => report({ share }),
  };
}

/** Reads the pictures in a file. Skips those it can't read. */
export function linesHandlers(engine: SheetsEngine): Pick<Handlers<'sheets'>, 'read_lines'> {
  return {
    read_lines: ({ model, source, forms }, { report, signal }) =>
      withHandle(new engine.SheetReader(), async (reader) => {
        throwIfError(reader.load(model));
        const pages = await FormPageReader.of(reader, forms);
        const listener = reading((picture) => readPicture(picture, reader, pages), report);
        try {
          await readSource(source, listener, signal);
        } catch (failure) {
          listener.skip(source.path, failure);
        }
        return null;
      }),
  };
}
