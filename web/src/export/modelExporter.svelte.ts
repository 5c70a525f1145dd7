import type { EngineClient } from '../engine/client';
import { downloadBlob } from '../kit/downloadBlob';
import type { Problems } from '../kit/problems.svelte';
import { shareFile } from '../kit/shareFile';
import { messages } from '../messages';
import type { TrainedWith } from '../protocol/calls';
import type { ModelSummary } from '../protocol/types';

/** The formats in which a model can be exported. */
export const exportFormats = ['safetensors', 'onnx', 'page', 'card'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A model, and the prefix of its files' names. */
export interface NamedModel {
  name: string;
  model: Uint8Array;
  trained: TrainedWith | null;
}

export interface ExportedFile {
  name: string;
  bytes: number;
  model: Uint8Array;
}

const endings: Record<ExportFormat, string> = {
  safetensors: '.safetensors',
  onnx: '.onnx',
  page: '.html',
  card: '-card.md',
};

/** Loaded on demand: few people export a page. */
const pages = () => import('./standalonePage');

/** Exports a model to files, one at a time. */
export class ModelExporter {
  /** The format being exported. */
  exporting = $state<ExportFormat | null>(null);
  /** The last exported file. */
  saved = $state.raw<ExportedFile | null>(null);

  constructor(
    private readonly engine: EngineClient<'training'>,
    private readonly problems: Problems,
    private readonly download: typeof downloadBlob = downloadBlob,
    private readonly template = async () => (await pages()).fetchTemplate(),
    private readonly send: typeof shareFile = shareFile,
  ) {}

  async export(format: ExportFormat, named: NamedModel): Promise<void> {
    await this.make(format, named.model, async () => {
      const file = new Blob([(await this.content(format, named)) as BlobPart]);
      const name = named.name + endings[format];
      this.download(file, name);
      return { name, bytes: file.size };
    });
  }

  /** Shares a page with the model inside. */
  async share(name: string, model: Uint8Array, summary: ModelSummary): Promise<void> {
    await this.make('page', model, async () => {
      const page = new Blob([await this.page(model, summary)]);
      await this.send(page, name + endings.page);
      return { name: name + endings.page, bytes: page.size };
    });
  }

  private async make(
    format: ExportFormat,
    model: Uint8Array,
    making: () => Promise<Omit<ExportedFile, 'model'>>,
  ): Promise<void> {
    if (this.exporting) return;
    this.problems.clear();
    this.exporting = format;
    this.saved = null;
    try {
      this.saved = { ...(await making()), model };
    } catch (failure) {
      this.problems.raise('model', failure, () => messages.exporting.unchanged, '');
    } finally {
      this.exporting = null;
    }
  }

  private async content(
    format: ExportFormat,
    { model, trained }: NamedModel,
  ): Promise<string | Uint8Array> {
    if (format === 'safetensors') return model;
    const plain = trained && { ...trained, settings: { ...trained.settings } };
    const made = await this.engine.call('export_model', { model, trained: plain });
    if (format !== 'page') return made[format];
    return this.page(model, made.summary);
  }

  private async page(model: Uint8Array, summary: ModelSummary): Promise<string> {
    const { standalonePage } = await pages();
    return standalonePage(await this.template(), model, summary);
  }
}
