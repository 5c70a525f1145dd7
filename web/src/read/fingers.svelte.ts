import type { Fingers } from '../ink/fingers';
import { readSetting, writeSetting } from '../storage/localSetting';

const key = 'fingers';

/** Whether fingers draw on the pad: until a pen has, unless the person has chosen otherwise. */
export class ChosenFingers implements Fingers {
  private choice = $state(readSetting(key)); // "yes" or "no"; anything else is no choice
  /** A finger tried to draw, and nothing says yet that it does not. */
  tried = $state(false);

  get write(): boolean {
    return this.choice !== 'no';
  }

  choose(write: boolean): void {
    this.choice = write ? 'yes' : 'no';
    this.tried = false;
    writeSetting(key, this.choice);
  }

  penWrote(): void {
    this.tried = false;
    if (this.choice !== 'yes' && this.choice !== 'no') this.choose(false);
  }

  refused(): void {
    this.tried = true;
  }
}

export const chosenFingers = new ChosenFingers();
