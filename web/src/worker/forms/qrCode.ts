// QR codes, by a library that is fetched once there is a form.

/** The modules of a text's code without a margin, [side, side] with 1 as dark, as the engine prints them. */
export async function codeEncoder(): Promise<(text: string) => Uint8Array> {
  const { encodeQR } = await import('qr');
  return (text) => {
    const withMargin = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
    const rows = withMargin.slice(1, -1).map((row) => row.slice(1, -1));
    return Uint8Array.from(rows.flat(), Number);
  };
}

const longestSearchMs = 100;

/** The text of the code in a grey picture; empty where none is found. */
export type CodeDecoder = (grey: Uint8Array, width: number, height: number) => string;

export async function codeDecoder(): Promise<CodeDecoder> {
  const { decodeQR } = await import('qr/decode.js');
  return (data, width, height) => {
    try {
      // A picture whose brightness alone is there, and is all that is looked at.
      return decodeQR({ data, width, height }, { format: 'I420', timeLimit: longestSearchMs });
    } catch {
      return '';
    }
  };
}
