// The engine's types, as Embind generates them from the C++ (never kept by hand).
import type * as generated from '#engine/inkling.js';

/**
 * Embind takes a string as bytes, too, and says so of every string. What it hands out is always a
 * string: this is the same type with that said, all the way down.
 */
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

export type Engine = Plain<generated.MainModule>;
export type Data = Plain<generated.Data>;
export type DataSummary = Plain<generated.DataSummary>;
export type LayerSummary = Plain<generated.LayerSummary>;
export type ModelSummary = Plain<generated.ModelSummary>;
export type Preset = Plain<generated.Preset>;
export type Progress = Plain<generated.Progress>;
export type Reader = Plain<generated.Reader>;
export type Reading = Plain<generated.Reading>;
export type Training = Plain<generated.Training>;
export type TrainingSettings = Plain<generated.TrainingSettings>;
