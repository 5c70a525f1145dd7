import type { EngineClient } from '../engine/client';
import { offer } from '../kit/downloadBlob';
import type { Problems } from '../kit/problems.svelte';
import { messages } from '../messages';
import type { TrainedWith } from '../protocol/calls';
import { fetchTemplate, standalonePage } from './standalonePage';

/** What can be taken away: the model itself, and what is made of it when it is asked for. */
export const forms = ['safetensors', 'onnx', 'page', 'card'] as const;
export type Form = (typeof forms)[number];

/** A model with the name that its files begin with. */
export interface Taken {
  name: string;
  model: Uint8Array;
  trained: TrainedWith | null;
}

export interface Saved {
  name: string;
  bytes: number;
  model: Uint8Array;
}

const endings: Record<Form, string> = {
  safetensors: '.safetensors',
  onnx: '.onnx',
  page: '.html',
  card: '-card.md',
};

/** Makes files of a model, one at a time. */
export class TakeAway {
  /** The form that is being made. */
  making = $state<Form | null>(null);
  /** The file that was made last. */
  saved = $state.raw<Saved | null>(null);

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly problems: Problems,
    private readonly offered: typeof offer = offer,
    private readonly template: typeof fetchTemplate = fetchTemplate,
  ) {}

  async take(form: Form, taken: Taken): Promise<void> {
    if (this.making) return;
    this.problems.clear();
    this.making = form;
    this.saved = null;
    try {
      const file = new Blob([(await this.content(form, taken)) as BlobPart]);
      const name = taken.name + endings[form];
      this.offered(file, name);
      this.saved = { name, bytes: file.size, model: taken.model };
    } catch (failure) {
      this.problems.raise('model', failure, messages.takeAway.kept, '');
    } finally {
      this.making = null;
    }
  }

  private async content(form: Form, { model, trained }: Taken): Promise<string | Uint8Array> {
    if (form === 'safetensors') return model;
    const plain = trained && { ...trained, settings: { ...trained.settings } };
    const made = await this.engine.call('export_model', { model, trained: plain });
    if (form !== 'page') return made[form];
    return standalonePage(await this.template(), model, made.summary);
  }
}
