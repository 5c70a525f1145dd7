import { Corrections } from '../corrections/corrections.svelte';
import type { EngineClient } from '../engine/client';
import type { LazyEngine, RunningVariant } from '../engine/lazyEngine';
import { machine } from '../engine/machine';
import { startEngine } from '../engine/pageEngines';
import { ModelExporter } from '../export/modelExporter.svelte';
import { Problems } from '../kit/problems.svelte';
import { ModelInUse } from '../model/model.svelte';
import type { LoadedModel } from '../model/shippedModel';
import { Correcting } from '../read/correct/correcting.svelte';
import { CorrectionImport } from '../read/correct/correctionImport.svelte';
import { Learning } from '../read/correct/learning.svelte';
import { Pictures } from '../read/picture/pictures.svelte';
import { ReadSession } from '../read/session.svelte';
import { Steps } from '../read/why/steps.svelte';
import { Why } from '../read/why/why.svelte';
import { Mistakes } from '../results/mistakes/mistakes.svelte';
import { TestFile } from '../results/testFile.svelte';
import type { Sheets } from '../sheets/sheets.svelte';
import { Dataset } from '../train/data/dataset.svelte';
import { Network } from '../train/network/network.svelte';
import { SpeedTest } from '../train/network/speedTest.svelte';
import { Run } from '../train/run/run.svelte';
import { Runs } from '../train/runs/runs.svelte';
import { savedRunOf } from '../train/runs/savedRun';
import { LoadSymbols } from '../train/symbols/loadSymbols.svelte';
import { TrainOnSymbols } from '../train/symbols/trainOnSymbols.svelte';
import { UserSymbols } from '../train/symbols/userSymbols.svelte';
import { Tutorial } from '../train/tutorial/tutorial.svelte';
import { runLabelOf } from './runLabel';

/** All state that outlives a change of view. Created once. */
export class Inkling {
  /** The variants running in the workers that read strokes and that train; null until started. */
  reads = $state.raw<RunningVariant | null>(null);
  trains = $state.raw<RunningVariant | null>(null);
  readonly problems = new Problems();
  readonly model: ModelInUse;
  readonly session: ReadSession;
  readonly pictures: Pictures;
  readonly why: Why;
  readonly steps: Steps;
  readonly corrections = new Corrections();
  readonly correcting: Correcting;
  readonly correctionImport: CorrectionImport;
  readonly learning: Learning;
  readonly data: Dataset;
  readonly symbols = new UserSymbols();
  readonly loadSymbols: LoadSymbols;
  readonly trainOnSymbols: TrainOnSymbols;
  readonly network: Network;
  readonly speedTest: SpeedTest;
  readonly run: Run;
  readonly runs = new Runs();
  readonly test: TestFile;
  readonly mistakes: Mistakes;
  readonly exporter: ModelExporter;
  readonly tutorial: Tutorial;
  /** Null until the view is loaded. */
  sheets = $state.raw<Sheets | null>(null);
  readonly sheetsEngines: [EngineClient<'sheets'>, ...EngineClient<'sheets'>[]];
  private readonly reading: EngineClient<'reading'>;

  constructor(
    reading: LazyEngine<'reading'>,
    pictures = startEngine('pictures'),
    sheets = startEngine('sheets'),
    // A second one reads every other file; it starts only where there are several.
    helpers = machine.cores > 1 ? [startEngine('sheets')] : [],
    training = startEngine('training'),
  ) {
    reading.watch((running) => {
      this.reads = running;
    });
    training.watch((running) => {
      this.trains = running;
    });
    this.reading = reading.client;
    this.sheetsEngines = [sheets.client, ...helpers.map(({ client }) => client)];
    this.model = new ModelInUse(reading.client);
    this.session = new ReadSession(reading.client, pictures.client, this.model);
    this.pictures = new Pictures(this.session);
    this.why = new Why(reading.client, this.model);
    this.steps = new Steps(pictures.client);
    this.correcting = new Correcting(this.session, this.corrections);
    this.correctionImport = new CorrectionImport(training.client, this.corrections);
    this.learning = new Learning(training.client, this.model, this.corrections);
    this.data = new Dataset(training.client, this.problems);
    this.network = new Network(training.client);
    this.data.shown = (classes) => {
      this.network.fit(classes.length);
      if (!this.trainOnSymbols.isPart) this.network.leaveData();
    };
    this.loadSymbols = new LoadSymbols(training.client, this.symbols);
    this.trainOnSymbols = new TrainOnSymbols(
      training.client,
      this.symbols,
      this.data,
      this.network,
      this.problems,
    );
    this.speedTest = new SpeedTest(training.client);
    this.run = new Run(training.client, this.data, this.network, this.problems);
    this.model.runOf = (model) => runLabelOf(this.runs.all, model);
    this.run.ended = (ended) => this.runs.add(savedRunOf(ended));
    this.test = new TestFile(training.client, this.problems);
    this.mistakes = new Mistakes(training.client, this.problems);
    this.exporter = new ModelExporter(training.client, this.problems);
    this.tutorial = new Tutorial(() => ({
      data: this.data.trainable,
      network: this.network.settings.preset === 'article' && !this.network.own,
      training: this.run.outcome !== null && this.run.result?.run.settings.preset === 'article',
    }));
  }

  readonly emptyPad = (): void => {
    this.pictures.close();
    this.session.clear();
  };

  /** Loads what reading needs, unless the shipped model was loaded already. Can be called again after a failure. */
  async start(shipped: Promise<LoadedModel | null> | null = null): Promise<void> {
    this.reading.begin(); // in parallel with the model
    await this.model.start(shipped);
  }
}
