import { enough, minSigns, type Sign } from '../signs/sign';

/** The steps from the first sign to a page that reads them. */
export const guideStepNames = ['name', 'draw', 'use', 'train', 'read', 'export'] as const;
export type GuideStep = (typeof guideStepNames)[number];

/** The state that the guide's steps depend on. */
export interface GuideFacts {
  signs: readonly Sign[];
  used: boolean; // the signs are the data
  trained: boolean; // on the signs
  reads: boolean; // the trained model is in use
}

/** The last step never counts as done, because exporting leaves no trace on the page. */
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
