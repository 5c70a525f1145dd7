import type { PresetOverview } from '../engine/calls';
import type { EngineClient } from '../engine/client';
import type { TrainingSettings } from '../engine/types';

const unset: TrainingSettings = {
  preset: '',
  architecture: '', // the preset's
  epochs: 1,
  batch: 32,
  learning_rate: 0.001,
  validation: 0.2,
  seed: 1,
  augment: false,
};

/** The network that is chosen, and how it shall be trained. */
export class Network {
  presets = $state.raw<PresetOverview[]>([]);
  settings = $state<TrainingSettings>({ ...unset });
  readonly preset = $derived(
    this.presets.find(({ name }) => name === this.settings.preset) ?? null,
  );

  constructor(private readonly engine: EngineClient<'training'>) {}

  async load(): Promise<void> {
    if (this.presets.length > 0) return;
    this.presets = (await this.engine.call('describe', null)).presets;
    const [first] = this.presets;
    if (first) this.choose(first.name);
  }

  /** Takes a preset and the way it is best trained; split and seed stay. */
  choose(name: string): void {
    const preset = this.presets.find((one) => one.name === name);
    if (!preset) return;
    const { epochs, batch, learning_rate, augment } = preset;
    this.settings = { ...this.settings, preset: name, epochs, batch, learning_rate, augment };
  }
}
