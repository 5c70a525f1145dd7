// Browsers show what there is of a picture that is cut short, without an error.
import { isJpeg, isPng } from '../shared/pictureFormats';

/** More than follows the end of a picture in files of cameras and phones. */
const tailBytes = 65_536;

const includes = (bytes: Uint8Array, wanted: readonly number[]): boolean =>
  bytes.some((_, at) => wanted.every((byte, offset) => bytes[at + offset] === byte));

const pngEnd = [0x49, 0x45, 0x4e, 0x44]; // the chunk IEND
const jpegEnd = [0xff, 0xd9]; // the marker EOI

/** Whether a PNG or JPEG file has no end. */
export async function mayBeCutShort(file: Blob): Promise<boolean> {
  const bytesOf = async (part: Blob) => new Uint8Array(await part.arrayBuffer());
  const [head, tail] = await Promise.all([
    bytesOf(file.slice(0, 4)),
    bytesOf(file.slice(-tailBytes)),
  ]);
  return (isPng(head) && !includes(tail, pngEnd)) || (isJpeg(head) && !includes(tail, jpegEnd));
}
