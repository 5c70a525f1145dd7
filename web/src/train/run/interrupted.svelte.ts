import type { EngineClient } from '../../engine/client';
import type { Interrupted } from '../../protocol/calls';

/** Runs interrupted by a reload or a crash, latest first. */
export class InterruptedTrainings {
  all = $state.raw<readonly Interrupted[]>([]);

  constructor(private readonly engine: EngineClient<'training'>) {}

  async refresh(): Promise<void> {
    const found = await this.engine.call('interrupted', null).catch(() => []);
    this.all = found.sort((one, other) => other.info.begun - one.info.begun);
  }

  /** Removes a run that was resumed, finished or discarded. */
  remove(id: string): void {
    this.all = this.all.filter(({ info }) => info.id !== id);
  }

  async forget(id: string): Promise<void> {
    this.remove(id);
    // If this fails, the run is offered again on the next visit.
    await this.engine.call('forget_training', id).catch(() => {});
  }
}
