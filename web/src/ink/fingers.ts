/** Decides whether fingers draw. After a pen has been used, other touches are mostly the resting hand. */
export interface Fingers {
  readonly write: boolean;
  penWrote(): void;
  /** Called when a finger was ignored for that reason. */
  refused(): void;
}

/** For a pad without this setting. */
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
