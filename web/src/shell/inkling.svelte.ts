import { startEngine } from '../engine/start';
import type { Running } from '../engine/startingWorker';
import { TestFile } from '../evaluate/testFile.svelte';
import { ModelInUse } from '../read/model.svelte';
import { ReadSession } from '../read/session.svelte';
import { Dataset } from '../train/dataset.svelte';
import { Network } from '../train/network.svelte';
import { Run } from '../train/run.svelte';
import { Problems } from '../ui/problems.svelte';

/** Everything that outlives a change of rooms, put together once. */
export class Inkling {
  /** What runs in the two workers; null until it does. */
  reads = $state.raw<Running | null>(null);
  trains = $state.raw<Running | null>(null);
  private readonly readingEngine = startEngine('reading', (running) => {
    this.reads = running;
  });
  private readonly trainingEngine = startEngine('training', (running) => {
    this.trains = running;
  });
  readonly problems = new Problems();
  readonly model = new ModelInUse(this.readingEngine);
  readonly read = new ReadSession(this.readingEngine, this.model);
  readonly data = new Dataset(this.trainingEngine, this.problems);
  readonly network = new Network(this.trainingEngine);
  readonly run = new Run(this.trainingEngine, this.data, this.network, this.problems);
  readonly test = new TestFile(this.trainingEngine, this.problems);

  /** What the training room works with. */
  get forTraining() {
    const { data, network, run, test, model, problems } = this;
    return { data, network, run, test, model, problems };
  }

  /** Starts what reads; again, after it could not start. */
  async start(): Promise<void> {
    const model = this.model.start();
    try {
      await this.readingEngine.call('describe', null); // starts it while the model comes
    } catch (error) {
      this.model.fail(error);
    }
    await model;
  }
}
