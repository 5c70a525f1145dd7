// A model file's metadata: eight bytes with the length of a JSON header, the header, the weights.

interface Header {
  __metadata__: Record<string, string>;
}

function headerOf(file: Uint8Array): { header: Header; end: number } {
  const end = 8 + Number(new DataView(file.buffer, file.byteOffset).getBigUint64(0, true));
  return { header: JSON.parse(new TextDecoder().decode(file.subarray(8, end))), end };
}

export function metadataOf(file: Uint8Array): Record<string, string> {
  return headerOf(file).header.__metadata__;
}

/** Returns the model with other entries, as a file of an earlier version, whose header has no hash. */
export function withMetadata(file: Uint8Array, entries: Record<string, string>): Uint8Array {
  const { header, end } = headerOf(file);
  Object.assign(header.__metadata__, entries);
  delete header.__metadata__.header_sha256;
  const text = new TextEncoder().encode(JSON.stringify(header));
  const changed = new Uint8Array(8 + text.length + file.length - end);
  new DataView(changed.buffer).setBigUint64(0, BigInt(text.length), true);
  changed.set(text, 8);
  changed.set(file.subarray(end), 8 + text.length);
  return changed;
}
