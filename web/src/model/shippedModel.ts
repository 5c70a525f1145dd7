import type { EngineClient } from '../engine/client';
import { pageFailure } from '../protocol/failure';
import type { ModelSummary } from '../protocol/types';

const file = 'model/inkling.safetensors';

/** A model that the reading engine has loaded. */
export interface LoadedModel {
  bytes: Uint8Array;
  summary: ModelSummary;
}

/** Returns null if the page was published without a model. */
export async function fetchShipped(): Promise<Uint8Array | null> {
  try {
    const response = await fetch(file);
    if (response.status === 404) return null;
    if (response.ok) return new Uint8Array(await response.arrayBuffer());
  } catch {
    // No response: for the person, the same as a server error.
  }
  throw pageFailure('modelUnreachable');
}

/** Fetches the shipped model and loads it. Null as above. */
export async function loadShipped(reading: EngineClient<'reading'>): Promise<LoadedModel | null> {
  const bytes = await fetchShipped();
  return bytes && { bytes, summary: await reading.call('load_model', bytes) };
}
