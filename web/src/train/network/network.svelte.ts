import type { EngineClient } from '../../engine/client';
import { changed, startingWith, undone } from '../../ink/undo';
import { describeError } from '../../kit/describeError';
import { messages } from '../../messages';
import type { Argument, AugmentedImages, CallOf, Reply } from '../../protocol/calls';
import { engineFailure } from '../../protocol/failure';
import type { AugmentRange, CheckedNetwork, Preset, TrainingSettings } from '../../protocol/types';
import { withOutputs, withoutOutputs } from '../../shared/architecture';
import { digitNames } from '../../shared/classes';
import { placeholderSettings, settingsFrom, valid } from '../../shared/trainingSettings';
import { readSetting, writeSetting } from '../../storage/localSetting';
import { architectureOf, multiplyAdds, piecesOf } from './layers';

const key = 'training';

const same = (one: TrainingSettings, other: TrainingSettings) =>
  JSON.stringify(one) === JSON.stringify(other);

type Presets = Record<string, { title: string; description: string } | undefined>;

/** Returns a preset's title in the page's language. */
const named = (name: string) => (messages.network.presets as Presets)[name];

/** The chosen or edited network, and its training settings. */
export class Network {
  presets = $state.raw<Preset[]>([]);
  /** The ranges of the augmentation's strengths. */
  augmentation = $state.raw<AugmentRange[]>([]);
  settings = $state<TrainingSettings>({ ...placeholderSettings });
  /** The engine's analysis of the network; null until available. */
  checked = $state.raw<CheckedNetwork | null>(null);
  readonly preset = $derived(
    this.presets.find(({ name }) => name === this.settings.preset) ?? null,
  );
  /** Whether the person's own layers replace the preset's. */
  readonly own = $derived(this.settings.architecture !== '');
  /** The number of classes in the data, and so of the network's outputs. */
  classes = $state(digitNames.length);
  readonly architecture = $derived(
    withOutputs(
      this.own ? this.settings.architecture : (this.preset?.architecture ?? ''),
      this.classes,
    ),
  );
  readonly title = $derived(this.titleOf(this.settings));
  readonly weights = $derived(
    this.checked?.layers.reduce((sum, { weights }) => sum + weights, 0) ?? 0,
  );
  readonly multiplyAdds = $derived(
    this.checked?.layers.reduce((sum, layer) => sum + multiplyAdds(layer), 0) ?? 0,
  );
  /** The network's problem, in the page's language. */
  readonly problem = $derived(
    this.checked?.problem ? describeError(engineFailure(this.checked.problem)) : null,
  );
  readonly fits = $derived(this.problem === null);
  /** The person's own network that a preset has replaced, for undo. */
  replaced = $state.raw<TrainingSettings | null>(null);
  /** The preset before a suggested one; null if there was none, or after another choice. */
  suggestedOver = $state.raw<string | null>(null);
  /** Settings chosen only for the current data, and those before them. */
  private forData: { before: TrainingSettings; chosen: TrainingSettings } | null = null;
  private history = $state.raw(startingWith(''));
  private editing = ''; // the field that made the latest change

  constructor(private readonly engine: EngineClient<'training'>) {}

  /** Whether training may start, as far as the page knows. The engine decides. */
  get ready(): boolean {
    return valid(this.settings) && this.fits;
  }

  get undoable(): boolean {
    return this.history.past.length > 0;
  }

  async load(): Promise<void> {
    if (this.presets.length > 0) return;
    const { presets, augmentation } = await this.engine.call('describe', null);
    this.presets = presets;
    this.augmentation = augmentation;
    const before = await this.before();
    const [first] = presets;
    if (before) this.take(before);
    else if (first) this.choose(first.name);
  }

  /** Whether the initial preset is still in use, with its own layers. */
  get untouched(): boolean {
    const { preset, architecture } = this.settings;
    return preset === this.presets[0]?.name && architecture === '';
  }

  /**
   * Switches to a preset and its best settings. Keeps split and seed. The person's own layers can be restored.
   */
  choose(name: string, changes: Partial<TrainingSettings> = {}): void {
    const preset = this.presets.find((one) => one.name === name);
    if (!preset) return;
    const { validation, seed } = this.settings;
    const own = this.own ? $state.snapshot(this.settings) : this.replaced;
    this.take({ ...preset.settings, validation, seed, ...changes });
    this.replaced = own;
  }

  /** Switches to a suggested preset. The previous one can be restored. */
  suggest(name: string): void {
    const before = this.settings.preset;
    this.choose(name);
    this.suggestedOver = before;
  }

  /** Switches to a preset and settings that suit only the current data. */
  chooseForData(name: string, changes: Partial<TrainingSettings>): void {
    const before = this.lasting;
    this.choose(name, changes);
    this.forData = { before, chosen: $state.snapshot(this.settings) };
  }

  /** Restores the settings from before chooseForData(), unless they were changed since. */
  leaveData(): void {
    if (this.forData) this.take(this.lasting);
  }

  restoreReplaced(): void {
    if (this.replaced) this.take(this.replaced);
  }

  /** Returns the title of a network. */
  titleOf({ preset, architecture }: Pick<TrainingSettings, 'preset' | 'architecture'>): string {
    if (architecture !== '') return messages.network.own;
    return named(preset)?.title ?? preset;
  }

  descriptionOf(preset: string): string {
    return named(preset)?.description ?? '';
  }

  /** Applies valid settings. */
  take(settings: TrainingSettings): void {
    this.settings = { ...settings };
    this.forData = null;
    this.replaced = null;
    this.suggestedOver = null;
    this.history = startingWith(settings.architecture);
    this.editing = '';
    void this.check();
  }

  /** Replaces the layers. Consecutive changes by the same field, `by`, are undone as one. */
  edit(pieces: readonly string[], by = ''): void {
    const text = withoutOutputs(architectureOf(pieces), this.classes);
    const preset = architectureOf(piecesOf(this.preset?.architecture ?? ''));
    const architecture = text === preset ? '' : text;
    if (architecture === this.settings.architecture) return;
    const sameEdit = by !== '' && by === this.editing;
    this.history = sameEdit
      ? { ...this.history, present: architecture }
      : changed(this.history, architecture);
    this.editing = by;
    this.settings.architecture = architecture;
    void this.check();
  }

  /** Restores the preset's own layers. */
  reset(): void {
    this.edit(piecesOf(this.preset?.architecture ?? ''));
  }

  /** Adapts to the number of classes in new data. */
  fit(classes: number): void {
    if (classes === this.classes) return;
    this.classes = classes;
    void this.check();
  }

  undo(): void {
    this.history = undone(this.history);
    this.editing = '';
    this.settings.architecture = this.history.present;
    void this.check();
  }

  /** Returns the learning rate at evenly spaced points of a run. Empty if the settings are invalid. */
  async rates(points: number): Promise<Float32Array> {
    const settings = $state.snapshot(this.settings);
    return valid(settings)
      ? this.asked('schedule', { settings, points }, new Float32Array())
      : new Float32Array();
  }

  /** Returns the first images of the data and their augmented versions. */
  augmented(rows: number, variants: number): Promise<AugmentedImages | null> {
    const { augmentation } = this.settings;
    return this.asked('augmented', { augmentation, rows, variants }, null);
  }

  /** Saves the settings for the next visit, unless they are invalid. */
  save(): void {
    if (this.presets.length > 0 && this.ready) writeSetting(key, JSON.stringify(this.lasting));
  }

  /** The settings without those chosen only for the current data. */
  private get lasting(): TrainingSettings {
    const settings = $state.snapshot(this.settings);
    return this.forData && same(this.forData.chosen, settings) ? this.forData.before : settings;
  }

  /** Returns the engine's objection to other settings, or "". */
  refusal(settings: TrainingSettings): Promise<string> {
    return this.engine.call('check_settings', settings);
  }

  /** Returns the engine's reply, or a default if the worker is gone. The next call that needs it reports that. */
  private async asked<Name extends CallOf<'training'>, Else>(
    name: Name,
    argument: Argument<Name>,
    otherwise: Else,
  ): Promise<Reply<Name> | Else> {
    try {
      return await this.engine.call(name, argument);
    } catch {
      return otherwise;
    }
  }

  /** Returns the settings of the last visit. */
  private async before(): Promise<TrainingSettings | null> {
    try {
      const settings = settingsFrom(JSON.parse(readSetting(key) ?? 'null'));
      return settings && (await this.refusal(settings)) === '' ? settings : null;
    } catch {
      return null; // the stored settings may be from another version or edited by hand
    }
  }

  private async check(): Promise<void> {
    const { architecture, classes } = this;
    const checked = await this.asked('check_network', { architecture, classes }, null);
    if (checked && architecture === this.architecture) this.checked = checked;
  }
}
