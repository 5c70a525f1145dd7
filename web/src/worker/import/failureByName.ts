// Judges a file by its name once its content can't be read.
import { EngineFailure, pageFailure } from '../../protocol/failure';
import { documentFormat } from '../../shared/documentName';
import { isPictureName } from '../../shared/pictureName';

/** Failures that say that a file which was taken for a table isn't one. */
const notTable = ['columns', 'notText', 'longRow', 'noRows', 'rowsRejected', 'tooManyLabels'];

const formats = [
  { name: /\.np[yz]$/i, failure: () => pageFailure('notNumpy') },
  { name: /\.zip$/i, failure: () => pageFailure('zipDamaged') },
];

const workbook = /\.(xlsx?|ods)$/i;

/** What the name says of a document; null if it doesn't name one. */
export function documentNamed(path: string): EngineFailure | null {
  if (workbook.test(path)) return pageFailure('workbook');
  const format = documentFormat(path);
  return format ? pageFailure('document', { format }) : null;
}

/** Replaces a complaint about rows and columns if the file's name says that it should have none. */
export function namedFailure(path: string, failure: unknown): unknown {
  const isTable =
    failure instanceof EngineFailure && notTable.includes(String(failure.values.code));
  if (!isTable) return failure;
  if (isPictureName(path)) return pageFailure('noPicture');
  const named = formats.find(({ name }) => name.test(path))?.failure();
  return named ?? documentNamed(path) ?? failure;
}
