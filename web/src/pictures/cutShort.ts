// Browsers show what there is of a picture that is cut short, without an error.

/** More than follows the end of a picture in files of cameras and phones. */
const tailBytes = 65_536;

const includes = (bytes: Uint8Array, wanted: readonly number[]): boolean =>
  bytes.some((_, at) => wanted.every((byte, offset) => bytes[at + offset] === byte));

const png = [0x89, 0x50, 0x4e, 0x47];
const pngEnd = [0x49, 0x45, 0x4e, 0x44]; // the chunk IEND
const jpeg = [0xff, 0xd8, 0xff];
const jpegEnd = [0xff, 0xd9]; // the marker EOI

/** Whether a PNG or JPEG file has no end. */
export async function mayBeCutShort(file: Blob): Promise<boolean> {
  const bytesOf = async (part: Blob) => new Uint8Array(await part.arrayBuffer());
  const [head, tail] = await Promise.all([
    bytesOf(file.slice(0, 4)),
    bytesOf(file.slice(-tailBytes)),
  ]);
  const startsWith = (bytes: readonly number[]) => bytes.every((byte, at) => head[at] === byte);
  return (
    (startsWith(png) && !includes(tail, pngEnd)) || (startsWith(jpeg) && !includes(tail, jpegEnd))
  );
}
