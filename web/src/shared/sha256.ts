/** Null on a page without HTTPS, where browsers offer no hashes. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (!crypto.subtle) return null;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
}
