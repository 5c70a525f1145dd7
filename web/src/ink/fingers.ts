/** Whether fingers write: once a pen has, what else touches the pad is mostly the hand that holds it. */
export interface Fingers {
  readonly write: boolean;
  penWrote(): void;
  /** A finger touched the pad and wrote nothing because of that. */
  refused(): void;
}

/** For a pad without a setting of its own. */
export class UntilPenWrites implements Fingers {
  private penHasWritten = false;

  constructor(private readonly always: () => boolean = () => false) {}

  get write(): boolean {
    return !this.penHasWritten || this.always();
  }

  penWrote(): void {
    this.penHasWritten = true;
  }

  refused(): void {}
}
