import { type EngineFailure, pageFailure } from '../protocol/failure';

/** The first bytes of a checkpoint file, of this version and of the one before. */
export const checkpointMagic = { current: 'inkling2', version1: 'inkling1' };

/** A safetensors file begins with 8 bytes of length and a JSON object. */
const isModel = (head: string) => head.startsWith('{"', 8);

/** Returns why a file can't be a checkpoint, judged by its first bytes; null if it may be one. */
export async function checkpointProblem(file: Blob): Promise<EngineFailure | null> {
  const bytes = await file.slice(0, 16).arrayBuffer();
  const head = new TextDecoder('latin1').decode(bytes);
  if (Object.values(checkpointMagic).some((magic) => head.startsWith(magic))) return null;
  return pageFailure(isModel(head) ? 'modelNotCheckpoint' : 'noCheckpoint');
}
