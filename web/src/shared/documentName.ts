const documents = [
  { name: /\.docx?$/i, format: 'Word' },
  { name: /\.xlsx?$/i, format: 'Excel' },
  { name: /\.pptx?$/i, format: 'PowerPoint' },
  { name: /\.od[pst]$/i, format: 'OpenDocument' },
  { name: /\.pdf$/i, format: 'PDF' },
];

/** The format of a document by its name; null if the name isn't that of one. */
export const documentFormat = (path: string): string | null =>
  documents.find(({ name }) => name.test(path))?.format ?? null;
