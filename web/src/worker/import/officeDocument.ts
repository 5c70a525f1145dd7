/** Whether a file in an archive says that the archive is an office document: Microsoft's, or OpenDocument. */
export const isOfficeEntry = (entry: string, first: boolean): boolean =>
  entry === '[Content_Types].xml' || (first && entry === 'mimetype');
