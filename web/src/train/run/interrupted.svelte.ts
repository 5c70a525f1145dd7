import type { EngineClient } from '../../engine/client';
import type { Interrupted } from '../../protocol/calls';

/** Trainings that a reload or a crash has interrupted, the latest first. */
export class InterruptedTrainings {
  all = $state.raw<readonly Interrupted[]>([]);

  constructor(private readonly engine: EngineClient<'training'>) {}

  async look(): Promise<void> {
    const found = await this.engine.call('interrupted', null).catch(() => []);
    this.all = found.sort((one, other) => other.about.begun - one.about.begun);
  }

  /** It goes on, has ended, or nobody wants it. */
  leave(id: string): void {
    this.all = this.all.filter(({ about }) => about.id !== id);
  }

  async forget(id: string): Promise<void> {
    this.leave(id);
    // What broke meanwhile is offered once more; what browsers do not keep need not be forgotten.
    await this.engine.call('forget_training', id).catch(() => {});
  }
}
