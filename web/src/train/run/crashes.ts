// A worker that broke once may have been unlucky; twice at one place is no luck.
const mostAtOnePlace = 2;
const mostInAll = 5;

/** Whether a training goes on by itself after its worker broke: not for ever, nor at one place. */
export class Crashes {
  count = 0;
  private generation = 0;
  private here = 0;

  /** To be told how many checkpoints there were each time. */
  mayRestart(generation: number): boolean {
    this.here = generation === this.generation ? this.here + 1 : 1;
    this.generation = generation;
    this.count += 1;
    return this.here < mostAtOnePlace && this.count < mostInAll;
  }
}
