// The one description of what the page may ask of the engines' workers. Requests, replies, progress
// reports and the workers' handlers are all derived from `CallsOf`.

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

/** Strokes as the engine takes them: x,y,x,y… in pad units, and the number of points in each. */
export interface Ink {
  points: Float32Array;
  stroke_lengths: Uint32Array;
}

/** A picture of something written, row by row, 0 is black. */
export interface GreyPicture {
  grey: Uint8Array; // [height, width]
  width: number;
  height: number;
}

/** A picture, and the model that reads it: the worker keeps none. */
export interface PictureRequest {
  model: Uint8Array;
  classes: readonly string[]; // that it tells apart
  picture: GreyPicture;
}

/** The steps from a picture to the parts that digits are made of. */
export const pictureSteps = ['paper', 'ink', 'lines', 'parts'] as const;

/** An image of each, as a PNG file. */
export type PictureSteps = Record<(typeof pictureSteps)[number], Uint8Array>;

/**
 * A picture's file, or an archive of them, and the model that reads it. A picture of a printed sheet is read as the
 * form whose code it carries, any other as the form of one's own if there is one, and else line by line.
 */
export interface LinesRequest {
  model: Uint8Array;
  source: FileSource;
  forms: readonly Form[]; // at most one of them a form of one's own
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
  cutOut: Uint8Array; // the part of the picture that shows it, a JPEG file
}

/** A picture that was read; one without a number has a line without text. */
export interface PictureLines {
  path: string;
  form: FormPage | null; // null where it is read line by line
  lines: readonly Line[];
}

/** How far it is, or what became of the next picture. */
export type LinesReport = { share: Share } | { picture: PictureLines } | { skipped: SkippedFile };

/** Why an image, [784] with 255 as full ink, is read as one class and not as another. */
export interface Question {
  image: Uint8Array;
  answer: number;
  rival: number;
}

/** What each pixel is worth, [784], in nats of the log odds: above 0 for the answer, below for the rival. */
export interface Explanation {
  evidence: Float32Array;
}

export interface EngineDescription {
  presets: Preset[];
  augmentation: AugmentRange[];
}

/** Rows of images, each an image and `variants` that augmentation makes of it: [rows, 1 + variants, 784]. */
export interface AugmentedImages {
  images: Uint8Array;
  variants: number;
}

/** Controls a run: pause, resume, stop, or scale the scheduled learning rate from the next step on. */
export type TrainingCommand = 'pause' | 'resume' | 'stop' | { rateScale: number };

/** Images go to the page in blocks of so many: 400 KB, a millisecond's work of a worker that trains, too. */
export const imagesInBlock = 512;

/** Images, [count, 784] with 255 as full ink. */
export interface Images {
  images: Uint8Array;
}

/** What can be done to all images at once, and undone by doing it again. */
export type Adjustment = 'invert' | 'transpose';

/** A dataset's facts, its first images and all its labels, of which there are none where the data have none. */
export interface DataOverview extends Images {
  summary: DataSummary;
  labels: Uint8Array;
  repairs: CellFix[]; // the first of them
  refused: RejectedRow[]; // the same
}

/** Rows of the data, one after the other. */
export interface Rows {
  first: number;
  count: number;
}

/** Rows with labels corrected by hand: 255 excludes a row. */
export interface LabelOverrideRows {
  rows: Uint32Array;
  labels: Uint8Array;
}

/** How fast this machine trains a network, and reads with it. */
export interface Speed {
  trained: number; // images a second
  read: number; // the same; not a number where nothing is held out
}

/** A file with its path. An optional one, found in a folder, may be skipped. */
export interface FileSource {
  path: string;
  file: File;
  optional: boolean;
}

/** Drawings that the person labelled, under a name for them. */
export interface DrawingsSource {
  path: string;
  drawings: Drawings;
  classes: readonly string[]; // that the labels are of
}

export type Source = FileSource | DrawingsSource;

/** A model's file, and the names of what it tells apart. */
export interface ModelOfClasses {
  model: Uint8Array;
  classes: readonly string[];
}

/** Files to be read as data. */
export interface DataRequest {
  sources: readonly Source[];
  add: boolean; // or replaces what there is
  adjustments: readonly Adjustment[]; // where the images read need them
}

/** Labelled drawings, and the names of the classes that the labels are of. */
export interface NamedDrawings {
  drawings: Drawings;
  classes: readonly string[];
}

/** A network, and how many classes it shall tell apart. */
export interface NetworkRequest {
  architecture: string;
  classes: number;
}

/** A test file, and the model that predicts it. */
export interface PredictionRequest {
  model: Uint8Array;
  classes: readonly string[]; // that it tells apart
  file: File;
  adjustments: readonly Adjustment[]; // of the images before they are predicted
}

/** A file that was skipped, and why, as in an EngineFailure. */
export interface SkippedFile {
  path: string;
  kind: 'refused' | 'declined';
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

/** Progress of a training. A resumed one first reports its history up to the checkpoint. */
export interface TrainingReport {
  progress: readonly TimedProgress[];
  snapshot: EpochSnapshot | null; // at the latest epoch, where one has ended since the last report
  checkpoint: SavedCheckpoint | null; // what became of a checkpoint that was written since
  from: Interrupted | null;
}

/** A training to be resumed from its newest checkpoint: the stored ones or the page's file. */
export interface Continuation {
  id: string;
  file: Uint8Array | null;
}

/** A training that was interrupted and not resumed. */
export interface Interrupted {
  info: RunInfo;
  history: RunHistory;
}

export interface TrainingOutcome {
  progress: Progress;
  stopped: boolean; // by the person, before the last epoch
  model: Uint8Array; // safetensors
  confusion: Uint32Array; // [classes truth, classes predicted] of the validation images
  answers: SampleScores; // how the model reads each of them, its calibration included
}

/** Corrections with labels of the model's classes. Other models than those of digits rehearse the data that are there. */
export interface LearnRequest extends ModelOfClasses {
  corrections: Drawings;
}

/** How it ended, and the file of the model that has learned. */
export interface Learned {
  progress: PatchProgress;
  model: Uint8Array;
}

/** How a model was trained, and how it read what was held out, [classes truth, classes predicted]. */
export interface TrainedWith {
  settings: TrainingSettings;
  confusion: Uint32Array;
}

/** A model in other forms: for other programs, and for people. */
export interface Exported {
  onnx: Uint8Array;
  card: string; // Markdown, in English
  summary: ModelSummary;
}

export interface Predictions {
  summary: DataSummary;
  submission: string; // the CSV file
  labels: Uint8Array; // one for each image
  images: Uint8Array; // of the first ones, [count, 784]
  confidence: Float32Array; // of each label
  right: number | null; // how many are as the file labels them; null where it has no labels
  doubtful: Uint32Array; // rows of the least certain ones, which come first
  doubtfulImages: Uint8Array; // [count, 784]
}

/** The engine that is loaded to read what is drawn. */
export interface ReadingCalls {
  load_model: Call<Uint8Array, ModelSummary>;
  read: Call<Ink, Reading>;
  explain: Call<Question, Explanation>; // cancelled by whatever is to be read, loaded or explained next
  activations: Call<Uint8Array, Activations>;
}

/** The engine that is loaded once there is a picture to read. */
export interface PicturesCalls {
  read_picture: Call<PictureRequest, Reading>; // with boxes in its pixels
  picture_steps: Call<GreyPicture, PictureSteps>;
  read_lines: Call<LinesRequest, null, LinesReport>; // of each picture in a file
  make_form: Call<FormDraft, MadeForm>;
  anchor_form: Call<BlankForm, { form: Form }>; // places a form of one's own by what is found on its blank sheet
}

/** The engine that learns, and does all else that takes data. */
export interface TrainingCalls {
  describe: Call<null, EngineDescription>;
  import_data: Call<DataRequest, Imported, Share>;
  make_sample: Call<{ images: number; seed: number }, DataOverview>;
  images: Call<Rows, Images>; // of those rows that there are
  mean_images: Call<null, Images>; // one for each class, by the labels as changed
  adjust_images: Call<Adjustment, DataOverview>;
  choose_classes: Call<string, DataOverview>; // as the command's --classes has them
  override_labels: Call<LabelOverrideRows, null>; // in place of all changes before
  save_data: Call<null, { file: Blob }, number>; // as changed, a CSV file; reports the share done
  find_duplicates: Call<null, DuplicateRows>;
  score_data: Call<ModelOfClasses, Scores, number>; // labels of the model's; reports the share done
  check_network: Call<NetworkRequest, CheckedNetwork>;
  check_settings: Call<TrainingSettings, string>; // "", or the sentence that says what is wrong
  schedule: Call<{ settings: TrainingSettings; points: number }, Float32Array>;
  augmented: Call<{ augmentation: string; rows: number; variants: number }, AugmentedImages>;
  measure_speed: Call<TrainingSettings, Speed>; // to be cancelled before there is other work
  train: Call<RunInfo, TrainingOutcome, TrainingReport>;
  resume_training: Call<Continuation, TrainingOutcome, TrainingReport>;
  interrupted: Call<null, Interrupted[]>;
  reopen_data: Call<RunInfo, DataOverview>; // those that an interrupted training learns from
  forget_training: Call<string, null>;
  control_training: Call<TrainingCommand, null>;
  trained_images: Call<Uint32Array, Images>; // of rows of the last outcome's data
  score_validation: Call<Uint8Array, SampleScores, Share>; // a model's, of the last outcome's rows
  collect: Call<{ file: File; limit: number }, NamedDrawings>; // so many drawings at most
  learn: Call<LearnRequest, Learned, number>; // reports the share done
  predict: Call<PredictionRequest, Predictions, Share>;
  export_model: Call<{ model: Uint8Array; trained: TrainedWith | null }, Exported>;
}

export interface CallsOf {
  reading: ReadingCalls;
  pictures: PicturesCalls;
  training: TrainingCalls;
}

/** What an engine is for, by which it is named. */
export type Work = keyof CallsOf;

export type Calls = ReadingCalls & PicturesCalls & TrainingCalls;
export type CallName = keyof Calls;
/** The names of what the engine for this work answers. */
export type CallOf<Does extends Work> = { [One in Does]: keyof CallsOf[One] & CallName }[Does];
export type Argument<Name extends CallName> = Calls[Name]['argument'];
export type Reply<Name extends CallName> = Calls[Name]['reply'];
export type Report<Name extends CallName> = Calls[Name]['report'];

/** What a handler may do beside answering: report how far it is, and hear that it is not wanted. */
export interface CallContext<Name extends CallName> {
  report(progress: Report<Name>): void;
  signal: AbortSignal;
}

export type Handler<Name extends CallName> = (
  argument: Argument<Name>,
  context: CallContext<Name>,
) => Reply<Name> | Promise<Reply<Name>>;

export type Handlers<Does extends Work> = { [Name in CallOf<Does>]: Handler<Name> };

export type Request =
  | { [Name in CallName]: { id: number; name: Name; argument: Argument<Name> } }[CallName]
  | { id: number; cancel: true };

export type Response =
  | { id: number; kind: 'reply'; value: Reply<CallName> }
  | { id: number; kind: 'report'; value: Report<CallName> }
  | { id: number; kind: FailureKind; message: string; values: Values; about: string };
