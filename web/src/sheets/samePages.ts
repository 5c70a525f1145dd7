// Pages of forms that seem to have been given twice.
import type { Row } from './row';

/** A picture that shows the same filled-in page as an earlier one. */
export interface SamePage {
  taken: number; // of the later picture
  picture: string;
  earlier: string; // the picture before
  form: string;
  page: number;
}

/** A page of a form as it was read. */
interface Page {
  key: string; // the same for all copies of a page
  taken: number;
  picture: string;
  form: string;
  page: number;
  texts: ReadonlyMap<string, string>; // by row and column
}

function pagesOf(rows: readonly Row[]): Page[] {
  const pages = new Map<string, Page & { texts: Map<string, string> }>();
  for (const { taken, picture, cell, place, read } of rows) {
    if (!cell) continue;
    const { name: form, page } = cell;
    const key = `${cell.id} ${page}`;
    const photo = pages.get(`${key} ${taken}`) ?? {
      key,
      taken,
      picture,
      form,
      page,
      texts: new Map(),
    };
    photo.texts.set(`${place.row} ${cell.column}`, read);
    pages.set(`${key} ${taken}`, photo);
  }
  return [...pages.values()].sort((one, other) => one.taken - other.taken);
}

const alike = 0.8; // of the cells that are filled in; of two photos of a sheet some are read otherwise

/** Whether nearly all that is filled in on either page is read the same. */
function isSame(one: Page, other: Page): boolean {
  const filled = [...one.texts.keys()].filter((at) => one.texts.get(at) || other.texts.get(at));
  const equal = filled.filter((at) => one.texts.get(at) === other.texts.get(at));
  return filled.length > 0 && equal.length >= alike * filled.length;
}

/** The pages that were there before, each with the first picture of it. */
export function samePages(rows: readonly Row[]): SamePage[] {
  const before = new Map<string, Page[]>();
  return pagesOf(rows).flatMap((page) => {
    const known = before.get(page.key) ?? [];
    before.set(page.key, known);
    const same = known.find((earlier) => isSame(earlier, page));
    if (!same) known.push(page);
    const { taken, picture, form } = page;
    return same ? [{ taken, picture, earlier: same.picture, form, page: page.page }] : [];
  });
}
