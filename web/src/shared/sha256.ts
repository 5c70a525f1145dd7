/** Returns null on pages without HTTPS, where browsers offer no hashing. */
export async function sha256(bytes: Uint8Array): Promise<Uint8Array | null> {
  if (!crypto.subtle) return null;
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
}
