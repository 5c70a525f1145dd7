import { expect, test } from 'vitest';
import { pageFailure } from '#web/protocol/failure';
import { pictureFailure } from '#web/shared/pictureName';

test('a file that isn’t named like a picture isn’t called a damaged one', () => {
  const message = (path: string) => pictureFailure(path, pageFailure('noPicture'));
  expect(message('list')).toEqual(pageFailure('notPicture'));
  for (const path of ['photos/page.JPG', 'photo.heif', 'scan.pdf/1'])
    expect(message(path)).toEqual(pageFailure('noPicture'));
});

test.each([
  ['notes.docx', 'Word'],
  ['list.XLSX', 'Excel'],
  ['slides.ppt', 'PowerPoint'],
  ['letter.odt', 'OpenDocument'],
  ['scan.pdf', 'PDF'],
])('%s is called a document', (path, format) => {
  const failure = pageFailure('documentNotPicture', { format });
  expect(pictureFailure(path, pageFailure('noPicture'))).toEqual(failure);
});

test('other failures stay', () => {
  const empty = pageFailure('emptyFile');
  expect(pictureFailure('notes.docx', empty)).toBe(empty);
});
