import { readSetting, writeSetting } from '../storage/localSetting';

const key = 'single-keys';

/** Whether single-character shortcuts are on. Speech input and tremors can trigger them by accident. */
class SingleKeys {
  on = $state(readSetting(key) !== 'off');

  choose(on: boolean): void {
    this.on = on;
    writeSetting(key, on ? 'on' : 'off');
  }
}

export const singleKeys = new SingleKeys();
