// The only definition of the calls from the page to the engines' workers. Requests, replies, reports and handlers
// are all typed from `CallsOf`.
// To add one: an entry here, types that the engine returns in types.ts, the binding in wasm/, a handler in
// worker/handlers (trainingHandlers.ts and its neighbours list each engine's), and the method of the test double in
// tests/web/fakeEngine.ts. The page then says `engine.call('name', argument)`.

import type { FailureKind, Values } from './failure';
import type { BlankForm, Form, FormDraft, FormPage, MadeForm, ReviewReason } from './forms';
import type { RunHistory, RunInfo, SavedCheckpoint, TimedProgress } from './runs';
import type {
  Activations,
  AugmentRange,
  CellFix,
  CheckedNetwork,
  DataSummary,
  Drawings,
  DuplicateRows,
  EpochSnapshot,
  ModelSummary,
  PatchProgress,
  Preset,
  Progress,
  Reading,
  RejectedRow,
  SampleScores,
  Scores,
  TrainingSettings,
} from './types';

interface Call<Argument, Reply, Report = never> {
  argument: Argument;
  reply: Reply;
  report: Report;
}

/** Strokes in the engine's form: x,y,x,y… in pad units, and the number of points in each. */
export interface Ink {
  points: Float32Array;
  stroke_lengths: Uint32Array;
}

/** A grey picture, row by row; 0 is black. */
export interface GreyPicture {
  grey: Uint8Array; // [height, width]
  width: number;
  height: number;
}

/** A picture and the model to read it with, since the worker keeps none. */
export interface PictureRequest {
  model: Uint8Array;
  classes: readonly string[]; // of the model
  picture: GreyPicture;
}

/** The steps from a picture to the parts that digits are made of. */
export const pictureSteps = ['paper', 'ink', 'lines', 'parts'] as const;

/** An image of each step, as a PNG file. */
export type PictureSteps = Record<(typeof pictureSteps)[number], Uint8Array>;

/**
 * A picture's file, or an archive of them, and the model that reads it. A picture of a printed sheet is read as the
 * form whose code it carries, any other as the custom form if there is one, and else line by line.
 */
export interface LinesRequest {
  model: Uint8Array;
  source: FileSource;
  forms: readonly Form[]; // at most one of them a custom form
}

/** A line of writing in a picture, or a cell of a form. */
export interface Line {
  field: string; // of a form; empty where a picture is read line by line
  row: number; // of the form, or the line of writing, from 1
  text: string; // empty where no digit was found
  confidence: number; // how likely all its digits are right
  reason: ReviewReason | null; // why a person should look at a form's cell
  box: { x: number; y: number; width: number; height: number }; // in the pixels of the picture's file
  images: Uint8Array; // of its digits, [digits, 784]
  cutOut: Uint8Array; // the part of the picture that shows it, a JPEG or PNG file
}

/** A picture that was read; one without a number has a line without text. */
export interface PictureLines {
  path: string;
  form: FormPage | null; // null where it is read line by line
  lines: readonly Line[];
}

/** Progress, or the result of the next picture. */
export type LinesReport = { share: Share } | { picture: PictureLines } | { skipped: SkippedFile };

/** Asks why an image, [784] with 255 as full ink, was read as one class and not as another. */
export interface Question {
  image: Uint8Array;
  answer: number;
  rival: number;
}

/** Each pixel's contribution, [784], in nats of log odds: positive for the answer, negative for the rival. */
export interface Explanation {
  evidence: Float32Array;
}

export interface EngineDescription {
  presets: Preset[];
  augmentation: AugmentRange[];
}

/** Rows of images, each followed by `variants` augmented versions: [rows, 1 + variants, 784]. */
export interface AugmentedImages {
  images: Uint8Array;
  variants: number;
}

/** Controls a run: pause, resume, stop, or scale the scheduled learning rate from the next step on. */
export type TrainingCommand = 'pause' | 'resume' | 'stop' | { rateScale: number };

/**
 * Images go to the page in blocks of 400 KB. Preparing one takes a millisecond of the worker that may be
 * training.
 */
export const imagesInBlock = 512;

/** Images, [count, 784], 255 is full ink. */
export interface Images {
  images: Uint8Array;
}

/** Changes all images at once. Applying it twice restores them. */
export type Adjustment = 'invert' | 'transpose';

/** A dataset's facts, its first images, and all its labels (empty for unlabelled data). */
export interface DataOverview extends Images {
  summary: DataSummary;
  labels: Uint8Array;
  repairs: CellFix[]; // the first ones
  refused: RejectedRow[]; // the first ones
}

/** A range of rows in the data. */
export interface Rows {
  first: number;
  count: number;
}

/** Rows with corrected labels. Label 255 excludes a row. */
export interface LabelOverrideRows {
  rows: Uint32Array;
  labels: Uint8Array;
}

/** This machine's speed with a network. */
export interface Speed {
  trained: number; // images per second
  read: number; // images per second; NaN without validation images
}

/** A file with its path. An optional one, found in a folder, may be skipped. */
export interface FileSource {
  path: string;
  file: File;
  optional: boolean;
}

/** The person's labelled drawings, under a name. */
export interface DrawingsSource {
  path: string;
  drawings: Drawings;
  classes: readonly string[]; // that the labels index
}

export type Source = FileSource | DrawingsSource;

/** A model's file and the names of its classes. */
export interface ModelOfClasses {
  model: Uint8Array;
  classes: readonly string[];
}

/** Files to import as data. */
export interface DataRequest {
  sources: readonly Source[];
  add: boolean; // or replace the current data
  adjustments: readonly Adjustment[]; // applied to the imported images
}

/** Labelled drawings, and the classes that the labels index. */
export interface NamedDrawings {
  drawings: Drawings;
  classes: readonly string[];
}

/** A network and its number of classes. */
export interface NetworkRequest {
  architecture: string;
  classes: number;
}

/** A test file, and the model to predict it with. */
export interface PredictionRequest {
  model: Uint8Array;
  classes: readonly string[]; // of the model
  file: File;
  adjustments: readonly Adjustment[]; // applied to the images first
}

/** A skipped file and the reason, as in an EngineFailure. */
export interface SkippedFile {
  path: string;
  kind: 'engine' | 'page';
  message: string;
  values: Values;
}

export interface Imported extends DataOverview {
  skipped: { count: number; first: readonly SkippedFile[] };
}

export interface Share {
  done: number;
  total: number;
}

/** Progress of a training. After resuming, the first report contains the history up to the checkpoint. */
export interface TrainingReport {
  progress: readonly TimedProgress[];
  snapshot: EpochSnapshot | null; // latest epoch's, if one ended since the last report
  checkpoint: SavedCheckpoint | null; // result of writing a checkpoint since the last report
  from: Interrupted | null;
}

/** A run to resume from its newest checkpoint: a stored one or the page's file. */
export interface Continuation {
  id: string;
  file: Uint8Array | null;
}

/** An interrupted run that hasn't been resumed. */
export interface Interrupted {
  info: RunInfo;
  history: RunHistory;
}

export interface TrainingOutcome {
  progress: Progress;
  stopped: boolean; // by the person, before the last epoch
  model: Uint8Array; // safetensors
  confusion: Uint32Array; // of the validation images, [truth classes, predicted classes]
  answers: SampleScores; // the model's scores on the validation images, with calibration
}

/** Corrections, labelled with the model's classes. Models that don't read digits rehearse on the loaded data. */
export interface LearnRequest extends ModelOfClasses {
  corrections: Drawings;
}

/** The final state, and the file of the adapted model. */
export interface Learned {
  progress: PatchProgress;
  model: Uint8Array;
}

/** How a model was trained, and its confusion matrix on validation images, [truth classes, predicted classes]. */
export interface TrainedWith {
  settings: TrainingSettings;
  confusion: Uint32Array;
  generated: boolean; // whether Inkling drew the data
}

/** A model in other formats, for programs and for people. */
export interface Exported {
  onnx: Uint8Array;
  card: string; // Markdown, in English
  summary: ModelSummary;
}

export interface Predictions {
  summary: DataSummary;
  submission: string; // CSV file
  labels: Uint8Array; // one per image
  images: Uint8Array; // the first ones, [count, 784]
  confidence: Float32Array; // of each label
  right: number | null; // how many match the file's labels; null if it has none
  doubtful: Uint32Array; // rows with the least certain predictions, least certain first
  doubtfulImages: Uint8Array; // [count, 784]
}

/** The engine that reads drawings. It loads first. */
export interface ReadingCalls {
  load_model: Call<Uint8Array, ModelSummary>;
  read: Call<Ink, Reading>;
  explain: Call<Question, Explanation>; // cancelled by the next call that reads, loads or explains
  activations: Call<Uint8Array, Activations>;
}

/** The engine that reads pictures. It loads with the first picture. */
export interface PicturesCalls {
  read_picture: Call<PictureRequest, Reading>; // boxes are in the picture's pixels
  picture_steps: Call<GreyPicture, PictureSteps>;
}

/** The engine that is loaded once there are sheets to read, or forms to make. */
export interface SheetsCalls {
  read_lines: Call<LinesRequest, null, LinesReport>; // of each picture in a file
  make_form: Call<FormDraft, MadeForm>;
  anchor_form: Call<BlankForm, { form: Form }>; // places a custom form by what is found on its blank sheet
}

/** The engine that trains and works with datasets. */
export interface TrainingCalls {
  describe: Call<null, EngineDescription>;
  import_data: Call<DataRequest, Imported, Share>;
  make_sample: Call<{ images: number; seed: number }, DataOverview>;
  images: Call<Rows, Images>; // skips rows that don't exist
  mean_images: Call<null, Images>; // one per class, by the corrected labels
  adjust_images: Call<Adjustment, DataOverview>;
  choose_classes: Call<string, DataOverview>; // same syntax as the command's --classes
  override_labels: Call<LabelOverrideRows, null>; // replaces all previous overrides
  save_data: Call<null, { file: Blob }, number>; // CSV file with the overrides applied; reports the share done
  find_duplicates: Call<null, DuplicateRows>;
  score_data: Call<ModelOfClasses, Scores, number>; // labels of the model's classes; reports the share done
  check_network: Call<NetworkRequest, CheckedNetwork>;
  check_settings: Call<TrainingSettings, string>; // "" if valid, or the engine's sentence
  schedule: Call<{ settings: TrainingSettings; points: number }, Float32Array>;
  augmented: Call<{ augmentation: string; rows: number; variants: number }, AugmentedImages>;
  measure_speed: Call<TrainingSettings, Speed>; // cancel it before other work
  train: Call<RunInfo, TrainingOutcome, TrainingReport>;
  resume_training: Call<Continuation, TrainingOutcome, TrainingReport>;
  interrupted: Call<null, Interrupted[]>;
  reopen_data: Call<RunInfo, DataOverview>; // reloads the data of an interrupted run
  forget_training: Call<string, null>;
  control_training: Call<TrainingCommand, null>;
  trained_images: Call<Uint32Array, Images>; // rows of the last outcome's data
  score_validation: Call<Uint8Array, SampleScores, Share>; // scores a model on the last outcome's rows
  collect: Call<{ file: File; limit: number }, NamedDrawings>; // reads up to this many drawings
  learn: Call<LearnRequest, Learned, number>; // reports the share done
  predict: Call<PredictionRequest, Predictions, Share>;
  export_model: Call<{ model: Uint8Array; trained: TrainedWith | null }, Exported>;
}

export interface CallsOf {
  reading: ReadingCalls;
  pictures: PicturesCalls;
  sheets: SheetsCalls;
  training: TrainingCalls;
}

/** An engine's purpose, which is also its name. */
export type EngineName = keyof CallsOf;

export type Calls = ReadingCalls & PicturesCalls & SheetsCalls & TrainingCalls;
export type CallName = keyof Calls;
/** The calls that this engine answers. */
export type CallOf<Engine extends EngineName> = {
  [One in Engine]: keyof CallsOf[One] & CallName;
}[Engine];
export type Argument<Name extends CallName> = Calls[Name]['argument'];
export type Reply<Name extends CallName> = Calls[Name]['reply'];
export type Report<Name extends CallName> = Calls[Name]['report'];

/** Lets a handler report progress and notice that its call was cancelled. */
export interface CallContext<Name extends CallName> {
  report(progress: Report<Name>): void;
  signal: AbortSignal;
}

export type Handler<Name extends CallName> = (
  argument: Argument<Name>,
  context: CallContext<Name>,
) => Reply<Name> | Promise<Reply<Name>>;

export type Handlers<Engine extends EngineName> = { [Name in CallOf<Engine>]: Handler<Name> };

export type Request =
  | { [Name in CallName]: { id: number; name: Name; argument: Argument<Name> } }[CallName]
  | { id: number; cancel: true };

export type Response =
  | { id: number; kind: 'reply'; value: Reply<CallName> }
  | { id: number; kind: 'report'; value: Report<CallName> }
  | { id: number; kind: FailureKind; message: string; values: Values; about: string };
