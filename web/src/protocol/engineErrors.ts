/** Identifies a row that can't be used. The same faults occur in the import's list of rows. */
interface RowValues {
  row: number;
  fault: 'values' | 'label' | 'noLabel' | 'pixel' | 'strokes';
  found: string;
  bound: number;
}

interface LayerValues {
  layer: number;
  text: string;
}

/** Of a form's field, with its place in the list from 1. */
interface FieldValues {
  place: number;
  name: string;
}

/** A failure without values. */
export type None = Record<never, never>;

/** Engine errors by code, with their values. */
export interface EngineErrors {
  emptyFile: None;
  noRows: None;
  noFiles: None;
  cutShort: None;
  itemsMissing: { items: number; all: number };
  extraBytes: { items: number };
  notNumbers: None;
  dimensions: { dimensions: number };
  imageSize: { height: number; width: number };
  tooManyImages: { limit: number };
  tooManyTogether: { images: number; limit: number };
  bytesPerPixel: { bytes: number };
  labelAt: { place: number; found: string };
  pixelAt: { place: number; found: string; most: number };
  fortranOrder: None;
  littleEndian: None;
  notData: None;
  archive: None;
  looseImage: None;
  utf16: None;
  webPage: None;
  gitLfs: None;
  pytorch: None;
  modelNotData: None;
  rowsRejected: RowValues & { rejected: number; rows: number };
  everyRowNeeded: RowValues;
  columns: { columns: number; needed: number };
  notText: { row: number };
  longRow: { row: number; limit: number };
  arffNoData: None;
  labelsMissing: None;
  labelsUnexpected: None;
  labelCount: { images: number; other: string; labels: number };
  packedCopy: None;
  labelsAlone: { labels: number };
  labelFileMissing: None;
  unlabelledFile: None;
  noLabelFound: None;
  labelTableAlone: None;
  damagedModel: None;
  otherModel: None;
  noData: None;
  noLabels: None;
  tooFewDigits: { digits: number };
  oneClass: { name: string };
  tooManyClasses: { classes: number; limit: number };
  tooManyLabels: { labels: number; examples: string; limit: number };
  noClassNames: None;
  badClassName: { name: string };
  classNameCount: { names: number; labels: number; classes: string };
  unknownClass: { name: string; classes: string };
  classNotInModel: { name: string; classes: string };
  noCheckpoint: None;
  checkpointData: None;
  checkpointSettings: None;
  networkEmpty: None;
  networkLayers: { limit: number };
  networkOutput: { output: string };
  networkWeights: LayerValues & { limit: number };
  networkTooLarge: LayerValues & { limit: number };
  layerForm: LayerValues & { example: string };
  layerUnknown: LayerValues & { names: string };
  layerInput: LayerValues & { input: string };
  layerTooLarge: LayerValues & { limit: number };
  formTooLarge: { limit: number }; // bytes
  notForm: None;
  newerForm: None;
  formValue: {
    place: number; // of the field, or 0 for the form itself
    key: string;
    expected: 'text' | 'texts' | 'wholeNumber' | 'number' | 'flag' | 'area' | 'choice';
    choices: string;
  };
  formNoFields: None;
  formFieldObject: { place: number };
  formName: { limit: number }; // bytes
  formId: { limit: number };
  formRows: { limit: number };
  customFormRows: None;
  formRowNames: { names: number; rows: number };
  formRowName: { row: number; limit: number }; // bytes
  formFields: { limit: number };
  fieldName: { place: number; limit: number }; // bytes
  fieldNameTwice: FieldValues;
  fieldBoxes: FieldValues & { limit: number };
  fieldDecimals: FieldValues;
  fieldMinMax: FieldValues;
  fieldNoMinMax: FieldValues;
  fieldNoCheckSum: FieldValues;
  fieldAreaMissing: FieldValues;
  fieldAreaUnused: FieldValues;
  fieldArea: FieldValues;
  formTooWide: { needed: number; room: number }; // millimetres
  noFormPage: { page: number; pages: number };
  formDigits: None;
  noCornerMarks: None;
  cornerMarkMissing: { corner: 'topLeft' | 'topRight' | 'bottomRight' | 'bottomLeft' };
  noFrame: None;
  noPaper: None;
  seenFromSide: None;
  sheetCode: None;
  otherForm: { found: string; form: string };
  changedForm: None;
  unknownForm: { form: string };
}
