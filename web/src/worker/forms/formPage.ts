import type { Line, PictureLines } from '../../protocol/calls';
import { refused, refuseUnlessEmpty } from '../../protocol/failure';
import type { Form } from '../../protocol/forms';
import type { SheetReader } from '../../protocol/types';
import type { PaintedPicture } from '../import/pictureBytes';
import { encodeCanvas } from '../lines/cutOut';
import { type CellPicture, cellsOf, type ReadCell } from './formCells';
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
    refuseUnlessEmpty(reader.set_forms(forms.map((form) => JSON.stringify(form))));
    return new FormPageReader(reader, forms, await codeDecoder());
  }

  /** Null if the picture doesn't show a form. Rejects if it shows one that can't be read. */
  async read(path: string, picture: PaintedPicture): Promise<PictureLines | null> {
    const { grey, width, height } = picture.grey;
    const cells = this.reader.read_form(grey, width, height, this.decode);
    if (cells.error !== '') throw refused(cells.error);
    const form = this.forms[cells.form];
    if (!form) return null;
    const lines = await Promise.all(cellsOf(cells, form, picture.scale).map(lineOf));
    const { id, name, rows, row_names: rowNames = [] } = form;
    return { path, form: { id, name, rows, rowNames, page: cells.page }, lines };
  }
}

async function lineOf({ picture, ...cell }: ReadCell): Promise<Line> {
  return { ...cell, cutOut: await encodeCanvas(cellCanvas(picture)) };
}

function cellCanvas({ grey, width, height }: CellPicture): OffscreenCanvas {
  const canvas = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
  if (grey.length === 0) return canvas;
  const image = new ImageData(width, height);
  new Uint32Array(image.data.buffer).forEach((_, at, rgba) => {
    const shade = grey[at] ?? 0;
    rgba[at] = 0xff000000 | (shade << 16) | (shade << 8) | shade;
  });
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}
