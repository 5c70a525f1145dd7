import { enough, minSymbols, type UserSymbol } from '../symbols/userSymbol';

/** The steps from the first symbol to a page that reads them. */
export const guideStepNames = ['name', 'draw', 'use', 'train', 'read', 'export'] as const;
export type GuideStep = (typeof guideStepNames)[number];

/** The state that the guide's steps depend on. */
export interface GuideFacts {
  symbols: readonly UserSymbol[];
  used: boolean; // the symbols are the data
  trained: boolean; // on the symbols
  reads: boolean; // the trained model is in use
}

/** The last step never counts as done, because exporting leaves no trace on the page. */
export function guideSteps({ symbols, used, trained, reads }: GuideFacts): {
  step: GuideStep;
  done: boolean;
}[] {
  const named = symbols.length >= minSymbols;
  const done: Record<GuideStep, boolean> = {
    name: named,
    draw: named && symbols.every(({ drawings }) => drawings.length >= enough),
    use: used,
    train: trained,
    read: reads,
    export: false,
  };
  return guideStepNames.map((step) => ({ step, done: done[step] }));
}
