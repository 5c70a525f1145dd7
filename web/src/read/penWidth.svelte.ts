import { broader, type PenWidth, penWidthOf, thickness } from '../ink/penWidth';
import { readSetting, writeSetting } from '../storage/localSetting';

const key = 'pen';

/** The pen width that the person chose. It applies to all ink, old and new. */
class ChosenPen {
  width = $state<PenWidth>(penWidthOf(readSetting(key)));
  readonly thickness = $derived(thickness[this.width]);

  choose(width: PenWidth): void {
    this.width = width;
    writeSetting(key, width);
  }

  change(steps: number): void {
    this.choose(broader(this.width, steps));
  }
}

export const chosenPen = new ChosenPen();
