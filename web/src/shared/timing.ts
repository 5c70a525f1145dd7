import type { Progress } from '../protocol/types';

/** Returns the completed share of the run, 0 to 1. */
export function fractionDone({ epoch, epochs, step, steps, state }: Progress): number {
  if (state === 'finished' || epoch >= epochs) return 1;
  const within = steps > 0 ? Math.min(1, step / steps) : 0;
  return (epoch + within) / epochs;
}

/** Extrapolates the remaining time; null while too little is known. */
export function timeLeftMs(progress: Progress, elapsedMs: number): number | null {
  const done = fractionDone(progress);
  if (done <= 0 || elapsedMs < 500) return null;
  return (elapsedMs * (1 - done)) / done;
}

/** Measures how long something has run, excluding pauses. */
export class Stopwatch {
  private since: number | null = null;

  constructor(
    private readonly now = () => performance.now(),
    private before = 0,
  ) {}

  run(): void {
    this.since ??= this.now();
  }

  pause(): void {
    this.before = this.elapsedMs;
    this.since = null;
  }

  get elapsedMs(): number {
    return this.before + (this.since === null ? 0 : this.now() - this.since);
  }
}

/** Images per second over the last few seconds of a run. */
export class Speedometer {
  private marks: { ms: number; images: number }[] = [];

  constructor(private readonly windowMs = 3000) {}

  /** `elapsedMs` is the run's own time, excluding pauses. */
  add(elapsedMs: number, images: number): number {
    this.marks.push({ ms: elapsedMs, images });
    while (this.marks.length > 2 && (this.marks[0]?.ms ?? 0) < elapsedMs - this.windowMs) {
      this.marks.shift();
    }
    const [first] = this.marks;
    if (!first || elapsedMs <= first.ms) return 0;
    return (1000 * (images - first.images)) / (elapsedMs - first.ms);
  }
}
