import type { Line, PictureLines } from '../../protocol/calls';
import { engineFailure, throwIfError } from '../../protocol/failure';
import type { Form } from '../../protocol/forms';
import type { SheetReader } from '../../protocol/types';
import type { PaintedPicture } from '../import/pictureBytes';
import { cellImage } from './cellImage';
import { cellsOf, type ReadCell } from './formCells';
import { type CodeDecoder, codeDecoder } from './qrCode';

/** Reads pictures as pages of one of some forms. Without forms, it still recognises sheets of others. */
export class FormPageReader {
  private constructor(
    private readonly reader: SheetReader,
    private readonly forms: readonly Form[],
    private readonly decode: CodeDecoder,
  ) {}

  /** Rejects if the engine refuses a form. */
  static async of(reader: SheetReader, forms: readonly Form[]): Promise<FormPageReader> {
    throwIfError(reader.set_forms(forms.map((form) => JSON.stringify(form))));
    return new FormPageReader(reader, forms, await codeDecoder());
  }

  /** Null if the picture doesn't show a form. Throws if it shows one that can't be read. */
  read(path: string, picture: PaintedPicture): PictureLines | null {
    const { grey, width, height } = picture.grey;
    const cells = this.reader.read_form(grey, width, height, this.decode);
    if (cells.error !== '') throw engineFailure(cells.error);
    const form = this.forms[cells.form];
    if (!form) return null;
    const lines = cellsOf(cells, form, picture.scale).map(lineOf);
    const { id, name, rows, row_names: rowNames = [] } = form;
    return { path, form: { id, name, rows, rowNames, page: cells.page }, lines };
  }
}

const lineOf = ({ picture, ...cell }: ReadCell): Line => ({ ...cell, cutOut: cellImage(picture) });
