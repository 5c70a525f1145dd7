// One crash may be chance; two in the same place aren't.
const maxAtOnePlace = 2;
const maxInAll = 5;

/**
 * Decides whether a run restarts automatically after a crash: only a limited number of times, and not twice in
 * the same place.
 */
export class Crashes {
  count = 0;
  private generation = 0;
  private here = 0;

  /** Call on each crash with the number of checkpoints. */
  mayRestart(generation: number): boolean {
    this.here = generation === this.generation ? this.here + 1 : 1;
    this.generation = generation;
    this.count += 1;
    return this.here < maxAtOnePlace && this.count < maxInAll;
  }
}
