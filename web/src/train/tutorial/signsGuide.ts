import { enough, minSigns, type Sign } from '../signs/sign';

/** From the first sign to a page that reads them, in order. */
export const guideStepNames = ['name', 'draw', 'use', 'train', 'read', 'export'] as const;
export type GuideStep = (typeof guideStepNames)[number];

/** What there is of it. */
export interface GuideFacts {
  signs: readonly Sign[];
  used: boolean; // as the data
  trained: boolean; // on them
  reads: boolean; // the pad, with the model that came of it
}

/** The last step leaves nothing on the page to tell that it is done. */
export function guideSteps({ signs, used, trained, reads }: GuideFacts): {
  step: GuideStep;
  done: boolean;
}[] {
  const named = signs.length >= minSigns;
  const done: Record<GuideStep, boolean> = {
    name: named,
    draw: named && signs.every(({ drawings }) => drawings.length >= enough),
    use: used,
    train: trained,
    read: reads,
    export: false,
  };
  return guideStepNames.map((step) => ({ step, done: done[step] }));
}
