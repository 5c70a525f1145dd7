export const enWorker = {
  empty: 'This file is empty.',
  zip: 'This is a zip archive. Unpack it and choose the CSV file inside; .gz files are read as they are.',
  unreadable:
    'This file could not be read to its end: it is damaged, or it changed on the disk meanwhile.',
  gzip: 'This .gz file could not be unpacked to its end: it is damaged, or packed in several parts. Unpack it yourself and choose the CSV file.',
  tooLarge: 'This file unpacks to more than 1 GB. The largest that is read is 1 GB.',
  noData: 'There are no data to learn from yet.',
};
