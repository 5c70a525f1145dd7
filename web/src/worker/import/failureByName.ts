// Judges a file by its name once its content can't be read.
import { declined, EngineFailure } from '../../protocol/failure';
import { isPictureName } from '../../shared/pictureName';

/** Failures that say that a file which was taken for a table isn't one. */
const notTable = ['columns', 'notText', 'longRow', 'noRows', 'rowsRejected', 'tooManyLabels'];

const formats = [
  { name: /\.np[yz]$/i, failure: () => declined('notNumpy') },
  { name: /\.zip$/i, failure: () => declined('zipDamaged') },
  { name: /\.(xlsx?|ods)$/i, failure: () => declined('workbook') },
];

const documents = [
  { name: /\.docx?$/i, format: 'Word' },
  { name: /\.pptx?$/i, format: 'PowerPoint' },
  { name: /\.od[tp]$/i, format: 'OpenDocument' },
  { name: /\.pdf$/i, format: 'PDF' },
];

/** What the name says of a document; null if it doesn't name one. */
export function documentNamed(path: string): EngineFailure | null {
  const document = documents.find(({ name }) => name.test(path));
  return document ? declined('document', { format: document.format }) : null;
}

/** Replaces a complaint about rows and columns if the file's name says that it should have none. */
export function namedFailure(path: string, failure: unknown): unknown {
  const isTable =
    failure instanceof EngineFailure && notTable.includes(String(failure.values.code));
  if (!isTable) return failure;
  if (isPictureName(path)) return declined('noPicture');
  const named = formats.find(({ name }) => name.test(path))?.failure();
  return named ?? documentNamed(path) ?? failure;
}
