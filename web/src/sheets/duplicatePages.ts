// Detects pages of forms that were photographed twice.
import type { Row } from './row';

/** A picture that shows the same filled-in page as an earlier one. */
export interface DuplicatePage {
  taken: number; // of the later picture
  picture: string; // the later picture
  earlier: string; // the earlier picture
  form: string; // name of the form
  page: number;
}

/** A reading of a form's page. */
interface Page {
  key: string; // form and page number, which all copies share
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

const minAgreement = 0.8; // share of the cells; two photos of a sheet aren't read quite the same

/** Whether most cells that are filled in on either page have the same reading. */
function isDuplicate(one: Page, other: Page): boolean {
  const filled = [...one.texts.keys()].filter((at) => one.texts.get(at) || other.texts.get(at));
  const equal = filled.filter((at) => one.texts.get(at) === other.texts.get(at));
  return filled.length > 0 && equal.length >= minAgreement * filled.length;
}

/** The pages that repeat an earlier one, each with the first picture of it. */
export function duplicatePages(rows: readonly Row[]): DuplicatePage[] {
  const before = new Map<string, Page[]>();
  return pagesOf(rows).flatMap((page) => {
    const known = before.get(page.key) ?? [];
    before.set(page.key, known);
    const same = known.find((earlier) => isDuplicate(earlier, page));
    if (!same) known.push(page);
    const { taken, picture, form } = page;
    return same ? [{ taken, picture, earlier: same.picture, form, page: page.page }] : [];
  });
}
