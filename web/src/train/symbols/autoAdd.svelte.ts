import { readSetting, writeSetting } from '../../storage/localSetting';

const key = 'signs-auto-add'; // what symbols were called when browsers first stored this

/** Whether a drawing is added after the pen has rested. */
class AutoAdd {
  private chosen = $state(readSetting(key) !== 'off');

  get on(): boolean {
    return this.chosen;
  }

  set on(on: boolean) {
    this.chosen = on;
    writeSetting(key, on ? 'on' : 'off');
  }
}

export const autoAdd = new AutoAdd();
