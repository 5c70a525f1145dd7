import type { Messages } from './en';
import {
  bytes,
  count,
  counted,
  decimal,
  duration,
  likelihood,
  percent,
  plural,
  speed,
} from './format';

const under = (least: string) => `unter ${least}`;
const images = (value: number) => counted(value, 'Bild', 'Bilder');
const weights = (value: number) => counted(value, 'Gewicht', 'Gewichte');
const epochs = (value: number) => counted(value, 'Epoche', 'Epochen');

const places = {
  top: { left: 'oben links', middle: 'oben', right: 'oben rechts' },
  middle: { left: 'links', middle: 'in der Mitte', right: 'rechts' },
  bottom: { left: 'unten links', middle: 'unten', right: 'unten rechts' },
};

export const de: Messages = {
  name: 'Inkling',
  views: { label: 'Räume', read: 'Lesen', train: 'Trainieren', about: 'Info' },
  noDrop:
    'Hier lassen sich keine Dateien ablegen. Bilder gehören auf die Seite „Lesen“, Daten auf die Karte „Daten“ unter „Trainieren“.',

  language: {
    name: 'Sprache',
    failed: (name) =>
      `„${name}“ konnte nicht geladen werden: Netz oder Server haben nicht geantwortet.`,
  },

  theme: {
    system: 'Farben: wie das System',
    light: 'Farben: hell',
    dark: 'Farben: dunkel',
  },

  engine: {
    name: 'Rechenwerk',
    starting: 'startet',
    failed: 'läuft nicht',
    about:
      'Ein C++-Kern, nach WebAssembly übersetzt, rechnet alles, in eigenen Workern neben der Seite.',
    reading:
      'Ein Worker liest, was geschrieben wird, ein anderer trainiert. Keiner sendet irgendetwas.',
    named: ({ variant, threads }) =>
      `${variant.startsWith('relaxed') ? 'Relaxed SIMD' : 'SIMD'}, ${threads > 1 ? `${count(threads)} Threads` : 'ein Thread'}`,
    reads: (running) => `Liest mit ${running}: das startet am schnellsten.`,
    trains: (running) => `Trainiert mit ${running}.`,
    willTrain: (planned) => `Wird mit ${planned} trainieren.`,
    fellBack: 'Threads sind hier nicht gestartet, also arbeitet nur einer.',
    unknownVariant: (name) => `Ein Rechenwerk „${name}“ gibt es nicht.`,
    unavailableVariant: (name) => `Die Adresse verlangt „${name}“, das hier nicht laufen kann.`,
    others: 'Was hier laufen kann',
    missing: {
      simd: 'dieser Browser hat kein SIMD',
      relaxed: 'dieser Browser hat kein Relaxed SIMD',
      isolated: 'die Seite ist nicht von anderen isoliert, Threads teilen daher keinen Speicher',
      cores: 'dieses Gerät hat nur einen Kern',
    },
  },

  failures: {
    broken: 'Das Rechenwerk ist unerwartet stehen geblieben.',
    noSimd: 'Diesem Browser fehlt das SIMD von WebAssembly. Jeder aktuelle hat es.',
    modelUnreachable:
      'Das Modell konnte nicht geladen werden: Netz oder Server haben nicht geantwortet.',
    templateUnreachable:
      'Die Vorlage der Seite konnte nicht geladen werden: Netz oder Server haben nicht geantwortet.',
    modelTooLarge: 'Diese Datei ist größer als 256 MB: Sie ist kein Modell für diese Seite.',
    emptyFile: 'Diese Datei ist leer.',
    noFiles: 'Darin sind keine Dateien, die Daten sein könnten.',
    workbook: 'Das ist eine Excel-Arbeitsmappe. Bitte als CSV speichern und dieses wählen.',
    pytorch:
      'Das ist eine PyTorch-Datei. Bitte die Bilder als CSV oder IDX speichern und diese Datei wählen.',
    zipDamaged: 'Dieses Zip-Archiv ist beschädigt oder wurde unterwegs abgeschnitten.',
    zipEncrypted: 'Dieses Zip-Archiv hat ein Passwort. Bitte entpacken und wählen, was darin ist.',
    zipEntry: 'Diese Datei konnte nicht entpackt werden: Sie ist beschädigt.',
    zipMethod:
      'Diese Datei ist auf eine Art gepackt, die hier nicht gelesen wird. Bitte selbst entpacken.',
    zipInside: 'Das ist ein Archiv in einem Archiv. Bitte entpacken und für sich wählen.',
    tooManyFiles:
      'Das sind mehr als 200.000 Dateien. Bitte weniger auf einmal wählen oder eine Tabelle mit Bildern.',
    blankPicture: 'In diesem Bild steht nichts, was sich vom Papier abhebt.',
    noPictures:
      'Dieser Browser entpackt Bilder nicht im Hintergrund. Bitte eine Tabelle mit Bildern wählen, etwa ein CSV.',
    canvasScrambled:
      'Dieser Browser verfälscht Bilder zum Schutz vor Tracking. Bitte dieser Seite den Zugriff auf Canvas-Daten erlauben oder einen anderen Browser verwenden.',
    unreadable:
      'Diese Datei konnte nicht zu Ende gelesen werden: Sie ist beschädigt oder wurde währenddessen geändert.',
    gzip: 'Diese .gz-Datei ist beschädigt oder unvollständig. Bitte laden Sie sie erneut herunter.',
    fileTooLarge:
      'Entpackt ist diese Datei größer als 1 GB. Gelesen werden Dateien bis höchstens 1 GB.',
    noData: 'Es gibt noch keine Daten, aus denen gelernt werden kann.',
    noRun:
      'Es gibt keinen abgeschlossenen Lauf, in den man sehen könnte. Bitte noch einmal trainieren.',
    noPicture: 'Diese Datei ist kein Bild, das der Browser zeigen kann, oder sie ist beschädigt.',
    pictureTooLarge:
      'Dieses Bild ist zu groß: Gelesen werden bis zu 120 Millionen Pixel und 100 MB. Bitte verkleinern.',
    cameraDenied:
      'Diese Seite darf die Kamera nicht benutzen. Bitte in den Einstellungen des Browsers für diese Seite erlauben und noch einmal versuchen oder ein Bild wählen.',
    cameraAbsent:
      'Es wurde keine Kamera gefunden. Bitte eine anschließen und noch einmal versuchen oder ein Bild wählen.',
    cameraBusy:
      'Die Kamera liefert kein Bild. Bitte andere Programme schließen, die sie vielleicht benutzen, und noch einmal versuchen.',
    cameraInsecure:
      'Browser geben die Kamera nur Seiten, die über HTTPS kommen. Bitte stattdessen ein Bild wählen.',
    noLabels: 'Diese Ziffern haben keine Beschriftung: Jede braucht die Angabe, was sie zeigt.',
    tooManyDrawings: 'Das sind mehr als 2.000 Ziffern. Bitte einen Teil der Datei wählen.',
    runningElsewhere: 'Dieses Training läuft auf einer anderen Seite weiter.',
    noCheckpoint:
      'Es fand sich kein Training zum Fortsetzen: Es ist weg, oder die Datei wurde nicht hier gesichert, oder sie ist beschädigt.',
    alreadyTraining: 'Es läuft schon ein Training. Bitte anhalten oder das Ende abwarten.',
    dataInUse: 'Ein Training nutzt diese Daten. Zum Ändern bitte das Training stoppen.',
  },

  update: { ready: 'Eine neue Version ist bereit.', reload: 'Neu laden' },

  problem: {
    label: 'Was schiefging',
    dismiss: 'Schließen',
    view: 'In dieser Ansicht ist ein Fehler aufgetreten. Daten und Training sind nicht betroffen.',
  },

  read: {
    title: 'Lesen',
    pad: (strokes) =>
      `Schreibfläche: hier mit Maus, Stift oder Finger eine Zahl schreiben. ${strokes > 0 ? `Darauf: ${counted(strokes, 'Strich', 'Striche')}` : 'Sie ist leer'}`,
    write: 'Eine Zahl schreiben',
    answer: 'Antwort',
    private: 'Alles bleibt auf diesem Gerät.',
    copy: 'Kopieren',
    copied: 'Kopiert',
    copyFailed: 'Der Browser hat das Kopieren nicht erlaubt.',
    tools: 'Schreibfläche',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    erase: 'Radierer',
    clear: 'Leeren',
    pen: 'Stift',
    penOf: (width) => `Stift: ${width.toLowerCase()}`,
    penWidth: 'Stiftbreite',
    penWidths: { fine: 'Fein', medium: 'Mittel', broad: 'Breit' },
    penNote: 'Das ändert nur, was zu sehen ist. Die Ziffern werden gleich gelesen.',
    fingers: 'Auch Finger schreiben',
    onlyPen:
      'Jetzt schreibt nur der Stift. Damit auch Finger schreiben, unter „Stift“ die Option „Auch Finger schreiben“ einschalten.',
    withKeys: (name, keys) => `${name} (${keys})`,
    shortcuts: 'Tastenkürzel',
    singleKeys: 'Einzelne Tasten verwenden',
    singleKeysNote:
      'Sie wirken, solange die Schreibfläche oder die Antwort den Fokus hat. Ein Klick auf die Schreibfläche genügt.',
    correctKey: 'Ziffer korrigieren',
    penKeys: 'Dünnerer oder dickerer Stift',
    boxes: 'Rahmen',
    reading: 'Liest …',
    loading: 'Das Modell ist unterwegs; schreiben geht schon.',
    absent: 'Hier ist noch kein Modell.',
    absentAdvice: 'Eines trainieren oder aus einer Datei laden',
    failed: 'Im Moment kann nichts gelesen werden.',
    retry: 'Noch einmal versuchen',
    broken:
      'Das Rechenwerk ist an dieser Zeichnung stehen geblieben und wurde neu gestartet. Fläche leeren oder weiterschreiben.',
    digits: 'Gelesene Ziffern',
    sure: (probability) => `${percent(probability)} sicher`,
    number: (probability) => `Zahl: ${percent(probability)} sicher`,
    next: (digit, probability) => `danach ${digit}, ${likelihood(probability, under)}`,
    either: (digit, other) => `${digit} oder ${other}`,
    or: (other) => `oder ${other}`,
    both: (probability, other) =>
      `${likelihood(probability, under)} und ${likelihood(other, under)}`,
    none: 'keine Ziffer',
    noDigit: 'Keine Ziffer',
    closest: (digit) => `am ehesten ${digit}`,
    announced: (digit, probability) => `${digit}, ${percent(probability)} sicher`,
    announcedUnsure: (digit, other) => `Unsicher: ${digit} oder ${other}`,
    announcedNone: (digit) => `Keine Ziffer, am ehesten ${digit}`,
    announcedAll: (digits) =>
      `${counted(digits.length, 'Ziffer', 'Ziffern')}: ${digits.join(', ')}`,
    announcedEmpty: 'Die Schreibfläche ist leer.',
    bars: 'Wie wahrscheinlich jede Ziffer ist',
    bar: (digit, probability) => `${digit}: ${percent(probability)}`,
    seen: 'Was das Modell sah',
    seenImage: (digit) =>
      `Die Zeichnung in 28 mal 28 Pixeln, gelesen als ${digit ?? 'keine Ziffer'}`,
    seenNothing: 'Noch nichts',
    seenNote: '28 × 28 Pixel, wie bei MNIST',
  },

  picture: {
    tools: 'Bild',
    choose: 'Bild',
    examples: 'Beispiele',
    examplesTitle: 'Ein Beispielbild ausprobieren',
    example: { note: 'Notiz', postcode: 'Postleitzahl', chalk: 'Tafel' },
    opening: 'Das Bild wird geöffnet …',
    drop: 'Ein Bild mit Ziffern hier ablegen',
    dropHint: 'oder ein Bild hier ablegen',
    shown: (digits) =>
      `Bild: ${digits > 0 ? `${counted(digits, 'Ziffer', 'Ziffern')} darauf gefunden und umrandet` : 'keine Ziffer darauf gefunden'}`,
    back: 'Zurück zur Schreibfläche',
    rotate: 'Drehen',
    crop: 'Zuschneiden',
    cropHint: 'Über die Ziffern ziehen, die gelesen werden sollen.',
    cropFrom: 'Obere linke Ecke des Ausschnitts, mit den Pfeiltasten zu bewegen',
    cropTo: 'Untere rechte Ecke des Ausschnitts, mit den Pfeiltasten zu bewegen',
    cropDone: 'Diesen Teil lesen',
    whole: 'Ganzes Bild',
    blank: 'Dort steht nichts, was sich von seinem Papier abhebt.',
    broken:
      'Das Rechenwerk ist an diesem Bild stehen geblieben und wurde neu gestartet. Zurück zur Schreibfläche gehen oder ein anderes Bild wählen.',
    unchanged: 'Was auf der Fläche war, ist noch da.',
    advice: 'Eine PNG-, JPEG- oder WebP-Datei wählen oder ein Bild mit der Kamera aufnehmen.',
    camera: 'Kamera',
    cameraTitle: 'Ziffern aufnehmen',
    cameraView: 'Was die Kamera sieht',
    waiting:
      'Wartet auf die Kamera. Vielleicht fragt der Browser, ob diese Seite sie benutzen darf.',
    aim: 'Die Ziffern sollten den größten Teil des Bildes füllen. Das Bild bleibt auf diesem Gerät.',
    take: 'Bild aufnehmen',
    cancel: 'Abbrechen',
  },

  correct: {
    title: 'Korrekturen',
    fix: 'Falsch? Korrigieren',
    which: 'Welche Ziffer ist es?',
    orType: 'Sie lässt sich auch tippen, solange die Schreibfläche den Fokus hat.',
    itIs: (digit) => `Das ist eine ${digit}`,
    corrected: 'Von Hand korrigiert',
    readAs: (digit) => `gelesen als ${digit}`,
    forget: 'Korrektur nicht behalten',
    forgotten: 'Die Korrektur wurde nicht behalten.',
    said: (digit) => `${digit}, von Hand korrigiert`,
    announced: (digit, drawings) =>
      `Korrigiert: Das ist eine ${digit}. ${counted(drawings, 'Zeichnung', 'Zeichnungen')} in den Korrekturen.`,
    summary: (drawings) =>
      drawings > 0 ? counted(drawings, 'Zeichnung', 'Zeichnungen') : 'Falsch gelesene Ziffern',
    empty:
      'Wird eine Ziffer falsch gelesen, die richtige bei den Balken wählen oder tippen: Ihre Zeichnung wird hier gesammelt.',
    private: 'Dieser Browser bewahrt sie auf; sie verlassen dieses Gerät nie.',
    unsaved:
      'Dieser Browser bewahrt für die Seite nichts auf oder hat keinen Platz mehr: Diese hier bleiben, bis sie geschlossen wird. Am besten als Datei sichern.',
    drawing: (digit) => `Eine Zeichnung der ${digit}`,
    remove: (digit) => `Diese Zeichnung der ${digit} entfernen`,
    removeAll: 'Alle entfernen',
    removed: (drawings) => `${counted(drawings, 'Zeichnung', 'Zeichnungen')} entfernt.`,
    undo: 'Zurückholen',
    saveStrokes: 'Als Striche sichern',
    saveCsv: 'Als CSV sichern',
    load: 'Aus Datei laden',
    loading: (name) => `${name} wird gelesen…`,
    joined: (drawings) =>
      `${counted(drawings, 'Zeichnung', 'Zeichnungen')} gelesen und aufgenommen.`,
    imagesOnly: (drawings) =>
      `${counted(drawings, 'kam als Bild', 'kamen als Bilder')}: Das steht nur in der CSV-Datei.`,
    unchanged: 'Die Korrekturen sind, wie sie waren.',
    advice:
      'Eine Datei mit beschrifteten Ziffern wählen: Striche als .jsonl oder eine CSV-Datei wie Kaggles train.csv.',
    learn: 'Daraus lernen',
    learnNote:
      'Eine Kopie des Modells lernt, diese richtig zu lesen, und übt dabei Ziffern, die Inkling zeichnet, um wenig zu vergessen.',
    few: (limit) =>
      `Mit weniger als ${count(limit)} Korrekturen liest das Modell andere Ziffern womöglich schlechter.`,
    learning: 'Lernt aus den Korrekturen…',
    learned: (right, all, before) =>
      `${count(right)} von ${counted(all, 'Korrektur', 'Korrekturen')} jetzt richtig gelesen, zuvor ${count(before)}.`,
    rehearsed: (digits, before, after) =>
      `Von ${count(digits)} Ziffern, die Inkling zeichnete und aus denen nicht gelernt wurde: ${percent(before)} zuvor richtig, ${percent(after)} danach.`,
    adapted: 'Jetzt liest ein Modell, das aus den Korrekturen gelernt hat.',
    modelFleeting:
      'Dieser Browser hat das Modell nicht aufbewahrt: Es liest, bis die Seite geschlossen wird.',
    unlearn: 'Lernen zurücknehmen',
    learnAdvice: 'Noch einmal versuchen oder Korrekturen entfernen, die falsch sein könnten.',
    learnOvertaken:
      'Inzwischen wird ein anderes Modell benutzt, darum wurde das Lernen abgebrochen. Die Korrekturen sind noch da.',
  },

  why: {
    title: 'Warum',
    summary: (answer, rival) => `Was für ${answer} spricht und was für ${rival}`,
    summaryEmpty: 'Was für eine Antwort spricht und was dagegen',
    empty:
      'Eine Ziffer schreiben: Hier erscheint, welche ihrer Teile entschieden und was jede Schicht sah.',
    busy: 'Wird ausgerechnet …',
    failed: 'Das konnte nicht ausgerechnet werden. Zeichnung und Antwort sind, wie sie waren.',
    mapTitle: 'Welche Pixel entschieden',
    mapNote:
      'Jede Stelle wurde der Reihe nach geändert, Tinte zu Papier und Papier zu Tinte: Je mehr das kosten würde, desto kräftiger die Farbe. Auch Papier spricht.',
    speaksFor: (digit) => `spricht für ${digit}`,
    map: (said) => `Wärmebild der Zeichnung. ${said.join('. ')}.`,
    loudest: (digit, place) =>
      place
        ? `Für ${digit} spricht am meisten ${{ ink: 'die Tinte', paper: 'das leere Papier' }[place.what]} ${places[place.down][place.across]}`
        : `Nichts spricht für ${digit}`,
    layers: 'Was aus jeder Schicht kam',
    layersNote: 'Je kräftiger die Tinte, desto höher der Wert neben den anderen der Schicht.',
    shape: (height, width, channels) =>
      height * width > 1
        ? `${counted(channels, 'Kanal', 'Kanäle')} mit ${count(height)} × ${count(width)}`
        : counted(channels, 'Zahl', 'Zahlen'),
    channels: (name, channels) => `Was aus ${name} kam: ${counted(channels, 'Bild', 'Bilder')}`,
    last: (ranked) => `Ziffern von der höchsten Zahl zur niedrigsten: ${ranked.join(', ')}`,
  },

  train: {
    title: 'Trainieren',
    open: (name) => `${name} zeigen`,
    close: (name) => `${name} verbergen`,
    missing: 'Dieser Raum konnte nicht geladen werden: Netz oder Server haben nicht geantwortet.',
    reload: 'Seite neu laden',
  },

  data: {
    title: 'Daten',
    drop: 'Eine train.csv oder einen Ordner mit Bildern hier ablegen',
    empty:
      'Bilder von Ziffern mit ihren Labels: die train.csv von Kaggle oder eine ähnliche Tabelle, die Dateien von MNIST selbst oder Bilder in Ordnern, die nach ihrer Ziffer heißen.',
    forms:
      'CSV, ARFF, IDX, NumPy (.npy, .npz), Striche (.jsonl, .json), PNG und JPEG. Das Label eines Bildes kann auch in seinem Namen oder in einer labels.csv stehen. Eine Datei oder mehrere, auch als .gz oder in einer .zip.',
    choose: 'Dateien wählen',
    chooseFolder: 'Ordner wählen',
    another: 'Andere wählen',
    add: 'Dateien hinzufügen',
    corrections: (drawings) =>
      `${counted(drawings, 'eigene Korrektur', 'eigene Korrekturen')} hinzufügen`,
    correctionsName: 'Eigene Korrekturen',
    named: (first, more) => (more > 0 ? `${first} und ${count(more)} weitere` : first),
    files: (files) => `aus ${counted(files, 'Datei', 'Dateien')}`,
    skippedFiles: (files) => `${counted(files, 'Datei wurde', 'Dateien wurden')} ausgelassen`,
    moreSkippedFiles: (files) => `Und ${count(files)} weitere.`,
    sample: 'Mit Beispieldaten versuchen',
    sampleName: 'Beispieldaten',
    sampleNote: `4.000 Ziffern, von einem Stift nach Startwert gezeichnet: genug, um alles arbeiten zu sehen.`,
    presetChosen: (preset) =>
      `Vorlage auf „${preset}“ geändert. Damit sind die Beispieldaten in Sekunden gelernt.`,
    presetBack: (preset) => `„${preset}“ behalten`,
    opening: (name) => `${name} wird gelesen`,
    read: (done, total) => `${bytes(done)} von ${bytes(total)}`,
    cancel: 'Abbrechen',
    summary: (all, classes, repaired, leftOut) =>
      [
        images(all),
        classes > 0 ? counted(classes, 'Klasse', 'Klassen') : 'keine Labels',
        repaired > 0 ? `${counted(repaired, 'Zelle', 'Zellen')} repariert` : 'nichts repariert',
        ...(leftOut > 0 ? [`${counted(leftOut, 'Zeile', 'Zeilen')} ausgelassen`] : []),
      ].join(', '),
    shape: 'Form',
    shapeValue: (rows, columns) => `${count(rows)} × ${count(columns)}`,
    shapeNote: 'Zeilen × Spalten',
    shapeOfImages: (all) => `${count(all)} × 28 × 28`,
    shapeOfImagesNote: 'Bilder × Pixel',
    format: 'Format',
    repaired: 'Repariert',
    nothingRepaired: 'Nichts: Jede Zelle ist eine Zahl von 0 bis 255.',
    repairedCells: (cells) =>
      `${counted(cells, 'Zelle fehlte oder war keine Zahl und wurde', 'Zellen fehlten oder waren keine Zahlen und wurden')} als 0 gelesen.`,
    rowsLeftOut: 'Ausgelassene Zeilen',
    allRowsUsed: 'Keine: Alle werden verwendet.',
    rowsUsed: (used, all, leftOut) =>
      `${count(used)} von ${counted(all, 'Zeile', 'Zeilen')} verwendet, ${count(leftOut)} ausgelassen.`,
    histogram: 'Bilder je Ziffer',
    histogramBar: (digit, all) => `${digit}: ${images(all)}`,
    predictable:
      'Diese Bilder haben keine Labels. Trainieren kann man damit nicht, aber ein Modell kann sie vorhersagen.',
    predict: 'Diese Bilder vorhersagen',
    missing: (digits) =>
      `Keine Bilder von ${digits}. Zum Training braucht es Bilder von jeder Ziffer.`,
    unchanged: (name) => `„${name}“ ist noch geladen.`,
    nothingChanged: 'Nichts wurde geändert.',
    advice: 'Andere Dateien wählen oder mit Beispieldaten versuchen.',
    lost: 'Die Daten sind nicht mehr im Speicher.',
  },

  appearance: {
    inverted: 'Diese Bilder sind dunkel auf hell. Inkling erwartet hell auf dunkel.',
    invert: 'Umkehren',
    invertDone: 'Bilder umgekehrt.',
    sideways: 'Diese Ziffern liegen auf der Seite, wie in EMNIST. Inkling erwartet sie aufrecht.',
    turn: 'Aufrichten',
    turnDone: 'Bilder aufgerichtet.',
    notUpright: 'Diese Ziffern stehen nicht aufrecht. Bitte die Bilder drehen und neu wählen.',
    undo: 'Rückgängig',
  },

  gallery: {
    title: 'Alle Bilder',
    filter: 'Welche Bilder gezeigt werden',
    all: 'Alle',
    described: (all) =>
      `${images(all)}. Pfeiltasten, Bild auf, Bild ab, Pos1 und Ende führen von einem zum anderen.`,
    image: (number, label) =>
      label === undefined ? `Bild ${count(number)}` : `Bild ${count(number)}: eine ${label}`,
    number: (number) => `Bild ${count(number)}`,
    labelled: (label) => `Label: ${label}`,
    noneShown: 'Von dieser Ziffer gibt es keine Bilder.',
    mean: (digit) => `Das mittlere Bild der ${digit}`,
    noneFound: 'Keine.',
    changed: 'Geändert',
    doubted: 'Label wohl falsch',
    duplicates: 'Wohl doppelt',
    findDuplicates: 'Doppelte suchen',
    findDoubted: 'Falsche Labels suchen',
    looking: 'Alle Bilder werden durchgesehen',
    needsModel:
      'Falsche Labels verraten sich durch das Urteil eines Netzes: Erst eines trainieren.',
    excluded: 'ausgelassen',
    nowLabelled: (label) => `jetzt ${label}`,
    readAs: (digit, probability, loss) =>
      `Gelesen als ${digit}. Das Label hat die Wahrscheinlichkeit ${likelihood(probability, under)}, der Verlust ist ${decimal(loss)}.`,
    sameAs: (others, more) =>
      `Dasselbe wie ${others}${more > 0 ? ` und ${count(more)} weitere` : ''}.`,
    likeOf: (others, more) =>
      `Fast dasselbe wie ${others}${more > 0 ? ` und ${count(more)} weitere` : ''}.`,
    relabel: 'Label',
    labelIt: (digit) => `Label ${digit} geben`,
    leaveOut: 'Auslassen',
    takeIn: 'Wieder aufnehmen',
    keys: 'Unter den Bildern geben 0 bis 9 dem gewählten ein Label, x lässt es aus, u macht rückgängig.',
    overrides: (relabelled, omitted) =>
      `${count(relabelled)} mit neuem Label, ${count(omitted)} ausgelassen`,
    overridesNote: 'Das nächste Training lernt aus den geänderten Daten.',
    undo: 'Rückgängig',
    reset: 'Alle Änderungen zurücknehmen',
    saveOverrides: 'Änderungen speichern',
    saveData: 'Geänderte Daten speichern',
  },

  importIssues: {
    title: 'Alle einzeln',
    file: 'Datei',
    row: 'Zeile',
    column: 'Spalte',
    found: 'Was dort steht',
    why: 'Warum',
    missing: 'nichts',
    values: (found, wanted) => `Sie hat ${found} Werte statt ${count(wanted)}.`,
    label: (found) => `Das Label ist „${found}“; Labels sind 0 bis 9.`,
    noLabel: 'Das Label fehlt.',
    pixel: (found, most) => `${found} liegt nicht zwischen 0 und ${count(most)}.`,
    strokes: (found) => `Nicht als Striche lesbar: ${found}.`,
    listed: (shown, kept, all) =>
      `${count(shown)} von ${count(all)} werden gezeigt, ${count(kept)} stehen in der Datei.`,
    save: 'Liste speichern',
  },

  glossary: {
    what: (word) => `Was bedeutet „${word}“?`,
    epoch:
      'Ein Durchgang durch alle Trainingsbilder. In jeder Epoche sieht das Netz jedes Bild einmal.',
    loss: 'Wie weit die Vorhersagen von den Labels abweichen. Das Training senkt ihn, 0 wäre perfekt.',
    conv: 'Faltung: Kleine Filter gleiten über das Bild und finden Kanten, Bögen und andere Formen.',
    norm: 'Normalisierung: bringt alle Werte auf eine ähnliche Größe. So wird das Training schneller und stabiler.',
    relu: 'Rectified Linear Unit: setzt negative Werte auf 0. So lernt ein Netz mehr als gerade Linien.',
    pool: 'Pooling: behält den größten Wert jedes kleinen Fensters und verkleinert so das Bild.',
    dropout:
      'Blendet beim Training zufällig Werte aus, damit das Netz sich auf keinen einzelnen verlässt.',
    flatten: 'Legt ein Bild als eine Zeile von Zahlen aus.',
    dense: 'Vollständig verbunden: Jede Ausgabe wird aus allen Eingaben berechnet.',
  },

  network: {
    title: 'Netz',
    preset: 'Vorlage',
    presets: {
      article: {
        title: 'Tutorial-Netz',
        description:
          'Zwei verborgene Schichten. Das fertige Modell mittelt die letzten Gewichte und wird so stabiler.',
      },
      fast: {
        title: 'Schnell',
        description: 'Ein kleines Faltungsnetz. Bei MNIST nach wenigen Epochen über 99 %.',
      },
      accurate: {
        title: 'Genau',
        description:
          'Ein tieferes Faltungsnetz, trainiert mit veränderten Bildern. Es macht die wenigsten Fehler.',
      },
    },
    summary: (title, all) => `${title}, ${weights(all)}`,
    layer: 'Schicht',
    output: 'Ausgabe',
    weights: 'Gewichte',
    total: 'Insgesamt',
    starting: 'Das Rechenwerk startet …',
    note: 'Gewichte sind die Zahlen, die das Training findet. Ausgabe ist die Form dessen, was eine Schicht weitergibt.',
    own: 'Eigenes Netz',
    ownNote: (preset) => `Eigene Schichten, trainiert wie „${preset}“.`,
    replaced: 'Ihre eigenen Schichten sind jetzt nicht in Gebrauch.',
    bringBack: 'Zurückholen',
    counts: weights,
    multiplyAdds: 'Multiplikationen mit Addition',
    epochTakes: (ms, all) =>
      `${ms < 1000 ? 'unter 1 s' : `etwa ${duration(ms)}`} je Epoche mit ${count(all)} Bildern`,
    measuring: 'Es wird gemessen, wie schnell es hier trainiert …',
    layers: 'Schichten',
    edit: 'Schichten bearbeiten',
    editDone: 'Fertig',
    addKind: 'Art der Schicht',
    add: 'Schicht hinzufügen',
    undo: 'Rückgängig',
    toPreset: 'Zurück zur Vorlage',
    asText: 'Als eine Zeile',
    asTextNote:
      'Striche trennen die Schichten. Alt mit Pfeiltaste verschiebt oben die Schicht mit dem Fokus; Strg+Z macht rückgängig.',
    fields: {
      size: 'Größe',
      channels: 'Kanäle',
      window: 'Fenster',
      share: 'Anteil weggelassen',
      units: 'Ausgaben',
    },
    fieldOf: (field, place) => `${field}, Schicht ${count(place)}`,
    wholePatches: 'Nur innen, ohne Rand',
    kinds: {
      conv: 'conv: Filter, die über das Bild gleiten',
      norm: 'norm: bringt Werte auf ein Maß',
      relu: 'relu: setzt auf 0, was darunter liegt',
      pool: 'pool: behält den größten Wert jedes Fensters',
      dropout: 'dropout: verbirgt beim Lernen einige Werte',
      flatten: 'flatten: das Bild als eine Reihe',
      dense: 'dense: jeder Eingang zu jedem Ausgang',
    },
    up: (place) => `Schicht ${count(place)} nach oben`,
    down: (place) => `Schicht ${count(place)} nach unten`,
    remove: (place) => `Schicht ${count(place)} entfernen`,
  },

  share: {
    copy: 'Link kopieren',
    copied: 'Der Link ist kopiert: Er öffnet dieses Netz mit diesen Einstellungen.',
    denied: 'Der Browser ließ den Link nicht kopieren. Hier ist er:',
    link: 'Link zu diesem Netz',
    noSetting: (name) => `Dieser Link setzt „${name}“; eine solche Einstellung gibt es hier nicht.`,
    noValue: (name, value) => `Dieser Link setzt „${name}“ auf „${value}“, was nicht geht.`,
    unchanged: 'Netz und Einstellungen sind, wie sie waren.',
    advice: 'Den Link noch einmal erbitten, oder von Hand einstellen, was er einstellen sollte.',
  },

  run: {
    title: 'Lauf',
    settings: 'Einstellungen',
    summary: (preset, all, batch, rate) =>
      `${preset}, ${epochs(all)}, ${count(batch)} je Batch, Rate ${decimal(rate)}`,
    epochs: 'Epochen',
    takes: (ms) => (ms < 1000 ? 'Insgesamt unter 1 s' : `Insgesamt etwa ${duration(ms)}`),
    batch: 'Batch',
    batchNote: 'Bilder je Anpassung der Gewichte.',
    updates: (updates) => `${counted(updates, 'Anpassung', 'Anpassungen')} je Epoche`,
    rate: 'Lernrate',
    rateNote: 'Schrittweite jeder Anpassung.',
    validation: 'Validierung, %',
    validationNote: 'Anteil der Bilder, der nicht trainiert wird, sondern die Genauigkeit misst.',
    heldOut: (images, all) => `${count(images)} von ${count(all)} Bildern`,
    seed: 'Startwert',
    seedNote: 'Derselbe Startwert gibt dieselben Gewichte.',
    augment: 'Augmentierung',
    augmentNote:
      'Jedes Bild in jeder Epoche neu ein wenig drehen, verschieben und dehnen. Nie spiegeln.',
    range: (least, most) => `Eine Zahl von ${least} bis ${most}.`,
    wholeRange: (least, most) => `Eine ganze Zahl von ${least} bis ${most}.`,
    schedule: 'Verlauf der Rate',
    scheduleNote: 'Wie sich die Lernrate im Training ändert.',
    schedules: {
      constant: 'Gleichbleibend',
      'one-cycle': 'Ein Zyklus: hinauf, dann hinab',
      cosine: 'Kosinus: stets hinab',
    },
    steady: (rate) => `Lernrate: durchweg ${rate}`,
    curve: (first, peak, last) => `Lernrate: anfangs ${first}, höchstens ${peak}, zuletzt ${last}`,
    more: 'Weitere Einstellungen',
    optimiser: 'Optimierer',
    optimiserNote: 'Was die Gewichte korrigiert; Muon die Matrizen innerer Schichten.',
    decay: 'Gewichtszerfall',
    decayNote: 'Was Gewichte je Schritt verlieren, mal Rate.',
    smoothing: 'Label-Glättung',
    smoothingNote: 'Anteil des Ziels, den alle zehn Ziffern bekommen.',
    average: 'Mittel der Gewichte',
    averageNote: 'Wie viel vom Mittel ein Schritt übrig lässt; 0 für keines.',
    patience: 'Geduld, Epochen',
    patienceNote: 'Endet nach so vielen ohne besseres Lesen zurückgehaltener Bilder; 0 für nie.',
    patienceHeldOut: 'Braucht zurückgehaltene Bilder: Validierung über 0 setzen.',
    patienceKeepsBest: 'Gehört zu den Gewichten der besten Epoche.',
    keep: 'Behaltene Gewichte',
    keepNote: 'Welche das Ergebnis sind.',
    keeps: { best: 'Die der besten Epoche', last: 'Die der letzten Epoche' },
    preview: 'Was das Training sieht',
    previewNote: 'Das erste jeder Reihe ist aus den Daten, die anderen sind daraus gemacht.',
    previewEmpty: 'Daten wählen, um zu sehen, was die Augmentierung daraus macht.',
    previewImage: (row) => `Bild ${count(row)}`,
    previewVariant: (row, variant) => `Bild ${count(row)}, Änderung ${count(variant)}`,
    strengths: 'Wie weit Bilder verändert werden',
    strengthsNote:
      'Jeder Wert ist das Äußerste nach beiden Seiten; 0 lässt die Bilder, wie sie sind.',
    strength: {
      rotation: 'Drehung, Grad',
      scale: 'Größe, Anteil',
      aspect: 'Breite zu Höhe, Anteil',
      shear: 'Neigung, Anteil',
      shift: 'Verschiebung, Pixel',
      stroke: 'Strichstärke, Pixel',
      'stroke chance': 'Anteil mit anderen Strichen',
      elastic: 'Verbiegung, Pixel',
      blur: 'Unschärfe, Pixel',
      noise: 'Rauschen, von Papier bis Tinte',
    },
    rateNow: 'Lernrate jetzt',
    halve: 'Halbieren',
    double: 'Verdoppeln',
    toSchedule: 'Zurück zum Verlauf',
    rateScaled: (scale) => `das ${decimal(scale)}-Fache des Verlaufs`,
    unfit: 'Eine Schicht des Netzes passt nicht.',
    endedEarly: (all, ms) => `Früher beendet: ${epochs(all)} in ${duration(ms)}`,
    start: 'Trainieren',
    again: 'Neu trainieren',
    pause: 'Pause',
    resume: 'Weiter',
    stop: 'Stopp',
    needsData: 'Zuerst Daten wählen.',
    needsLabels: 'Diese Daten haben keine Labels.',
    needsNetwork: 'Es gibt noch kein Netz zum Trainieren.',
    opening: 'Die Daten werden gelesen.',
    ready: 'Bereit.',
    invalid: 'Eine Einstellung liegt außerhalb ihres Bereichs.',
    beginning: 'Wird vorbereitet …',
    stopping: 'Wird gestoppt …',
    epoch: (epoch, all) => `Epoche ${count(epoch)} von ${count(all)}`,
    speed: (perSecond) => `${speed(perSecond)}\u00a0Bilder/s`,
    left: (ms) => `noch ${duration(ms)}`,
    paused: 'Pause',
    finished: (all, ms) => `Fertig: ${epochs(all)} in ${duration(ms)}`,
    stopped: (all) => `Nach ${epochs(all)} gestoppt`,
    failed: 'Der Lauf ist gescheitert',
    controls: 'Training',
    progress: 'Fortschritt des Trainings',
    modelUnchanged: 'Das Modell zum Lesen ist, wie es war.',
    bestWeightsSaved: 'Die besten Gewichte bisher sind unten aufbewahrt.',
    advice: 'Noch einmal starten, vielleicht mit kleinerer Lernrate.',
    adviceBroken: 'Falls die Daten oben fehlen, neu wählen; dann noch einmal starten.',
    chip: (share) => `Training, ${percent(Math.floor(share * 100) / 100)}`,
  },

  checkpoints: {
    interrupted: (epoch, all) =>
      `Ein Training wurde in Epoche ${count(epoch)} von ${count(all)} unterbrochen`,
    begun: (when) => `begonnen ${when}`,
    resume: 'Fortsetzen',
    discard: 'Verwerfen',
    restarted: (times) =>
      times === 1
        ? 'Die Engine brach unerwartet ab. Das Training ging vom letzten Zwischenstand aus weiter.'
        : `Die Engine brach ${count(times)}-mal unerwartet ab. Das Training ging jedes Mal vom letzten Zwischenstand aus weiter.`,
    brokeAgain:
      'Sie brach an derselben Stelle wieder ab, darum geht das Training nicht von selbst weiter. Das Modell zum Lesen ist, wie es war.',
    full: 'Der Browser hat keinen Platz mehr, um dieses Training zu behalten: Wird die Seite geschlossen, ist es verloren. Als Datei gesichert lässt es sich später fortsetzen.',
    denied:
      'Dieser Browser behält nichts für die Seite: Wird sie geschlossen, ist dieses Training verloren. Als Datei gesichert lässt es sich später fortsetzen.',
    save: 'Bisheriges Training sichern',
    load: 'Von einem Checkpoint fortsetzen',
    dataGone: 'Die Daten dieses Trainings ließen sich nicht zurückholen.',
    dataAdvice: 'Die Seite neu laden oder das Training verwerfen.',
  },

  runs: {
    title: 'Läufe',
    summary: (runs) =>
      runs > 0 ? `${counted(runs, 'Lauf', 'Läufe')} gespeichert` : 'Noch keine Läufe',
    empty:
      'Beendete Läufe werden in diesem Browser gespeichert. Sie können sie vergleichen, ihre Modelle verwenden oder sie wiederholen.',
    hint: 'Läufe ankreuzen, um ihre Kurven übereinanderzulegen.',
    columns: {
      name: 'Name',
      begun: 'Begonnen',
      data: 'Daten',
      network: 'Netz',
      epochs: 'Epochen',
      elapsed_ms: 'Dauer',
      accuracy: 'Validierung',
    },
    compare: 'Vergleichen',
    compareOne: (name) => `${name} vergleichen`,
    nameOf: (name) => `Name des Laufs ${name}`,
    actions: 'Was sich damit tun lässt',
    use: (name) => `Mit ${name} lesen`,
    used: (name) => `„${name}“ liest jetzt den Block.`,
    again: (name) => `${name} mit Änderungen noch einmal`,
    save: (name) => `${name} als Datei sichern`,
    remove: (name) => `${name} entfernen`,
    removed: (runs) => `${counted(runs, 'Lauf', 'Läufe')} entfernt.`,
    load: 'Lauf laden',
    overlay: 'Kurven',
    measure: 'Was gezeichnet wird',
    described: (measure, runs) => `${measure} über die Epochen. ${runs.join('; ')}`,
    unsaved: (runs) =>
      `Der Browser hatte keinen Platz für ${counted(runs, 'Lauf', 'Läufe')} oder behält nichts für die Seite: Vor dem Schließen als Datei sichern, was gebraucht wird.`,
    unchanged: 'Die Läufe oben sind, wie sie waren.',
    advice: 'Eine Datei wählen, die auf .inkling-run.json endet.',
    otherSettings: 'Die Einstellungen dieses Laufs stammen von einer anderen Version von Inkling.',
    refused: {
      tooLarge: () => 'Diese Datei ist größer als 128 MB: Sie ist kein Lauf.',
      notJson: () => 'Diese Datei ist kein Lauf: Sie ist kein JSON oder abgeschnitten.',
      otherFile: () => 'Diese Datei ist kein Lauf, den Inkling gesichert hat.',
      newer: () => 'Diesen Lauf hat eine andere Version von Inkling gesichert.',
      damaged: (field) => `Dieser Lauf ist beschädigt: „${field}“ fehlt oder ist fehlerhaft.`,
    },
  },

  charts: {
    loss: 'Verlust',
    lossNote: 'Wie falsch die Antworten sind: weniger ist besser.',
    accuracy: 'Genauigkeit',
    accuracyNote: 'Anteil richtig gelesener Bilder: mehr ist besser.',
    batch: 'Batch',
    training: 'Training',
    validation: 'Validierung',
    best: (epoch) => `Beste Epoche: ${epoch}`,
    described: (name, all, training, validation) =>
      `${name} nach ${epochs(all)}: Training ${training}, Validierung ${validation}`,
    tools: 'Darstellung der Diagramme',
    axis: 'Waagrechte Achse',
    horizontal: { epoch: 'Epoche', step: 'Schritt', time: 'Zeit (s)' },
    log: 'Verlust logarithmisch',
    smoothing: 'Glättung',
    smoothed: 'Die Linien sind geglättet; Werte, Tabelle und CSV sind wie gemessen.',
    csv: 'Werte (CSV)',
    png: (name) => `Diagramm „${name}“ als PNG speichern`,
    values: 'Werte jeder Epoche',
    table: (name) => `${name} als Tabelle`,
    tableEmpty: 'Werte gibt es am Ende der ersten Epoche.',
    of: (name, line) => `${name}, ${line}`,
  },

  tutorial: {
    enter: 'Tutorial: von train.csv zu submission.csv',
    enterNote: 'Zehn Schritte. Jeder zeigt, was er mit Ihren Daten macht.',
    title: 'Tutorial',
    source: 'Folgt dem üblichen Keras-Tutorial zu diesem Kaggle-Wettbewerb:',
    leave: 'Verlassen',
    back: 'Zurück',
    next: 'Weiter',
    finish: 'Fertig',
    step: (step, steps) => `Schritt ${count(step)} von ${count(steps)}`,
    needsData: 'Wählen Sie Daten mit Labels oder die Beispieldaten, um fortzufahren.',
    needsNetwork: 'Verwenden Sie das Tutorial-Netz, um fortzufahren.',
    needsTraining: 'Trainieren Sie das Netz, um fortzufahren.',
    take: 'Tutorial-Netz verwenden',
    taken: 'Tutorial-Netz ausgewählt',
    labels: (images) => `${counted(images, 'Label', 'Labels')} wie dieses`,
    pixels: (images) => `${count(images)} × 784 Pixel, von 0 für Papier bis 255 für Tinte`,
    stretch: (row, column) => `Zehn Pixel der Zeile ${count(row)}, ab Spalte ${count(column)}`,
    before: 'Vorher',
    after: 'Nachher',
    digit: 'Ziffer',
    becomes: (label) => `Aus ${label} wird`,
    training: 'Bilder zum Lernen',
    validation: 'Bilder zurückgehalten',
    seed: (seed) =>
      `Gezogen mit dem Startwert ${seed}: Derselbe hält dieselben Bilder zurück. Startwert und Anteil lassen sich unter „Lauf“ einstellen.`,
    steps: {
      read: {
        title: 'Die Datei lesen',
        note: 'Die Datei ist eine Tabelle: eine Zeile für jedes Bild, eine Spalte für sein Label und eine für jedes seiner 784 Pixel.',
      },
      apart: {
        title: 'Label und Pixel trennen',
        note: 'Das Label sagt, was das Bild zeigt: Das soll gelernt werden. Die Pixel sind das, woraus gelernt wird.',
      },
      mend: {
        title: 'Fehlendes ersetzen',
        note: 'Eine Zelle, die leer oder keine Zahl ist, wird 0, also Papier. Wie viele es waren, wird gesagt.',
      },
      divide: {
        title: 'Durch 255 teilen',
        note: 'Ein Netz lernt am besten aus kleinen Zahlen: Jedes Pixel wird eine Zahl von 0 bis 1.',
      },
      shape: {
        title: 'Zurück in die Form',
        note: 'Die 784 Zahlen einer Zeile werden wieder ein Bild: 28 Zeilen zu 28 Pixeln mit einem Kanal, Grau.',
      },
      oneHot: {
        title: 'One-hot',
        note: 'Das Netz antwortet mit zehn Zahlen, einer für jede Ziffer. Darum wird auch das Label zu zehn Zahlen: 1 an seiner Stelle, sonst 0.',
      },
      split: {
        title: 'Einen Teil zurückhalten',
        note: 'Aus diesen Bildern lernt das Netz nie: Sie zeigen, wie gut es liest, was es nicht gesehen hat.',
      },
      network: {
        title: 'Das Netz',
        note: 'Flatten, Dense 128 mit ReLU, Dense 64 mit ReLU, Dense 10 mit Softmax: zusammen 109.386 Gewichte.',
      },
      train: {
        title: 'Trainieren',
        note: 'Adam berichtigt die Gewichte nach je 32 Bildern, nach der Kreuzentropie der Antworten, mit einer Rate von 0,001; zehnmal durch alle Bilder. Starten Sie das Training unten: Für jede Epoche erscheint eine Zeile.',
      },
      predict: {
        title: 'Messen und vorhersagen',
        note: 'Wie gut die zurückgehaltenen Bilder gelesen werden, insgesamt und nach Ziffern. Wählen Sie dann eine test.csv: Die Antworten darauf sind die submission.csv.',
      },
    },
  },

  results: {
    title: 'Ergebnisse',
    summary: (accuracy) => `${percent(accuracy)} Genauigkeit bei der Validierung`,
    none: 'Nach dem Training stehen hier Genauigkeit und Fehler.',
    validation: 'Genauigkeit der Validierung',
    validationNote: (right, all) =>
      `${count(right)} von ${count(all)} zurückgehaltenen ${plural(all, { one: 'Bild', other: 'Bildern' })} richtig gelesen`,
    drawn:
      'Diese Ziffern hat Inkling selbst gezeichnet. Echte Handschrift ist schwieriger, dort ist die Genauigkeit geringer.',
    unmeasured: 'Nichts wurde zurückgehalten, also wurde die Genauigkeit nicht gemessen.',
    tooShort:
      'Der Lauf endete vor seiner ersten Epoche, also wurde die Genauigkeit nicht gemessen.',
    bestEpoch: (epoch) => `Gewichte der Epoche ${count(epoch)}, der besten bei der Validierung.`,
    used: 'Dieses Modell liest jetzt',
    next: {
      title: 'Wie es weitergeht',
      test: 'Eine Testdatei beantworten',
      use: 'Mit eigener Ziffer ausprobieren',
      mistakes: 'Seine Fehler ansehen',
      export: 'Es mitnehmen',
    },
    confusion: 'Verwechslungsmatrix',
    confusionNote: 'Zeilen: was es ist. Spalten: was gelesen wurde.',
    confusionCell: (truth, predicted, all) => `${truth} als ${predicted} gelesen: ${count(all)}`,
    mostConfused: (truth, predicted, all) =>
      `Am häufigsten falsch: ${truth} als ${predicted} gelesen, ${counted(all, 'Mal', 'Mal')}.`,
  },

  mistakes: {
    choose:
      'Eine Zelle wählen, um ihre Bilder zu sehen; die Pfeiltasten führen von Zelle zu Zelle.',
    title: 'Fehler und Konfidenz',
    close: 'Schließen',
    surestFirst: 'Die sichersten zuerst.',
    none: 'Hier ist kein Bild.',
    noMistake: 'Kein Bild der Validierung wird falsch gelesen.',
    classes: 'Ziffer für Ziffer',
    classesNote:
      'Präzision: Anteil des so Gelesenen, der es ist. Trefferquote: Anteil dessen, was es ist, das so gelesen wurde. F1: beides in einer Zahl.',
    digit: 'Ziffer',
    precision: 'Präzision',
    recall: 'Trefferquote',
    f1: 'F1',
    images: 'Bilder',
    reliability: 'Verlässlichkeit',
    reliabilityNote:
      'Ein Balken zeigt, wie oft etwa gleich sichere Antworten stimmen. Auf der gestrichelten Linie stimmen sie so oft, wie sie behaupten.',
    confidence: 'Wie sicher',
    right: 'Richtig',
    worst: 'Größte Verluste',
    worstNote: 'Die Fehler, die der Beschriftung die kleinste Chance gaben.',
    pairs: 'Häufigste Verwechslungen',
    now: 'Gerade falsch gelesen',
    nowNote: 'Nach der letzten Epoche: die Fehler, die am meisten kosten.',
    compare: 'Zwei Modelle vergleichen',
    compareNote: 'Beide lesen dieselben Bilder der Validierung. Das erste ist das hier trainierte.',
    compareInUse: 'Mit dem Modell in Gebrauch',
    compareFile: 'Mit einer Modelldatei',
    comparing: 'Das andere Modell liest die Bilder',
    sameModel: 'Das Modell in Gebrauch ist das hier trainierte: zum Vergleichen eine Datei wählen.',
    bothRight: 'Beide richtig',
    onlyFirst: 'Nur das trainierte richtig',
    onlySecond: 'Nur das andere richtig',
    bothWrong: 'Beide falsch',
    unchanged: 'Die Ergebnisse bleiben, wie sie waren.',
    seen: (truth, predicted, sure) =>
      `${truth} als ${predicted} gelesen, zu ${percent(sure)} sicher`,
    brief: (truth, predicted, sure) => `${truth} → ${predicted}, ${sure}`,
    pair: (truth, predicted) => `${truth} als ${predicted} gelesen`,
    first: (shown, all) => `Die ersten ${count(shown)} von ${count(all)} Bildern.`,
    calibrationError: (error, before) =>
      `Im Mittel ${percent(error)} daneben (erwarteter Kalibrierungsfehler); ${percent(before)} ohne die Kalibrierung.`,
    differs: (chance) =>
      `Ein Unterschied, den der Zufall allein kaum macht (McNemar-Test, p = ${decimal(chance)}).`,
    alike: (chance) =>
      `Diesen Unterschied kann der Zufall allein machen (McNemar-Test, p = ${decimal(chance)}).`,
  },

  model: {
    title: 'Modell in Gebrauch',
    origins: {
      shipped: 'gehört zur Seite',
      trained: 'hier trainiert',
      file: 'aus einer Datei geladen',
      adapted: 'an die Korrekturen angepasst',
    },
    facts: (all, accuracy) =>
      accuracy >= 0 ? `${weights(all)}, ${percent(accuracy)} gemessen` : weights(all),
    none: 'Noch keines: eines trainieren oder laden.',
    load: 'Modell laden',
    shipped: 'Eingebautes Modell verwenden',
    builtIn: 'Eingebaut',
    run: (title, run) => `${title}, Lauf ${count(run)}`,
    fromFile: (title) => `${title}, aus Datei`,
    corrected: (model, corrections) =>
      `${model} mit ${counted(corrections, 'Korrektur', 'Korrekturen')}`,
    adapted: (model) => `${model} mit eigenen Korrekturen`,
    chip: (name) => `Modell: ${name}`,
    details: 'Über dieses Modell',
    train: 'Ein eigenes trainieren',
    share: 'Als Datei teilen',
    shareNote: 'Eine HTML-Datei mit diesem Modell. Sie öffnet sich in jedem Browser, auch offline.',
    shareModel:
      'Um es anderswo in Inkling zu laden, unter „Trainieren“ auf „Modell speichern“ gehen.',
    unchanged: (title) => `„${title}“ ist weiter in Gebrauch.`,
    nothingChanged: 'Nichts wurde geändert.',
    advice:
      'Eine .safetensors-Datei wählen, die hier oder mit dem Befehl inkling gespeichert wurde.',
    shippedAdvice: 'Später noch einmal versuchen.',
  },

  exporting: {
    title: 'Mitnehmen',
    inUse: 'Dieses Modell mitnehmen',
    formats: {
      safetensors: {
        label: 'Modell speichern',
        good: 'Das Netz selbst (.safetensors): hier wieder laden oder mit dem Befehl inkling verwenden.',
      },
      onnx: {
        label: 'Als ONNX speichern',
        good: 'Für andere Programme: Python, Server und Telefone lesen damit über onnxruntime.',
      },
      page: {
        label: 'Als Seite speichern',
        good: 'Eine Seite mit dem Modell darin (.html): öffnet sich in jedem Browser, ohne Netz, und liest, was man zeichnet.',
      },
      card: {
        label: 'Modellkarte speichern',
        good: 'Eine Seite darüber (.md, auf Englisch): Schichten, Training, Ergebnisse und Grenzen.',
      },
    },
    saved: (name: string, size: number) => `Gespeichert: ${name}, ${bytes(size)}.`,
    unchanged: 'Das Modell ist, wie es war. Versuchen Sie es noch einmal.',
  },

  standalone: {
    pad: 'Schreibfläche: hier mit Maus, Stift oder Finger eine Zahl schreiben',
    starting: 'Wird zum Lesen vorbereitet …',
    noScript:
      'Diese Seite liest mit JavaScript, das hier ausgeschaltet ist. Öffnen Sie sie in einem Browser, der es ausführt.',
    model: 'Das Modell',
    data: (data: string) => `Gelernt aus: ${data}`,
    protocol: (protocol: string) => `Gemessen: ${protocol}`,
    alone:
      'Das Modell und alles, was mit ihm liest, steckt in dieser einen Datei: Sie fragt kein Netz nach etwas.',
    unsure: 'unsicher',
    broken: 'Es kann nichts mehr gelesen werden. Öffnen Sie diese Seite noch einmal.',
  },

  test: {
    title: 'Eine Testdatei vorhersagen',
    empty:
      'Eine test.csv, wie die Trainingsdatei, aber ohne Labels: Jedes Bild wird gelesen, und die Antworten ergeben eine submission.csv.',
    by: 'Es antwortet',
    measured: (accuracy) => `${percent(accuracy)} gemessen`,
    choose: 'test.csv wählen',
    needsModel: 'Zuerst wird ein Modell gebraucht.',
    busy: (name) => `${name} wird vorhergesagt`,
    done: (all) => `${images(all)} vorhergesagt`,
    submission: 'submission.csv herunterladen',
    predicted: (digit) => `Vorhersage: ${digit}`,
    number: 'Nr.',
    image: 'Bild',
    prediction: 'Vorhersage',
    byDoubt: 'Vorhersagen nach Konfidenz',
    confidence: 'Konfidenz',
    doubtful: 'Die unsichersten zuerst. Sehen Sie sich diese selbst an.',
    unchanged: 'Das Modell in Gebrauch ist, wie es war.',
    advice: 'Eine Datei mit Bildern von 28 × 28 wählen, etwa die test.csv von Kaggle.',
  },

  about: {
    title: 'Über Inkling',
    what: 'Inkling liest handgeschriebene Ziffern und lernt sie aus eigenen Daten. Beides geschieht nur in dieser Seite: Ein C++-Kern, nach WebAssembly übersetzt, rechnet, und nichts, was gezeichnet oder gewählt wird, verlässt dieses Gerät.',
    readingTitle: 'Vom Stift zur Ziffer',
    readingSteps: ['Striche', '28 × 28', 'Netz', 'Antwort'],
    readingNote:
      'Gelesen werden die Striche selbst, nicht die Pixel des Bildschirms: Sie werden neu gezeichnet, wie MNIST entstand, in 20 × 20 eingepasst und nach ihrem Schwerpunkt zentriert.',
    trainingTitle: 'Von der Datei zum Netz',
    trainingSteps: ['train.csv', 'Batches', 'korrigieren', 'messen'],
    trainingNote:
      'Die Bilder gehen in Batches durch das Netz. Wie falsch es lag, sagt, wie jedes Gewicht zu korrigieren ist. Zurückgehaltene Bilder sagen, wie gut es liest, was es nie sah.',
    figures: 'Das Modell, das jetzt liest',
    figuresNone: 'Es ist kein Modell geladen.',
    modelName: 'Name',
    weights: 'Gewichte',
    accuracy: 'Gemessene Genauigkeit',
    unmeasured: 'nicht angegeben',
    architecture: 'Schichten',
    protocol: 'Wie gemessen wurde',
    engine: 'Rechenwerk',
    release: 'Diese Version',
    version: 'Version',
    licence: 'Lizenz',
    source: 'Quelltext',
    card: 'Modellkarte des eingebauten Modells',
    embed: 'In der eigenen Seite',
    embedNote:
      'Ein Formularfeld für handgeschriebene Ziffern. Gelesen wird auf dem Gerät der Besucher.',
    package: 'Paket',
  },
};
