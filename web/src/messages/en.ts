import type { FailureName } from '../protocol/failure';
import type { Attempt } from '../protocol/variant';
import { bytes, count, counted, decimal, duration, likelihood, percent, speed } from './format';

/** Where the evidence is strongest, and whether it is ink or blank paper. */
export interface Place {
  what: 'ink' | 'paper';
  down: 'top' | 'middle' | 'bottom';
  across: 'left' | 'middle' | 'right';
}

function whereabouts({ down, across }: Place): string {
  if (down === 'middle') return across === 'middle' ? 'in the middle' : `on the ${across}`;
  return across === 'middle' ? `at the ${down}` : `at the ${down} ${across}`;
}

const under = (least: string) => `under ${least}`;

export const en = {
  name: 'Inkling',
  views: { label: 'Rooms', read: 'Read', train: 'Train', about: 'About' },
  noDrop:
    'You can’t drop files here. Drop images on the Read page, or data on the Data card of the Train page.',

  language: {
    name: 'Language',
    failed: (name: string) =>
      `“${name}” could not be fetched: the network or the server did not answer.`,
  },

  theme: {
    system: 'Colours: as the system',
    light: 'Colours: light',
    dark: 'Colours: dark',
  },

  engine: {
    name: 'Engine',
    starting: 'starting',
    failed: 'not running',
    about:
      'One C++ core, compiled to WebAssembly, does all the numeric work, in workers of its own.',
    reading: 'One worker reads what you write, another trains. Neither sends anything anywhere.',
    named: ({ variant, threads }: Attempt) =>
      `${variant.startsWith('relaxed') ? 'relaxed SIMD' : 'SIMD'}, ${threads > 1 ? `${count(threads)} threads` : 'one thread'}`,
    reads: (running: string) => `Reads with ${running}: it starts soonest.`,
    trains: (running: string) => `Trains with ${running}.`,
    willTrain: (planned: string) => `Will train with ${planned}.`,
    fellBack: 'Threads did not start here, so one thread does the work.',
    unknownVariant: (name: string) => `There is no engine “${name}”.`,
    unavailableVariant: (name: string) => `The address asks for “${name}”, which cannot run here.`,
    others: 'What can run here',
    missing: {
      simd: 'this browser has no SIMD',
      relaxed: 'this browser has no relaxed SIMD',
      isolated: 'the page is not isolated from others, so threads share no memory',
      cores: 'this device has one core',
    },
  },

  failures: {
    broken: 'The engine stopped unexpectedly.',
    noSimd: 'This browser lacks the SIMD of WebAssembly. Any current one has it.',
    modelUnreachable: 'The model could not be fetched: the network or the server did not answer.',
    templateUnreachable:
      'The template of the page could not be fetched: the network or the server did not answer.',
    modelTooLarge: 'This file is larger than 256 MB: it is no model for this page.',
    emptyFile: 'This file is empty.',
    noFiles: 'There are no files in it that could be data.',
    workbook: 'This is an Excel workbook. Save it as CSV and choose that.',
    pytorch: 'This is a PyTorch file. Save its images as CSV or IDX and choose that.',
    zipDamaged: 'This zip archive is damaged, or was cut off on its way.',
    zipEncrypted: 'This zip archive is under a password. Unpack it and choose what is in it.',
    zipEntry: 'This file could not be unpacked: it is damaged.',
    zipMethod: 'This file is packed in a way that is not read here. Unpack it yourself.',
    zipInside: 'This is an archive in an archive. Unpack it and choose it by itself.',
    tooManyFiles:
      'These are more than 200,000 files. Give fewer at a time, or one table of images.',
    blankPicture: 'Nothing is written in this picture that stands out from its paper.',
    noPictures:
      'This browser does not unpack pictures in the background. Choose a table of images, such as a CSV.',
    canvasScrambled:
      'Your browser scrambles images to prevent tracking. Allow this page to read canvas data, or use another browser.',
    unreadable:
      'This file could not be read to its end: it is damaged, or it changed on the disk meanwhile.',
    gzip: 'This .gz file is damaged or incomplete. Download it again.',
    fileTooLarge: 'This file unpacks to more than 1 GB. The largest that is read is 1 GB.',
    noData: 'There are no data to learn from yet.',
    noRun: 'There is no finished run to look into. Train again.',
    noPicture: 'This file is no picture that the browser can show, or it is damaged.',
    pictureTooLarge:
      'This picture is too large: up to 120 million pixels and 100 MB are read. Make it smaller.',
    cameraDenied:
      'This page may not use the camera. Allow it in the browser’s settings for this page and try again, or choose a picture.',
    cameraAbsent: 'No camera was found. Connect one and try again, or choose a picture.',
    cameraBusy:
      'The camera gives no picture. Close other programs that may be using it and try again.',
    cameraInsecure:
      'Browsers hand the camera only to pages that come over HTTPS. Choose a picture instead.',
    noLabels: 'These digits have no labels: each needs the one that says what it shows.',
    tooManyDrawings: 'These are more than 2,000 digits. Give a part of the file.',
    runningElsewhere: 'This training goes on in another page.',
    noCheckpoint:
      'No training to go on from was found: it is gone, or the file was not saved here, or it is damaged.',
    alreadyTraining: 'A training is already running. Stop it or wait until it ends.',
    dataInUse: 'A training is using this data. Stop it to change the data.',
  } satisfies Record<FailureName, string>,

  update: { ready: 'A new version is ready.', reload: 'Reload' },

  problem: {
    label: 'What went wrong',
    dismiss: 'Dismiss',
    view: 'Something went wrong in this view. Your data and training aren’t affected.',
  },

  read: {
    title: 'Read',
    pad: (strokes: number) =>
      `Pad: write a number here with mouse, pen or finger. ${strokes > 0 ? `${counted(strokes, 'stroke', 'strokes')} on it` : 'It is empty'}`,
    write: 'Write a number',
    answer: 'Answer',
    private: 'What you write stays on this device.',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Your browser didn’t allow copying.',
    tools: 'Pad',
    undo: 'Undo',
    redo: 'Redo',
    erase: 'Eraser',
    clear: 'Clear',
    pen: 'Pen',
    penOf: (width: string) => `Pen: ${width.toLowerCase()}`,
    penWidth: 'Pen width',
    penWidths: { fine: 'Fine', medium: 'Medium', broad: 'Broad' },
    penNote: 'Only what you see changes. The digits are read the same.',
    fingers: 'Fingers draw, too',
    onlyPen:
      'Only the pen draws now. To draw with a finger, open Pen and turn on “Fingers draw, too”.',
    withKeys: (name: string, keys: string) => `${name} (${keys})`,
    shortcuts: 'Keyboard shortcuts',
    singleKeys: 'Use single keys',
    singleKeysNote:
      'They work while the pad or the answer has the focus. Click the pad to focus it.',
    correctKey: 'Correct the digit',
    penKeys: 'Thinner or thicker pen',
    boxes: 'Boxes',
    reading: 'Reading…',
    loading: 'The model is on its way; you can write already.',
    absent: 'There is no model here yet.',
    absentAdvice: 'Train one, or load one from a file',
    failed: 'Nothing can be read at the moment.',
    retry: 'Try again',
    broken:
      'The engine stopped over this drawing and was started again. Clear the pad or go on writing.',
    digits: 'Digits read',
    sure: (probability: number) => `${percent(probability)} sure`,
    number: (probability: number) => `Number: ${percent(probability)} sure`,
    next: (digit: number, probability: number) =>
      `then ${digit}, ${likelihood(probability, under)}`,
    either: (digit: number, other: number) => `${digit} or ${other}`,
    or: (other: number) => `or ${other}`,
    both: (probability: number, other: number) =>
      `${likelihood(probability, under)} and ${likelihood(other, under)}`,
    none: 'not a digit',
    noDigit: 'Not a digit',
    closest: (digit: number) => `closest to ${digit}`,
    announced: (digit: number, probability: number) => `${digit}, ${percent(probability)} sure`,
    announcedUnsure: (digit: number, other: number) => `Unsure: ${digit} or ${other}`,
    announcedNone: (digit: number) => `Not a digit, closest to ${digit}`,
    announcedAll: (digits: string[]) => `${count(digits.length)} digits: ${digits.join(', ')}`,
    announcedEmpty: 'The pad is empty.',
    bars: 'How likely each digit is',
    bar: (digit: number, probability: number) => `${digit}: ${percent(probability)}`,
    seen: 'What the model saw',
    seenImage: (digit: number | null) =>
      `The drawing as 28 by 28 pixels, read as ${digit ?? 'no digit'}`,
    seenNothing: 'Nothing yet',
    seenNote: '28 × 28 pixels, as MNIST has them',
  },

  picture: {
    tools: 'Picture',
    choose: 'Picture',
    examples: 'Examples',
    examplesTitle: 'Try an example picture',
    example: { note: 'Note', postcode: 'Postal code', chalk: 'Blackboard' },
    opening: 'Opening the picture…',
    drop: 'Drop a picture of digits here',
    dropHint: 'or drop a picture here',
    shown: (digits: number) =>
      `Picture: ${digits > 0 ? `${counted(digits, 'digit', 'digits')} found and outlined on it` : 'no digit found on it'}`,
    back: 'Back to the pad',
    rotate: 'Rotate',
    crop: 'Crop',
    cropHint: 'Drag over the digits to read.',
    cropFrom: 'Top left corner of the crop, moved with the arrow keys',
    cropTo: 'Bottom right corner of the crop, moved with the arrow keys',
    cropDone: 'Read this part',
    whole: 'Whole picture',
    blank: 'Nothing is written there that stands out from its paper.',
    broken:
      'The engine stopped over this picture and was started again. Go back to the pad, or choose another picture.',
    unchanged: 'What was on the pad is still there.',
    advice: 'Choose a PNG, JPEG or WebP file, or take a picture with the camera.',
    camera: 'Camera',
    cameraTitle: 'Take a picture of digits',
    cameraView: 'What the camera sees',
    waiting: 'Waiting for the camera. The browser may ask whether this page may use it.',
    aim: 'Let the digits fill most of the view. The picture stays on this device.',
    take: 'Take the picture',
    cancel: 'Cancel',
  },

  correct: {
    title: 'Your corrections',
    fix: 'Wrong? Correct it',
    which: 'Which digit is it?',
    orType: 'You can also type it while the pad has the focus.',
    itIs: (digit: number) => `It is ${digit === 8 ? 'an' : 'a'} ${digit}`,
    corrected: 'Corrected by you',
    readAs: (digit: number) => `read as ${digit}`,
    forget: 'Don’t keep this correction',
    forgotten: 'The correction was not kept.',
    said: (digit: number) => `${digit}, corrected by you`,
    announced: (digit: number, drawings: number) =>
      `Corrected: it is ${digit === 8 ? 'an' : 'a'} ${digit}. ${counted(drawings, 'drawing', 'drawings')} in your corrections.`,
    summary: (drawings: number) =>
      drawings > 0 ? counted(drawings, 'drawing', 'drawings') : 'Digits that were misread',
    empty:
      'When a digit is misread, choose the right one among the bars, or type it: its drawing is collected here.',
    private: 'This browser keeps them; they never leave this device.',
    unsaved:
      'This browser keeps nothing for the page, or has no room left: these last until it is closed. Save them as a file.',
    drawing: (digit: number) => `A drawing of ${digit}`,
    remove: (digit: number) => `Remove this drawing of ${digit}`,
    removeAll: 'Remove all',
    removed: (drawings: number) => `${counted(drawings, 'drawing', 'drawings')} removed.`,
    undo: 'Bring back',
    saveStrokes: 'Save as strokes',
    saveCsv: 'Save as CSV',
    load: 'Load from a file',
    loading: (name: string) => `Reading ${name}…`,
    joined: (drawings: number) => `${counted(drawings, 'drawing', 'drawings')} read and joined.`,
    imagesOnly: (drawings: number) =>
      `${count(drawings)} came as images: only the CSV holds those.`,
    unchanged: 'Your corrections are as they were.',
    advice:
      'Choose a file of labelled digits: strokes as .jsonl, or a CSV like Kaggle’s train.csv.',
    learn: 'Learn from these',
    learnNote:
      'A copy of the model learns to read these right, while it rehearses digits that Inkling draws, so as to forget little.',
    few: (limit: number) =>
      `With fewer than ${count(limit)} corrections, the model may get worse at other digits.`,
    learning: 'Learning from your corrections…',
    learned: (right: number, all: number, before: number) =>
      `${count(right)} of ${counted(all, 'correction', 'corrections')} read right now, ${count(before)} before.`,
    rehearsed: (digits: number, before: number, after: number) =>
      `Of ${count(digits)} digits that Inkling drew, not used in learning: ${percent(before)} right before, ${percent(after)} after.`,
    adapted: 'A model that learned from your corrections reads now.',
    modelFleeting: 'This browser did not keep that model: it reads until the page is closed.',
    unlearn: 'Undo learning',
    learnAdvice: 'Try again, or remove corrections that may be mistaken.',
    learnOvertaken:
      'Another model came into use, so learning was cancelled. Your corrections are still here.',
  },

  why: {
    title: 'Why',
    summary: (answer: number, rival: number) => `What speaks for ${answer}, and what for ${rival}`,
    summaryEmpty: 'What speaks for an answer, and what against it',
    empty: 'Write a digit: here is shown which parts of it decided, and what each layer saw.',
    busy: 'Being worked out…',
    failed: 'This could not be worked out. Your drawing and its answer are as they were.',
    mapTitle: 'Which pixels decided',
    mapNote:
      'Each place was changed in turn, ink to paper and paper to ink: the more that would cost, the stronger the colour. Paper speaks, too.',
    speaksFor: (digit: number) => `speaks for ${digit}`,
    map: (said: string[]) => `Heat map of the drawing. ${said.join('. ')}.`,
    loudest: (digit: number, place: Place | null) =>
      place
        ? `Speaks for ${digit}: most of all the ${{ ink: 'ink', paper: 'blank paper' }[place.what]} ${whereabouts(place)}`
        : `Nothing speaks for ${digit}`,
    layers: 'What came out of each layer',
    layersNote: 'The stronger the ink, the higher the value beside the others of its layer.',
    shape: (height: number, width: number, channels: number) =>
      height * width > 1
        ? `${counted(channels, 'channel', 'channels')} of ${count(height)} × ${count(width)}`
        : counted(channels, 'number', 'numbers'),
    channels: (name: string, channels: number) =>
      `What came out of ${name}: ${counted(channels, 'picture', 'pictures')}`,
    last: (ranked: number[]) =>
      `Digits from the highest number to the lowest: ${ranked.join(', ')}`,
  },

  train: {
    title: 'Train',
    open: (name: string) => `Show ${name}`,
    close: (name: string) => `Hide ${name}`,
    missing: 'This room could not be fetched: the network or the server did not answer.',
    reload: 'Load the page again',
  },

  data: {
    title: 'Data',
    drop: 'Drop a train.csv here, or a folder of pictures',
    empty:
      'Images of digits with their labels: Kaggle’s train.csv or a table like it, MNIST’s own files, or pictures in folders named after their digit.',
    forms:
      'CSV, ARFF, IDX, NumPy (.npy, .npz), strokes (.jsonl, .json), PNG and JPEG. Pictures can also have their label in their name or in a labels.csv. One file or several, also as .gz or in a .zip.',
    choose: 'Choose files',
    chooseFolder: 'Choose a folder',
    another: 'Choose others',
    add: 'Add files',
    corrections: (drawings: number) => `Add your ${counted(drawings, 'correction', 'corrections')}`,
    correctionsName: 'Your corrections',
    named: (first: string, more: number) => (more > 0 ? `${first} and ${count(more)} more` : first),
    files: (files: number) => `from ${counted(files, 'file', 'files')}`,
    skippedFiles: (files: number) => `${counted(files, 'file was', 'files were')} left out`,
    moreSkippedFiles: (files: number) => `And ${count(files)} more.`,
    sample: 'Try with sample data',
    sampleName: 'Sample data',
    sampleNote: '4,000 digits drawn by a seeded pen: enough to see everything work.',
    presetChosen: (preset: string) =>
      `Preset changed to “${preset}”. It learns the sample data in seconds.`,
    presetBack: (preset: string) => `Keep “${preset}”`,
    opening: (name: string) => `Reading ${name}`,
    read: (done: number, total: number) => `${bytes(done)} of ${bytes(total)}`,
    cancel: 'Cancel',
    summary: (images: number, classes: number, repaired: number, leftOut: number) =>
      [
        counted(images, 'image', 'images'),
        classes > 0 ? counted(classes, 'class', 'classes') : 'no labels',
        repaired > 0 ? `${counted(repaired, 'cell', 'cells')} repaired` : 'nothing repaired',
        ...(leftOut > 0 ? [`${counted(leftOut, 'row', 'rows')} left out`] : []),
      ].join(', '),
    shape: 'Shape',
    shapeValue: (rows: number, columns: number) => `${count(rows)} × ${count(columns)}`,
    shapeNote: 'rows × columns',
    shapeOfImages: (images: number) => `${count(images)} × 28 × 28`,
    shapeOfImagesNote: 'images × pixels',
    format: 'Form',
    repaired: 'Repaired',
    nothingRepaired: 'Nothing: every cell is a number from 0 to 255.',
    repairedCells: (cells: number) =>
      `${counted(cells, 'cell was', 'cells were')} missing or not a number, and read as 0.`,
    rowsLeftOut: 'Rows left out',
    allRowsUsed: 'None: all are used.',
    rowsUsed: (used: number, all: number, leftOut: number) =>
      `${count(used)} of ${counted(all, 'row', 'rows')} used; ${count(leftOut)} left out.`,
    histogram: 'Images of each digit',
    histogramBar: (digit: number, images: number) =>
      `${digit}: ${counted(images, 'image', 'images')}`,
    predictable:
      'These images have no labels. You can’t train on them, but a model can predict them.',
    predict: 'Predict these images',
    missing: (digits: string) => `No images of ${digits}. Training needs images of every digit.`,
    unchanged: (name: string) => `“${name}” is still loaded.`,
    nothingChanged: 'Nothing was changed.',
    advice: 'Choose other files, or try with sample data.',
    lost: 'The data are gone from memory.',
  },

  appearance: {
    inverted: 'These images are dark on light. Inkling expects light on dark.',
    invert: 'Invert',
    invertDone: 'Images inverted.',
    sideways: 'These digits lie on their side, as in EMNIST. Inkling expects them upright.',
    turn: 'Turn upright',
    turnDone: 'Images turned upright.',
    notUpright: 'These digits aren’t upright. Turn the images and choose them again.',
    undo: 'Undo',
  },

  gallery: {
    title: 'All images',
    filter: 'Which images are shown',
    all: 'All',
    described: (images: number) =>
      `${counted(images, 'image', 'images')}. Arrow keys, Page Up, Page Down, Home and End go from one to another.`,
    image: (number: number, label: number | undefined) =>
      label === undefined ? `Image ${count(number)}` : `Image ${count(number)}: a ${label}`,
    number: (number: number) => `Image ${count(number)}`,
    labelled: (label: number) => `Labelled ${label}`,
    noneShown: 'There are no images of this digit.',
    mean: (digit: number) => `The mean image of ${digit}`,
    noneFound: 'None.',
    changed: 'Changed',
    doubted: 'Likely mislabelled',
    duplicates: 'Likely duplicates',
    findDuplicates: 'Look for duplicates',
    findDoubted: 'Look for wrong labels',
    looking: 'Looking through all images',
    needsModel: 'Wrong labels are found by what a network thinks of them: train one first.',
    excluded: 'left out',
    nowLabelled: (label: number) => `now ${label}`,
    readAs: (digit: number, probability: number, loss: number) =>
      `Read as ${digit}. The label’s probability is ${likelihood(probability, under)}, its loss ${decimal(loss)}.`,
    sameAs: (others: string, more: number) =>
      `The same as ${others}${more > 0 ? ` and ${count(more)} more` : ''}.`,
    likeOf: (others: string, more: number) =>
      `Nearly the same as ${others}${more > 0 ? ` and ${count(more)} more` : ''}.`,
    relabel: 'Label',
    labelIt: (digit: number) => `Label it ${digit}`,
    leaveOut: 'Leave out',
    takeIn: 'Take back in',
    keys: 'Among the images, 0 to 9 label the chosen one, x leaves it out, u undoes.',
    overrides: (relabelled: number, omitted: number) =>
      `${count(relabelled)} relabelled, ${count(omitted)} left out`,
    overridesNote: 'The next training learns from the data as changed.',
    undo: 'Undo',
    reset: 'Undo all changes',
    saveOverrides: 'Save the changes',
    saveData: 'Save the data as changed',
  },

  importIssues: {
    title: 'Each of them',
    file: 'File',
    row: 'Row',
    column: 'Column',
    found: 'What stands there',
    why: 'Why',
    missing: 'nothing',
    values: (found: string, wanted: number) => `It has ${found} values, not ${count(wanted)}.`,
    label: (found: string) => `The label is “${found}”; labels are 0 to 9.`,
    noLabel: 'The label is missing.',
    pixel: (found: string, most: number) => `${found} is outside 0 to ${count(most)}.`,
    strokes: (found: string) => `Not readable as strokes: ${found}.`,
    listed: (shown: number, kept: number, all: number) =>
      `${count(shown)} of ${count(all)} are shown, ${count(kept)} are in the file.`,
    save: 'Save the list',
  },

  glossary: {
    what: (word: string) => `What does “${word}” mean?`,
    epoch: 'One pass over all training images. Each epoch shows the network every image once.',
    loss: 'How far the predictions are from the labels. Training lowers it. 0 would be perfect.',
    conv: 'Convolution: small filters slide over the image and find edges, curves and other shapes.',
    norm: 'Normalization: brings all values to a similar scale, so training is faster and more stable.',
    relu: 'Rectified linear unit: sets negative values to 0. It lets a network learn more than straight lines.',
    pool: 'Pooling: keeps the largest value of each small window, which halves the image or more.',
    dropout:
      'Hides some values at random during training, so the network doesn’t rely on any single one.',
    flatten: 'Lays out an image as one row of numbers.',
    dense: 'Fully connected: every output is computed from every input.',
  },

  network: {
    title: 'Network',
    preset: 'Preset',
    presets: {
      article: {
        title: 'Tutorial network',
        description:
          'Two hidden layers. The final model averages recent weights for steadier results.',
      },
      fast: {
        title: 'Fast',
        description: 'A small convolutional network. Above 99% within a few epochs of MNIST.',
      },
      accurate: {
        title: 'Accurate',
        description:
          'A deeper convolutional network, trained on augmented images. It makes the fewest mistakes.',
      },
    },
    summary: (title: string, weights: number) =>
      `${title}, ${counted(weights, 'weight', 'weights')}`,
    layer: 'Layer',
    output: 'Output',
    weights: 'Weights',
    total: 'In all',
    starting: 'The engine is starting…',
    note: 'Weights are the numbers that training finds. Output is the shape of what a layer hands on.',
    own: 'Your own network',
    ownNote: (preset: string) => `Layers of your own, trained as “${preset}” is.`,
    replaced: 'Your own layers are not in use now.',
    bringBack: 'Bring them back',
    counts: (weights: number) => counted(weights, 'weight', 'weights'),
    multiplyAdds: 'Multiply-adds',
    epochTakes: (ms: number, images: number) =>
      `${ms < 1000 ? 'under 1 s' : `about ${duration(ms)}`} per epoch of ${counted(images, 'image', 'images')}`,
    measuring: 'Measuring how fast it trains here…',
    layers: 'Layers',
    edit: 'Edit the layers',
    editDone: 'Done',
    addKind: 'Kind of layer',
    add: 'Add layer',
    undo: 'Undo',
    toPreset: 'Back to the preset',
    asText: 'As one line',
    asTextNote:
      'Bars part the layers. Alt with an arrow key moves the layer that has the focus above; Ctrl+Z undoes.',
    fields: {
      size: 'Size',
      channels: 'Channels',
      window: 'Window',
      share: 'Share dropped',
      units: 'Outputs',
    },
    fieldOf: (field: string, place: number) => `${field}, layer ${count(place)}`,
    wholePatches: 'Inside only, no margin',
    kinds: {
      conv: 'conv: filters that slide over the image',
      norm: 'norm: brings values to one scale',
      relu: 'relu: sets what is below 0 to 0',
      pool: 'pool: keeps the largest of each window',
      dropout: 'dropout: hides some values while it learns',
      flatten: 'flatten: an image as one row',
      dense: 'dense: every input to every output',
    },
    up: (place: number) => `Move layer ${count(place)} up`,
    down: (place: number) => `Move layer ${count(place)} down`,
    remove: (place: number) => `Remove layer ${count(place)}`,
  },

  share: {
    copy: 'Copy link',
    copied: 'The link is copied: it opens this network with these settings.',
    denied: 'The browser did not let the link be copied. Here it is:',
    link: 'Link to this network',
    noSetting: (name: string) => `This link sets “${name}”, which is no setting here.`,
    noValue: (name: string, value: string) =>
      `This link sets “${name}” to “${value}”, which it cannot be.`,
    unchanged: 'Network and settings are as they were.',
    advice: 'Ask for the link again, or set by hand what it should have set.',
  },

  run: {
    title: 'Run',
    settings: 'Settings',
    summary: (preset: string, epochs: number, batch: number, rate: number) =>
      `${preset}, ${counted(epochs, 'epoch', 'epochs')}, batches of ${count(batch)}, rate ${decimal(rate)}`,
    epochs: 'Epochs',
    takes: (ms: number) => (ms < 1000 ? 'Under 1 s in all' : `About ${duration(ms)} in all`),
    batch: 'Batch',
    batchNote: 'Images per update of the weights.',
    updates: (updates: number) => `${counted(updates, 'update', 'updates')} per epoch`,
    rate: 'Learning rate',
    rateNote: 'Step size of each update.',
    validation: 'Validation, %',
    validationNote: 'Share of the images kept out of training to measure accuracy.',
    heldOut: (images: number, all: number) => `${count(images)} of ${count(all)} images`,
    seed: 'Seed',
    seedNote: 'The same seed gives the same weights.',
    augment: 'Augmentation',
    augmentNote: 'Turn, shift and stretch each image a little, anew each epoch. Never mirrored.',
    range: (least: string, most: string) => `A number from ${least} to ${most}.`,
    wholeRange: (least: string, most: string) => `A whole number from ${least} to ${most}.`,
    schedule: 'Schedule',
    scheduleNote: 'How the learning rate changes during training.',
    schedules: {
      constant: 'Constant',
      'one-cycle': 'One cycle: up, then down',
      cosine: 'Cosine: down all the way',
    },
    steady: (rate: string) => `Learning rate: ${rate} throughout`,
    curve: (first: string, peak: string, last: string) =>
      `Learning rate: ${first} at first, at most ${peak}, ${last} at last`,
    more: 'More settings',
    optimiser: 'Optimiser',
    optimiserNote: 'What corrects the weights; Muon takes the matrices of hidden layers.',
    decay: 'Weight decay',
    decayNote: 'What weights lose a step, times the rate.',
    smoothing: 'Label smoothing',
    smoothingNote: 'Share of the target that all ten digits get.',
    average: 'Weight average',
    averageNote: 'How much of the average a step leaves; 0 for none.',
    patience: 'Patience, epochs',
    patienceNote: 'Ends after so many that read held-out images no better; 0 for never.',
    patienceHeldOut: 'Needs images held out: set Validation above 0.',
    patienceKeepsBest: 'Goes with the weights of the best epoch.',
    keep: 'Weights kept',
    keepNote: 'Which are the result.',
    keeps: { best: 'Of the best epoch', last: 'Of the last epoch' },
    preview: 'What training sees',
    previewNote: 'The first of each row is yours, the others are made of it.',
    previewEmpty: 'Choose data to see what augmentation makes of them.',
    previewImage: (row: number) => `Image ${count(row)}`,
    previewVariant: (row: number, variant: number) =>
      `Image ${count(row)}, change ${count(variant)}`,
    strengths: 'How far images are changed',
    strengthsNote: 'Each is the furthest, to either side; 0 leaves the images alone.',
    strength: {
      rotation: 'Rotation, degrees',
      scale: 'Size, share',
      aspect: 'Width to height, share',
      shear: 'Slant, share',
      shift: 'Shift, pixels',
      stroke: 'Stroke width, pixels',
      'stroke chance': 'Share with other strokes',
      elastic: 'Bend, pixels',
      blur: 'Blur, pixels',
      noise: 'Noise, of paper to ink',
    },
    rateNow: 'Learning rate now',
    halve: 'Halve',
    double: 'Double',
    toSchedule: 'Back to the schedule',
    rateScaled: (scale: number) => `${decimal(scale)} times the schedule’s`,
    unfit: 'A layer of the network does not fit.',
    endedEarly: (epochs: number, ms: number) =>
      `Ended early, after ${counted(epochs, 'epoch', 'epochs')} in ${duration(ms)}`,
    start: 'Train',
    again: 'Train from scratch',
    pause: 'Pause',
    resume: 'Resume',
    stop: 'Stop',
    needsData: 'Choose data first.',
    needsLabels: 'These data have no labels.',
    needsNetwork: 'There is no network to train yet.',
    opening: 'The data are being read.',
    ready: 'Ready to start.',
    invalid: 'A setting is out of its range.',
    beginning: 'Getting ready…',
    stopping: 'Stopping…',
    epoch: (epoch: number, epochs: number) => `Epoch ${count(epoch)} of ${count(epochs)}`,
    speed: (perSecond: number) => `${speed(perSecond)}\u00a0images/s`,
    left: (ms: number) => `${duration(ms)} left`,
    paused: 'Paused',
    finished: (epochs: number, ms: number) =>
      `Finished: ${counted(epochs, 'epoch', 'epochs')} in ${duration(ms)}`,
    stopped: (epochs: number) => `Stopped after ${counted(epochs, 'epoch', 'epochs')}`,
    failed: 'The run failed',
    controls: 'Training',
    progress: 'Training progress',
    modelUnchanged: 'The model in use for reading is as it was.',
    bestWeightsSaved: 'The best weights so far are kept below.',
    advice: 'Start again, perhaps with a lower learning rate.',
    adviceBroken: 'Choose the data again if they are not shown above, and start again.',
    chip: (share: number) => `Training, ${percent(Math.floor(share * 100) / 100)}`,
  },

  checkpoints: {
    interrupted: (epoch: number, epochs: number) =>
      `A training was interrupted in epoch ${count(epoch)} of ${count(epochs)}`,
    begun: (when: string) => `begun ${when}`,
    resume: 'Continue',
    discard: 'Discard',
    restarted: (times: number) =>
      times === 1
        ? 'The engine stopped unexpectedly. The training went on from its last checkpoint.'
        : `The engine stopped unexpectedly ${count(times)} times. Each time the training went on from its last checkpoint.`,
    brokeAgain:
      'It stopped at the same place again, so the training does not go on by itself. The model in use for reading is as it was.',
    full: 'The browser has no room left to keep this training: if the page is closed, it is lost. Save it as a file to go on later.',
    denied:
      'This browser keeps nothing for the page: if it is closed, this training is lost. Save it as a file to go on later.',
    save: 'Save training so far',
    load: 'Continue from a checkpoint',
    dataGone: 'The data of this training could not be read back.',
    dataAdvice: 'Load the page again, or discard the training.',
  },

  runs: {
    title: 'Runs',
    summary: (runs: number) => (runs > 0 ? `${counted(runs, 'run', 'runs')} saved` : 'No runs yet'),
    empty:
      'Finished runs are saved in this browser. Compare them, use their models or run them again.',
    hint: 'Tick runs to lay their curves over each other.',
    columns: {
      name: 'Name',
      begun: 'Begun',
      data: 'Data',
      network: 'Network',
      epochs: 'Epochs',
      elapsed_ms: 'Time',
      accuracy: 'Validation',
    },
    compare: 'Compare',
    compareOne: (name: string) => `Compare ${name}`,
    nameOf: (name: string) => `Name of the run ${name}`,
    actions: 'What can be done with it',
    use: (name: string) => `Use ${name} for reading`,
    used: (name: string) => `“${name}” reads the pad now.`,
    again: (name: string) => `Run ${name} again with changes`,
    save: (name: string) => `Save ${name} as a file`,
    remove: (name: string) => `Remove ${name}`,
    removed: (runs: number) => `${counted(runs, 'run', 'runs')} removed.`,
    load: 'Load a run',
    overlay: 'Curves',
    measure: 'What is drawn',
    described: (measure: string, runs: string[]) =>
      `${measure} over the epochs. ${runs.join('; ')}`,
    unsaved: (runs: number) =>
      `The browser had no room for ${counted(runs, 'run', 'runs')}, or keeps nothing for the page: save what you need as files before you close it.`,
    unchanged: 'The runs above are as they were.',
    advice: 'Choose a file that ends in .inkling-run.json.',
    otherSettings: 'The settings of this run are of another version of Inkling.',
    refused: {
      tooLarge: () => 'This file is larger than 128 MB: it is no run.',
      notJson: () => 'This file is no run: it is not JSON, or it is cut short.',
      otherFile: () => 'This file is no run that was saved by Inkling.',
      newer: () => 'This run was saved by another version of Inkling.',
      damaged: (field: string) => `This run is damaged: its “${field}” is missing or malformed.`,
    },
  },

  charts: {
    loss: 'Loss',
    lossNote: 'How wrong the answers are: lower is better.',
    accuracy: 'Accuracy',
    accuracyNote: 'Share of images read right: higher is better.',
    batch: 'Batch',
    training: 'Training',
    validation: 'Validation',
    best: (epoch: string) => `Best epoch: ${epoch}`,
    described: (name: string, epochs: number, training: string, validation: string) =>
      `${name} after ${counted(epochs, 'epoch', 'epochs')}: training ${training}, validation ${validation}`,
    tools: 'How the charts are shown',
    axis: 'Horizontal axis',
    horizontal: { epoch: 'Epoch', step: 'Step', time: 'Time (s)' },
    log: 'Logarithmic loss',
    smoothing: 'Smoothing',
    smoothed: 'The lines are smoothed; values, table and CSV are as measured.',
    csv: 'Values (CSV)',
    png: (name: string) => `Save the chart of ${name} as PNG`,
    values: 'Values of each epoch',
    table: (name: string) => `${name} as a table`,
    tableEmpty: 'Values come with the end of the first epoch.',
    of: (name: string, line: string) => `${name}, ${line}`,
  },

  tutorial: {
    enter: 'Tutorial: from train.csv to submission.csv',
    enterNote: 'Ten steps that show what each one does to your data.',
    title: 'Tutorial',
    source: 'Follows the usual Keras tutorial for this Kaggle competition:',
    leave: 'Leave',
    back: 'Back',
    next: 'Next',
    finish: 'Finish',
    step: (step: number, steps: number) => `step ${count(step)} of ${count(steps)}`,
    needsData: 'Choose labelled data or the sample data to continue.',
    needsNetwork: 'Use the tutorial network to continue.',
    needsTraining: 'Train the network to continue.',
    take: 'Use the tutorial network',
    taken: 'Tutorial network selected',
    labels: (images: number) => counted(images, 'label, like this one', 'labels, like this one'),
    pixels: (images: number) => `${count(images)} × 784 pixels, from 0 for paper to 255 for ink`,
    stretch: (row: number, column: number) =>
      `Ten pixels of row ${count(row)}, from column ${count(column)} on`,
    before: 'Before',
    after: 'After',
    digit: 'Digit',
    becomes: (label: number) => `${label} becomes`,
    training: 'images to learn from',
    validation: 'images held out',
    seed: (seed: number) =>
      `Drawn with the seed ${seed}: the same seed holds out the same images. Seed and share can be set under “Run”.`,
    steps: {
      read: {
        title: 'Read the file',
        note: 'The file is a table: a row for each image, a column for its label and one for each of its 784 pixels.',
      },
      apart: {
        title: 'Label and pixels apart',
        note: 'The label says what the image shows: that is to be learned. The pixels are what it is learned from.',
      },
      mend: {
        title: 'Mend what is missing',
        note: 'A cell that is empty or no number becomes 0, which is paper. How many there were is told.',
      },
      divide: {
        title: 'Divide by 255',
        note: 'A network learns best from small numbers: every pixel becomes a number from 0 to 1.',
      },
      shape: {
        title: 'Back into shape',
        note: 'The 784 numbers of a row become an image again: 28 rows of 28 pixels with one channel, grey.',
      },
      oneHot: {
        title: 'One-hot',
        note: 'The network answers with ten numbers, one for each digit. So the label becomes ten numbers, too: 1 in its own place, 0 in all others.',
      },
      split: {
        title: 'Hold a part out',
        note: 'From these images the network never learns: they show how well it reads what it has not seen.',
      },
      network: {
        title: 'The network',
        note: 'Flatten, Dense 128 with ReLU, Dense 64 with ReLU, Dense 10 with softmax: 109,386 weights in all.',
      },
      train: {
        title: 'Train',
        note: 'Adam corrects the weights after every 32 images, by the cross-entropy of the answers, with a rate of 0.001; ten times through all images. Press “Train”: a line appears for each epoch.',
      },
      predict: {
        title: 'Measure and predict',
        note: 'How well the images held out are read, in all and by digit. Then choose a test.csv: the answers to it are the submission.csv.',
      },
    },
  },

  results: {
    title: 'Results',
    summary: (accuracy: number) => `${percent(accuracy)} validation accuracy`,
    none: 'Train a network to see its accuracy and mistakes here.',
    validation: 'Validation accuracy',
    validationNote: (right: number, images: number) =>
      `${count(right)} of ${count(images)} held-out images read right`,
    drawn:
      'Inkling drew these digits itself. Real handwriting is harder, so expect lower accuracy there.',
    unmeasured: 'Nothing was held out, so the accuracy was not measured.',
    tooShort: 'The run ended before its first epoch did, so the accuracy was not measured.',
    bestEpoch: (epoch: number) => `Weights of epoch ${count(epoch)}, the best on validation.`,
    used: 'This model reads the pad now',
    next: {
      title: 'What next',
      test: 'Answer a test file',
      use: 'Draw a digit with it',
      mistakes: 'Look at its mistakes',
      export: 'Take it away',
    },
    confusion: 'Confusion matrix',
    confusionNote: 'Rows: what it is. Columns: what was read.',
    confusionCell: (truth: number, predicted: number, images: number) =>
      `${truth} read as ${predicted}: ${count(images)}`,
    mostConfused: (truth: number, predicted: number, images: number) =>
      `Most often wrong: ${truth} read as ${predicted}, ${counted(images, 'time', 'times')}.`,
  },

  mistakes: {
    choose: 'Choose a cell to see its images; the arrow keys lead from cell to cell.',
    title: 'Mistakes and confidence',
    close: 'Close',
    surestFirst: 'The surest first.',
    none: 'No image stands here.',
    noMistake: 'No validation image is read wrong.',
    classes: 'Digit by digit',
    classesNote:
      'Precision: of what was read so, the share that is so. Recall: of what is so, the share read so. F1: both in one figure.',
    digit: 'Digit',
    precision: 'Precision',
    recall: 'Recall',
    f1: 'F1',
    images: 'Images',
    reliability: 'Reliability',
    reliabilityNote:
      'A bar shows how often answers that are about as sure are right. On the dashed line they are right as often as they claim.',
    confidence: 'How sure',
    right: 'Right',
    worst: 'Worst losses',
    worstNote: 'The mistakes that gave the label the least chance.',
    pairs: 'Most confused pairs',
    now: 'Read wrong now',
    nowNote: 'After the latest epoch: the mistakes that cost most.',
    compare: 'Compare two models',
    compareNote: 'Both read the same validation images. The first is the one trained here.',
    compareInUse: 'With the model in use',
    compareFile: 'With a model file',
    comparing: 'The other model reads the images',
    sameModel: 'The model in use is the one trained here: choose a file to compare with.',
    bothRight: 'Both right',
    onlyFirst: 'Only the trained model right',
    onlySecond: 'Only the other right',
    bothWrong: 'Both wrong',
    unchanged: 'The results stay as they were.',
    seen: (truth: number, predicted: number, sure: number) =>
      `${truth} read as ${predicted}, ${percent(sure)} sure`,
    brief: (truth: number, predicted: number, sure: string) => `${truth} → ${predicted}, ${sure}`,
    pair: (truth: number, predicted: number) => `${truth} read as ${predicted}`,
    first: (shown: number, all: number) => `The first ${count(shown)} of ${count(all)} images.`,
    calibrationError: (error: number, before: number) =>
      `On average ${percent(error)} off (expected calibration error); ${percent(before)} without the calibration.`,
    differs: (chance: number) =>
      `A difference that chance alone would hardly make (McNemar’s test, p = ${decimal(chance)}).`,
    alike: (chance: number) =>
      `Chance alone could make this difference (McNemar’s test, p = ${decimal(chance)}).`,
  },

  model: {
    title: 'Model in use',
    origins: {
      shipped: 'comes with the page',
      trained: 'trained here',
      file: 'loaded from a file',
      adapted: 'adapted to your corrections',
    },
    facts: (weights: number, accuracy: number) =>
      accuracy >= 0
        ? `${counted(weights, 'weight', 'weights')}, ${percent(accuracy)} measured`
        : counted(weights, 'weight', 'weights'),
    none: 'None yet: train one, or load one.',
    load: 'Load model',
    shipped: 'Use the built-in model',
    builtIn: 'Built-in',
    run: (title: string, run: number) => `${title}, run ${count(run)}`,
    fromFile: (title: string) => `${title}, from a file`,
    corrected: (model: string, corrections: number) =>
      `${model} with your ${counted(corrections, 'correction', 'corrections')}`,
    adapted: (model: string) => `${model} with your corrections`,
    chip: (name: string) => `Model: ${name}`,
    details: 'About this model',
    train: 'Train your own',
    share: 'Share as a file',
    shareNote: 'One HTML file with this model inside. It opens in any browser, even offline.',
    shareModel: 'To load it into Inkling elsewhere, open Train and choose “Save model”.',
    unchanged: (title: string) => `“${title}” is still in use.`,
    nothingChanged: 'Nothing was changed.',
    advice: 'Choose a .safetensors file that was saved here or by the inkling command.',
    shippedAdvice: 'Try again later.',
  },

  exporting: {
    title: 'Take away',
    inUse: 'Take this model away',
    formats: {
      safetensors: {
        label: 'Save model',
        good: 'The network itself (.safetensors): load it here again, or use it with the inkling command.',
      },
      onnx: {
        label: 'Save as ONNX',
        good: 'For other programs: Python, servers and phones read it with onnxruntime.',
      },
      page: {
        label: 'Save as a page',
        good: 'A page with the model inside (.html): opens in any browser, without a network, and reads what one draws.',
      },
      card: {
        label: 'Save model card',
        good: 'A page about it (.md, in English): layers, training, results and limits.',
      },
    },
    saved: (name: string, size: number) => `Saved: ${name}, ${bytes(size)}.`,
    unchanged: 'The model is as it was. Try again.',
  },

  standalone: {
    pad: 'Pad: write a number here with mouse, pen or finger',
    starting: 'Getting ready to read…',
    noScript:
      'This page reads with JavaScript, which is switched off here. Open it in a browser that runs it.',
    model: 'The model',
    data: (data: string) => `Learned from: ${data}`,
    protocol: (protocol: string) => `Measured: ${protocol}`,
    alone:
      'The model and all that reads with it are in this one file: it asks nothing of any network.',
    unsure: 'unsure',
    broken: 'Nothing can be read any more. Open this page again.',
  },

  test: {
    title: 'Predict a test file',
    empty:
      'A test.csv, like the training file but without labels: every image is read, and the answers become a submission.csv.',
    by: 'Answered by',
    measured: (accuracy: number) => `${percent(accuracy)} measured`,
    choose: 'Choose a test.csv',
    needsModel: 'A model is needed first.',
    busy: (name: string) => `Predicting ${name}`,
    done: (images: number) => `${counted(images, 'image', 'images')} predicted`,
    submission: 'Download submission.csv',
    predicted: (digit: number) => `Predicted: ${digit}`,
    number: 'No.',
    image: 'Image',
    prediction: 'Prediction',
    byDoubt: 'Predictions by confidence',
    confidence: 'Confidence',
    doubtful: 'Least certain first. Check these by eye.',
    unchanged: 'The model in use is as it was.',
    advice: 'Choose a file of 28 × 28 images, such as Kaggle’s test.csv.',
  },

  about: {
    title: 'About Inkling',
    what: 'Inkling reads handwritten digits, and learns to read them from data that you give it. Both happen in this page alone: one C++ core, compiled to WebAssembly, does the work, and nothing that you draw or choose leaves this device.',
    readingTitle: 'From pen to digit',
    readingSteps: ['strokes', '28 × 28', 'network', 'answer'],
    readingNote:
      'The strokes themselves are read, not the pixels of the screen: they are drawn afresh as MNIST was made, fitted into 20 × 20 and centred by their mass.',
    trainingTitle: 'From file to network',
    trainingSteps: ['train.csv', 'batches', 'correct', 'measure'],
    trainingNote:
      'Images go through the network in batches. How wrong it was says how to correct each weight. Images held out say how well it reads what it never saw.',
    figures: 'The model that reads now',
    figuresNone: 'No model is loaded.',
    modelName: 'Name',
    weights: 'Weights',
    accuracy: 'Measured accuracy',
    unmeasured: 'not stated',
    architecture: 'Layers',
    protocol: 'How it was measured',
    engine: 'Engine',
    release: 'This version',
    version: 'Version',
    licence: 'License',
    source: 'Source code',
    card: 'Model card of the built-in model',
    embed: 'In your own page',
    embedNote: 'A form field for handwritten digits. They are read on the visitor’s device.',
    package: 'Package',
  },
};

/** Every sentence of the page: what each language has to have. */
export type Messages = typeof en;
