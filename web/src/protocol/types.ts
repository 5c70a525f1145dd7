// The engines' types, which Embind generates from the C++.
import type * as pictures from '#engine/pictures.js';
import type * as reading from '#engine/reading.js';
import type * as sheets from '#engine/sheets.js';
import type * as training from '#engine/training.js';

/** Embind types every string as string-or-bytes. Narrows that to string, recursively. */
type Plain<Type> = string extends Type
  ? string
  : Type extends ArrayBufferView
    ? Type
    : Type extends abstract new () => infer Instance
      ? new () => Plain<Instance>
      : Type extends (...taken: infer Taken) => infer Given
        ? (...taken: Taken) => Plain<Given>
        : Type extends object
          ? { [Field in keyof Type]: Plain<Type[Field]> }
          : Type;

export type ReadingEngine = Plain<reading.MainModule>;
export type Activations = Plain<reading.Activations>;
export type ModelSummary = Plain<reading.ModelSummary>;
export type Reader = Plain<reading.Reader>;

/** A reading, with the names of the model's classes. */
export interface Reading extends Plain<reading.Reading> {
  classes: readonly string[];
}

export type PicturesEngine = Plain<pictures.MainModule>;
export type PictureReader = Plain<pictures.PictureReader>;

export type SheetsEngine = Plain<sheets.MainModule>;
export type EngineForm = Plain<sheets.MadeForm>;
export type FormCells = Plain<sheets.FormCells>;
export type Lines = Plain<sheets.Lines>;
export type SheetReader = Plain<sheets.SheetReader>;

export type TrainingEngine = Plain<training.MainModule>;
export type AugmentRange = Plain<training.AugmentRange>;
export type CheckedNetwork = Plain<training.CheckedNetwork>;
export type Data = Plain<training.Data>;
export type DataSummary = Plain<training.DataSummary>;
export type Drawings = Plain<training.Drawings>;
export type DuplicateRows = Plain<training.DuplicateRows>;
export type FormatFact = Plain<training.FormatFact>;
export type EpochSnapshot = Plain<training.EpochSnapshot>;
export type LayerSummary = Plain<training.LayerSummary>;
export type PatchSession = Plain<training.PatchSession>;
export type PatchProgress = Plain<training.PatchProgress>;
export type Predictor = Plain<training.Predictor>;
export type Preset = Plain<training.Preset>;
export type Progress = Plain<training.Progress>;
export type CellFix = Plain<training.CellFix>;
export type RejectedRow = Plain<training.RejectedRow>;
export type Scores = Plain<training.Scores>;
export type SampleScores = Plain<training.SampleScores>;
export type Training = Plain<training.Training>;
export type TrainingSettings = Plain<training.TrainingSettings>;
