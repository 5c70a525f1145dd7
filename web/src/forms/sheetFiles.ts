const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The pages (SVG) as one file: an SVG, or a ZIP archive if there are several. `name` has no extension. */
export async function sheetFiles(
  name: string,
  pages: readonly string[],
): Promise<{ file: Blob; extension: 'svg' | 'zip' }> {
  const [first = ''] = pages;
  if (pages.length === 1)
    return { file: new Blob([first], { type: 'image/svg+xml' }), extension: 'svg' };
  const { zipSync } = await import('fflate');
  const files = pages.map((page, at) => [`${name}-${at + 1}.svg`, bytesOf(page)] as const);
  const archive = zipSync(Object.fromEntries(files));
  return { file: new Blob([archive as BlobPart], { type: 'application/zip' }), extension: 'zip' };
}
