import { expect, test } from 'vitest';
import { declined } from '#web/protocol/failure';
import { pictureFailure } from '#web/shared/pictureName';

test('a file that isn’t named like a picture isn’t called a damaged one', () => {
  const message = (path: string) => pictureFailure(path, declined('noPicture'));
  expect(message('notes.docx')).toEqual(declined('notPicture'));
  expect(message('list')).toEqual(declined('notPicture'));
  expect(message('photos/page.JPG')).toEqual(declined('noPicture'));
});

test('other failures stay', () => {
  const empty = declined('emptyFile');
  expect(pictureFailure('notes.docx', empty)).toBe(empty);
});
