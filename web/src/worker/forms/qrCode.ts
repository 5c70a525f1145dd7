// QR codes, by a library that is loaded once a form is made or a picture is read.

/** The encoder returns the modules without a quiet zone, [side, side], where 1 is dark. */
export async function codeEncoder(): Promise<(text: string) => Uint8Array> {
  const { encodeQR } = await import('qr');
  return (text) => {
    const withMargin = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
    const rows = withMargin.slice(1, -1).map((row) => row.slice(1, -1));
    return Uint8Array.from(rows.flat(), Number);
  };
}

const maxSearchMs = 100;

/** Returns the text of the QR code in a grey picture, or "" if none is found. */
export type CodeDecoder = (grey: Uint8Array, width: number, height: number) => string;

export async function codeDecoder(): Promise<CodeDecoder> {
  const { decodeQR } = await import('qr/decode.js');
  return (data, width, height) => {
    try {
      // The decoder reads only the luma plane of I420, so the chroma planes can be left out.
      return decodeQR({ data, width, height }, { format: 'I420', timeLimit: maxSearchMs });
    } catch {
      return '';
    }
  };
}
