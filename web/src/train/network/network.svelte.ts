import type { EngineClient } from '../../engine/client';
import { changed, startingWith, undone } from '../../ink/undo';
import { describeError } from '../../kit/describeError';
import { messages } from '../../messages';
import type { Argument, AugmentedImages, CallOf, Reply } from '../../protocol/calls';
import { refused } from '../../protocol/failure';
import type { AugmentRange, CheckedNetwork, Preset, TrainingSettings } from '../../protocol/types';
import { withOutputs, withoutOutputs } from '../../shared/architecture';
import { digitNames } from '../../shared/classes';
import { settingsFrom, unset, valid } from '../../shared/settings';
import { readSetting, writeSetting } from '../../storage/localSetting';
import { architectureOf, multiplyAdds, piecesOf } from './layers';

const key = 'training';

const same = (one: TrainingSettings, other: TrainingSettings) =>
  JSON.stringify(one) === JSON.stringify(other);

type Presets = Record<string, { title: string; description: string } | undefined>;

/** What a preset is called, in the page's language. */
const named = (name: string) => (messages.network.presets as Presets)[name];

/** The network that is chosen or made, and how it shall be trained. */
export class Network {
  presets = $state.raw<Preset[]>([]);
  /** What the strengths of augmentation may be. */
  augmentation = $state.raw<AugmentRange[]>([]);
  settings = $state<TrainingSettings>({ ...unset });
  /** What the engine says of the network; null until it has. */
  checked = $state.raw<CheckedNetwork | null>(null);
  readonly preset = $derived(
    this.presets.find(({ name }) => name === this.settings.preset) ?? null,
  );
  /** Layers of a person's own, in place of the preset's. */
  readonly own = $derived(this.settings.architecture !== '');
  /** How many classes the data have, for each of which the last layer has an output. */
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
  /** What is wrong with it, in the page's language. */
  readonly problem = $derived(
    this.checked?.problem ? describeError(refused(this.checked.problem)) : null,
  );
  readonly fits = $derived(this.problem === null);
  /** A network of a person's own that another preset took the place of. */
  replaced = $state.raw<TrainingSettings | null>(null);
  /** The preset before the one that was suggested; null where none was, or another was chosen since. */
  suggestedOver = $state.raw<string | null>(null);
  /** The settings that were chosen for the data alone, and those before them. */
  private forData: { before: TrainingSettings; chosen: TrainingSettings } | null = null;
  private history = $state.raw(startingWith(''));
  private editing = ''; // what the latest change was made with

  constructor(private readonly engine: EngineClient<'training'>) {}

  /** Whether a training may start with these, as far as is known: the engine has the last word. */
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

  /** Whether the preset is still the one that there is at first, with its own layers. */
  get untouched(): boolean {
    const { preset, architecture } = this.settings;
    return preset === this.presets[0]?.name && architecture === '';
  }

  /** Takes a preset and the way it is best trained; split and seed stay. Layers of one's own can be had back. */
  choose(name: string, changes: Partial<TrainingSettings> = {}): void {
    const preset = this.presets.find((one) => one.name === name);
    if (!preset) return;
    const { validation, seed } = this.settings;
    const own = this.own ? $state.snapshot(this.settings) : this.replaced;
    this.take({ ...preset.settings, validation, seed, ...changes });
    this.replaced = own;
  }

  /** Takes a preset in place of the one that is there, which can be had back. */
  suggest(name: string): void {
    const before = this.settings.preset;
    this.choose(name);
    this.suggestedOver = before;
  }

  /** Takes a preset and settings that suit only the data that are there now. */
  chooseForData(name: string, changes: Partial<TrainingSettings>): void {
    const before = this.lasting;
    this.choose(name, changes);
    this.forData = { before, chosen: $state.snapshot(this.settings) };
  }

  /** Other data take the place of those: what was set before them is back, unless the settings were changed since. */
  leaveData(): void {
    if (this.forData) this.take(this.lasting);
  }

  bringBack(): void {
    if (this.replaced) this.take(this.replaced);
  }

  /** The title of a training's network. */
  titleOf({ preset, architecture }: Pick<TrainingSettings, 'preset' | 'architecture'>): string {
    if (architecture !== '') return messages.network.own;
    return named(preset)?.title ?? preset;
  }

  descriptionOf(preset: string): string {
    return named(preset)?.description ?? '';
  }

  /** Takes settings that are known to be good. */
  take(settings: TrainingSettings): void {
    this.settings = { ...settings };
    this.forData = null;
    this.replaced = null;
    this.suggestedOver = null;
    this.history = startingWith(settings.architecture);
    this.editing = '';
    void this.check();
  }

  /**
   * Makes other layers of it. Changes by one field, one after the other, are undone as one: `by` says
   * which field it was.
   */
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

  /** The preset's own layers again. */
  reset(): void {
    this.edit(piecesOf(this.preset?.architecture ?? ''));
  }

  /** Other data are there. */
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

  /** The rates at so many places, evenly over a training; none where the settings are no good. */
  async rates(points: number): Promise<Float32Array> {
    const settings = $state.snapshot(this.settings);
    return valid(settings)
      ? this.asked('schedule', { settings, points }, new Float32Array())
      : new Float32Array();
  }

  /** The first images of the data, and what augmentation makes of them. */
  augmented(rows: number, variants: number): Promise<AugmentedImages | null> {
    const { augmentation } = this.settings;
    return this.asked('augmented', { augmentation, rows, variants }, null);
  }

  /** For the next visit, unless something is wrong with it. */
  keep(): void {
    if (this.presets.length > 0 && this.ready) writeSetting(key, JSON.stringify(this.lasting));
  }

  /** The settings without what was chosen for the data alone. */
  private get lasting(): TrainingSettings {
    const settings = $state.snapshot(this.settings);
    return this.forData && same(this.forData.chosen, settings) ? this.forData.before : settings;
  }

  /** What the engine says of other settings: "", or what is wrong with them. */
  refusal(settings: TrainingSettings): Promise<string> {
    return this.engine.call('check_settings', settings);
  }

  /** What the engine answers, or else something: if it is gone, whatever needs it next says so. */
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

  /** What was set the last time. */
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
