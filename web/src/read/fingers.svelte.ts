import type { Fingers } from '../ink/fingers';
import { readSetting, writeSetting } from '../storage/localSetting';

const key = 'fingers';

/** Whether fingers draw on the pad. Without a choice by the person, only until a pen has drawn. */
export class ChosenFingers implements Fingers {
  private choice = $state(readSetting(key)); // "yes" or "no"; anything else is no choice
  /** True after a finger was ignored, until a notice explains it. */
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
