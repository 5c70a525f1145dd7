import { readSetting, writeSetting } from '../storage/localSetting';

const key = 'single-keys';

/** Whether keys without Ctrl or the like are shortcuts: speech input and shaky hands press them unmeant. */
class SingleKeys {
  on = $state(readSetting(key) !== 'off');

  choose(on: boolean): void {
    this.on = on;
    writeSetting(key, on ? 'on' : 'off');
  }
}

export const singleKeys = new SingleKeys();
