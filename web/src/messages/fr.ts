import type { Messages } from './en';
import { bytes, count, counted, decimal, duration, likelihood, percent, speed } from './format';

const under = (least: string) => `moins de ${least}`;
const images = (value: number) => counted(value, 'image', 'images');
const weights = (value: number) => counted(value, 'poids', 'poids');
const epochs = (value: number) => counted(value, 'époque', 'époques');

const places = {
  top: { left: 'en haut à gauche', middle: 'en haut', right: 'en haut à droite' },
  middle: { left: 'à gauche', middle: 'au milieu', right: 'à droite' },
  bottom: { left: 'en bas à gauche', middle: 'en bas', right: 'en bas à droite' },
};

export const fr: Messages = {
  name: 'Inkling',
  views: { label: 'Pièces', read: 'Lire', train: 'Entraîner', about: 'Infos' },
  noDrop:
    'Impossible de déposer des fichiers ici. Déposez des images sur la page Lire, ou des données sur la carte Données de la page Entraîner.',

  language: {
    name: 'Langue',
    failed: (name) =>
      `« ${name} » n’a pas pu être chargé : le réseau ou le serveur n’a pas répondu.`,
  },

  theme: {
    system: 'Couleurs : comme le système',
    light: 'Couleurs : claires',
    dark: 'Couleurs : sombres',
  },

  engine: {
    name: 'Moteur',
    starting: 'démarre',
    failed: 'arrêté',
    about:
      'Un seul noyau C++, compilé en WebAssembly, fait tous les calculs, dans ses propres workers.',
    reading: 'Un worker lit ce qui est écrit, un autre entraîne. Aucun n’envoie quoi que ce soit.',
    named: ({ variant, threads }) =>
      `${variant.startsWith('relaxed') ? 'SIMD relâché' : 'SIMD'}, ${threads > 1 ? `${count(threads)} fils` : 'un fil'}`,
    reads: (running) => `Lit avec ${running} : c’est ce qui démarre le plus vite.`,
    trains: (running) => `Entraîne avec ${running}.`,
    willTrain: (planned) => `Entraînera avec ${planned}.`,
    fellBack: 'Les fils n’ont pas démarré ici : un seul fait donc le travail.',
    unknownVariant: (name) => `Il n’y a pas de moteur « ${name} ».`,
    unavailableVariant: (name) => `L’adresse demande « ${name} », qui ne peut pas fonctionner ici.`,
    others: 'Ce qui peut fonctionner ici',
    missing: {
      simd: 'ce navigateur n’a pas SIMD',
      relaxed: 'ce navigateur n’a pas de SIMD relâché',
      isolated: 'la page n’est pas isolée des autres, les fils ne partagent donc pas de mémoire',
      cores: 'cet appareil n’a qu’un cœur',
    },
  },

  failures: {
    broken: 'Le moteur s’est arrêté de façon inattendue.',
    noSimd: 'Il manque à ce navigateur le SIMD de WebAssembly. Tout navigateur actuel l’a.',
    modelUnreachable: 'Le modèle n’a pas pu être chargé : le réseau ou le serveur n’a pas répondu.',
    templateUnreachable:
      'Le modèle de la page n’a pas pu être chargé : le réseau ou le serveur n’a pas répondu.',
    modelTooLarge: 'Ce fichier dépasse 256 Mo : ce n’est pas un modèle pour cette page.',
    emptyFile: 'Ce fichier est vide.',
    noFiles: 'Il n’y a là aucun fichier qui puisse être des données.',
    workbook: 'C’est un classeur Excel. Enregistrez-le en CSV et choisissez celui-ci.',
    pytorch:
      'C’est un fichier PyTorch. Enregistrez ses images en CSV ou en IDX et choisissez ce fichier.',
    zipDamaged: 'Cette archive zip est endommagée, ou incomplète.',
    zipEncrypted:
      'Cette archive zip est protégée par un mot de passe. Décompressez-la et choisissez son contenu.',
    zipEntry: 'Ce fichier n’a pas pu être décompressé : il est endommagé.',
    zipMethod:
      'Ce fichier est compressé d’une façon qui n’est pas lue ici. Décompressez-le à part.',
    zipInside: 'C’est une archive dans une archive. Décompressez-la et choisissez-la seule.',
    tooManyFiles:
      'Cela fait plus de 200 000 fichiers. Choisissez-en moins à la fois, ou un tableau d’images.',
    blankPicture: 'Rien d’écrit ne se détache du papier dans cette image.',
    noPictures:
      'Ce navigateur n’ouvre pas d’images en arrière-plan. Choisissez un tableau d’images, comme un CSV.',
    canvasScrambled:
      'Votre navigateur brouille les images pour empêcher le pistage. Autorisez cette page à lire les données canvas, ou utilisez un autre navigateur.',
    unreadable:
      'Ce fichier n’a pas pu être lu jusqu’au bout : il est endommagé, ou il a changé sur le disque entre-temps.',
    gzip: 'Ce fichier .gz est endommagé ou incomplet. Téléchargez-le à nouveau.',
    fileTooLarge: 'Décompressé, ce fichier dépasse 1 Go. Rien de plus grand n’est lu.',
    noData: 'Il n’y a pas encore de données dont apprendre.',
    noRun: 'Aucun entraînement terminé à examiner. Entraînez de nouveau.',
    noPicture:
      'Ce fichier n’est pas une image que le navigateur sait afficher, ou il est endommagé.',
    pictureTooLarge:
      'Cette image est trop grande : on lit jusqu’à 120 millions de pixels et 100 Mo. Il faut la réduire.',
    cameraDenied:
      'Cette page n’a pas le droit d’utiliser l’appareil photo. Autorisez-le pour cette page dans les réglages du navigateur et réessayez, ou choisissez une image.',
    cameraAbsent:
      'Aucun appareil photo n’a été trouvé. Branchez-en un et réessayez, ou choisissez une image.',
    cameraBusy:
      'L’appareil photo ne donne pas d’image. Fermez les autres programmes qui l’utilisent peut-être et réessayez.',
    cameraInsecure:
      'Les navigateurs ne confient l’appareil photo qu’aux pages reçues par HTTPS. Choisissez plutôt une image.',
    noLabels: 'Ces chiffres n’ont pas d’étiquettes : chacun doit dire ce qu’il montre.',
    tooManyDrawings: 'Il y a plus de 2 000 chiffres. Choisissez une partie du fichier.',
    runningElsewhere: 'Cet entraînement continue dans une autre page.',
    noCheckpoint:
      'Aucun entraînement à continuer n’a été trouvé : il n’existe plus, ou le fichier n’a pas été enregistré ici, ou il est endommagé.',
    alreadyTraining: 'Un entraînement est déjà en cours. Arrêtez-le ou attendez qu’il se termine.',
    dataInUse: 'Un entraînement utilise ces données. Arrêtez-le pour les modifier.',
  },

  update: { ready: 'Une nouvelle version est prête.', reload: 'Recharger' },

  problem: {
    label: 'Ce qui a échoué',
    dismiss: 'Fermer',
    view: 'Une erreur est survenue dans cette vue. Vos données et l’entraînement ne sont pas touchés.',
  },

  read: {
    title: 'Lire',
    pad: (strokes) =>
      `Ardoise : écrire ici un nombre à la souris, au stylet ou au doigt. ${strokes > 0 ? `Elle porte ${counted(strokes, 'trait', 'traits')}` : 'Elle est vide'}`,
    write: 'Écrivez un nombre',
    answer: 'Réponse',
    private: 'Tout reste sur cet appareil.',
    copy: 'Copier',
    copied: 'Copié',
    copyFailed: 'Le navigateur n’a pas autorisé la copie.',
    tools: 'Ardoise',
    undo: 'Annuler',
    redo: 'Rétablir',
    erase: 'Gomme',
    clear: 'Effacer',
    pen: 'Stylo',
    penOf: (width) => `Stylo : ${width.toLowerCase()}`,
    penWidth: 'Épaisseur du stylo',
    penWidths: { fine: 'Fin', medium: 'Moyen', broad: 'Épais' },
    penNote: 'Cela ne change que l’aspect. Les chiffres sont lus de la même façon.',
    fingers: 'Écrire aussi avec le doigt',
    onlyPen:
      'Seul le stylo écrit à présent. Pour écrire avec le doigt, ouvrez Stylo et activez « Écrire aussi avec le doigt ».',
    withKeys: (name, keys) => `${name} (${keys})`,
    shortcuts: 'Raccourcis clavier',
    singleKeys: 'Utiliser des touches seules',
    singleKeysNote:
      'Elles agissent tant que l’ardoise ou la réponse a le focus. Cliquez sur l’ardoise pour le lui donner.',
    correctKey: 'Corriger le chiffre',
    penKeys: 'Stylo plus fin ou plus épais',
    boxes: 'Cadres',
    reading: 'Lecture…',
    loading: 'Le modèle arrive ; on peut déjà écrire.',
    absent: 'Il n’y a pas encore de modèle ici.',
    absentAdvice: 'En entraîner un, ou en charger un depuis un fichier',
    failed: 'Rien ne peut être lu pour le moment.',
    retry: 'Réessayer',
    broken:
      'Le moteur s’est arrêté sur ce dessin et a été relancé. Effacez l’ardoise ou continuez d’écrire.',
    digits: 'Chiffres lus',
    sure: (probability) => `sûr à ${percent(probability)}`,
    number: (probability) => `Nombre : sûr à ${percent(probability)}`,
    next: (digit, probability) => `puis ${digit}, ${likelihood(probability, under)}`,
    either: (digit, other) => `${digit} ou ${other}`,
    or: (other) => `ou ${other}`,
    both: (probability, other) =>
      `${likelihood(probability, under)} et ${likelihood(other, under)}`,
    none: 'pas un chiffre',
    noDigit: 'Pas un chiffre',
    closest: (digit) => `le plus proche est ${digit}`,
    announced: (digit, probability) => `${digit}, sûr à ${percent(probability)}`,
    announcedUnsure: (digit, other) => `Incertain : ${digit} ou ${other}`,
    announcedNone: (digit) => `Pas un chiffre, le plus proche est ${digit}`,
    announcedAll: (digits) =>
      `${counted(digits.length, 'chiffre', 'chiffres')} : ${digits.join(', ')}`,
    announcedEmpty: 'L’ardoise est vide.',
    bars: 'Probabilité de chaque chiffre',
    bar: (digit, probability) => `${digit} : ${percent(probability)}`,
    seen: 'Ce que le modèle a vu',
    seenImage: (digit) =>
      `Le dessin en 28 sur 28 pixels, ${digit === null ? 'lu comme n’étant pas un chiffre' : `lu comme ${digit}`}`,
    seenNothing: 'Encore rien',
    seenNote: '28 × 28 pixels, comme dans MNIST',
  },

  picture: {
    tools: 'Image',
    choose: 'Image',
    examples: 'Exemples',
    examplesTitle: 'Essayer une image d’exemple',
    example: { note: 'Note', postcode: 'Code postal', chalk: 'Tableau noir' },
    opening: 'Ouverture de l’image…',
    drop: 'Déposez ici une image de chiffres',
    dropHint: 'ou déposez une image ici',
    shown: (digits) =>
      `Image : ${digits > 0 ? `${counted(digits, 'chiffre trouvé et encadré', 'chiffres trouvés et encadrés')}` : 'aucun chiffre trouvé'}`,
    back: 'Retour à l’ardoise',
    rotate: 'Pivoter',
    crop: 'Rogner',
    cropHint: 'Faites glisser sur les chiffres à lire.',
    cropFrom: 'Coin supérieur gauche du cadre, à déplacer avec les flèches',
    cropTo: 'Coin inférieur droit du cadre, à déplacer avec les flèches',
    cropDone: 'Lire cette partie',
    whole: 'Image entière',
    blank: 'Rien d’écrit ne s’y détache du papier.',
    broken:
      'Le moteur s’est arrêté sur cette image et a été relancé. Revenez à l’ardoise ou choisissez une autre image.',
    unchanged: 'Ce qui était sur l’ardoise y est toujours.',
    advice: 'Choisissez un fichier PNG, JPEG ou WebP, ou prenez une photo.',
    camera: 'Photo',
    cameraTitle: 'Photographier des chiffres',
    cameraView: 'Ce que voit l’appareil photo',
    waiting:
      'En attente de l’appareil photo. Le navigateur demande peut-être si cette page peut l’utiliser.',
    aim: 'Les chiffres devraient remplir presque toute la vue. La photo reste sur cet appareil.',
    take: 'Prendre la photo',
    cancel: 'Annuler',
  },

  correct: {
    title: 'Vos corrections',
    fix: 'Faux ? Corriger',
    which: 'Quel chiffre est-ce ?',
    orType: 'Vous pouvez aussi le taper quand l’ardoise a le focus.',
    itIs: (digit) => `C’est un ${digit}`,
    corrected: 'Corrigé par vous',
    readAs: (digit) => `lu comme ${digit}`,
    forget: 'Ne pas garder cette correction',
    forgotten: 'La correction n’a pas été gardée.',
    said: (digit) => `${digit}, corrigé par vous`,
    announced: (digit, drawings) =>
      `Corrigé : c’est un ${digit}. ${counted(drawings, 'dessin', 'dessins')} dans vos corrections.`,
    summary: (drawings) =>
      drawings > 0 ? counted(drawings, 'dessin', 'dessins') : 'Les chiffres mal lus',
    empty:
      'Quand un chiffre est mal lu, choisissez le bon parmi les barres, ou tapez-le : son dessin est recueilli ici.',
    private: 'Ce navigateur les garde ; ils ne quittent jamais cet appareil.',
    unsaved:
      'Ce navigateur ne garde rien pour la page, ou n’a plus de place : ils dureront jusqu’à sa fermeture. Enregistrez-les dans un fichier.',
    drawing: (digit) => `Un dessin de ${digit}`,
    remove: (digit) => `Retirer ce dessin de ${digit}`,
    removeAll: 'Tout retirer',
    removed: (drawings) => `${counted(drawings, 'dessin retiré', 'dessins retirés')}.`,
    undo: 'Rétablir',
    saveStrokes: 'Enregistrer les traits',
    saveCsv: 'Enregistrer en CSV',
    load: 'Charger un fichier',
    loading: (name) => `Lecture de ${name}…`,
    joined: (drawings) => `${counted(drawings, 'dessin lu et ajouté', 'dessins lus et ajoutés')}.`,
    imagesOnly: (drawings) =>
      `${counted(drawings, 'est venu comme image', 'sont venus comme images')} : seul le CSV contient cela.`,
    unchanged: 'Vos corrections sont restées telles quelles.',
    advice:
      'Choisissez un fichier de chiffres étiquetés : des traits en .jsonl, ou un CSV comme le train.csv de Kaggle.',
    learn: 'Apprendre de celles-ci',
    learnNote:
      'Une copie du modèle apprend à bien les lire et révise des chiffres dessinés par Inkling, pour oublier peu.',
    few: (limit) =>
      `Avec moins de ${count(limit)} corrections, le modèle peut lire moins bien les autres chiffres.`,
    learning: 'Apprentissage de vos corrections…',
    learned: (right, all, before) =>
      `${count(right)} sur ${counted(all, 'correction bien lue', 'corrections bien lues')} maintenant, ${count(before)} avant.`,
    rehearsed: (digits, before, after) =>
      `Sur ${count(digits)} chiffres dessinés par Inkling et non utilisés pour apprendre : ${percent(before)} bien lus avant, ${percent(after)} après.`,
    adapted: 'Un modèle qui a appris de vos corrections lit maintenant.',
    modelFleeting:
      'Ce navigateur n’a pas gardé ce modèle : il lira jusqu’à la fermeture de la page.',
    unlearn: 'Annuler l’apprentissage',
    learnAdvice: 'Réessayez, ou retirez des corrections peut-être erronées.',
    learnOvertaken:
      'Un autre modèle est désormais utilisé : l’apprentissage a été annulé. Vos corrections sont toujours là.',
  },

  why: {
    title: 'Pourquoi',
    summary: (answer, rival) => `Ce qui parle pour ${answer}, et ce qui parle pour ${rival}`,
    summaryEmpty: 'Ce qui parle pour une réponse, et contre elle',
    empty:
      'Écrivez un chiffre : ici s’affiche quelles parties ont décidé, et ce que chaque couche a vu.',
    busy: 'Calcul en cours…',
    failed: 'Le calcul a échoué. Le dessin et sa réponse sont restés les mêmes.',
    mapTitle: 'Quels pixels ont décidé',
    mapNote:
      'Chaque endroit a été changé tour à tour, d’encre en papier et de papier en encre : plus cela coûterait, plus la couleur est forte. Le papier parle aussi.',
    speaksFor: (digit) => `parle pour ${digit}`,
    map: (said) => `Carte de chaleur du dessin. ${said.join('. ')}.`,
    loudest: (digit, place) =>
      place
        ? `Pour ${digit} parle surtout ${{ ink: 'l’encre', paper: 'le papier blanc' }[place.what]} ${places[place.down][place.across]}`
        : `Rien ne parle pour ${digit}`,
    layers: 'Ce qui est sorti de chaque couche',
    layersNote: 'Plus l’encre est forte, plus la valeur est haute à côté des autres de la couche.',
    shape: (height, width, channels) =>
      height * width > 1
        ? `${counted(channels, 'canal', 'canaux')} de ${count(height)} × ${count(width)}`
        : counted(channels, 'nombre', 'nombres'),
    channels: (name, channels) =>
      `Ce qui est sorti de ${name} : ${counted(channels, 'image', 'images')}`,
    last: (ranked) => `Chiffres du nombre le plus haut au plus bas : ${ranked.join(', ')}`,
  },

  train: {
    title: 'Entraîner',
    open: (name) => `Montrer ${name}`,
    close: (name) => `Masquer ${name}`,
    missing: 'Cette pièce n’a pas pu être chargée : le réseau ou le serveur n’a pas répondu.',
    reload: 'Recharger la page',
  },

  data: {
    title: 'Données',
    drop: 'Déposez ici un train.csv ou un dossier d’images',
    empty:
      'Des images de chiffres avec leurs étiquettes : le train.csv de Kaggle ou un tableau semblable, les fichiers de MNIST, ou des images dans des dossiers au nom de leur chiffre.',
    forms:
      'CSV, ARFF, IDX, NumPy (.npy, .npz), traits (.jsonl, .json), PNG et JPEG. L’étiquette d’une image peut aussi être dans son nom ou dans un labels.csv. Un fichier ou plusieurs, aussi en .gz ou dans un .zip.',
    choose: 'Choisir des fichiers',
    chooseFolder: 'Choisir un dossier',
    another: 'En choisir d’autres',
    add: 'Ajouter des fichiers',
    corrections: (drawings) =>
      `Ajouter ${counted(drawings, 'correction à vous', 'corrections à vous')}`,
    correctionsName: 'Vos corrections',
    named: (first, more) => (more > 0 ? `${first} et ${count(more)} de plus` : first),
    files: (files) => `de ${counted(files, 'fichier', 'fichiers')}`,
    skippedFiles: (files) => counted(files, 'fichier laissé de côté', 'fichiers laissés de côté'),
    moreSkippedFiles: (files) => `Et ${count(files)} de plus.`,
    sample: 'Essayer avec un exemple',
    sampleName: 'Données d’exemple',
    sampleNote: `4 000 chiffres dessinés par une plume à graine fixe : assez pour tout voir à l’œuvre.`,
    presetChosen: (preset) =>
      `Préréglage changé pour « ${preset} ». Il apprend l’exemple en quelques secondes.`,
    presetBack: (preset) => `Garder « ${preset} »`,
    opening: (name) => `Lecture de ${name}`,
    read: (done, total) => `${bytes(done)} sur ${bytes(total)}`,
    cancel: 'Annuler',
    summary: (all, classes, repaired, leftOut) =>
      [
        images(all),
        classes > 0 ? counted(classes, 'classe', 'classes') : 'sans étiquettes',
        repaired > 0 ? counted(repaired, 'cellule réparée', 'cellules réparées') : 'rien à réparer',
        ...(leftOut > 0 ? [counted(leftOut, 'ligne écartée', 'lignes écartées')] : []),
      ].join(', '),
    shape: 'Taille',
    shapeValue: (rows, columns) => `${count(rows)} × ${count(columns)}`,
    shapeNote: 'lignes × colonnes',
    shapeOfImages: (all) => `${count(all)} × 28 × 28`,
    shapeOfImagesNote: 'images × pixels',
    format: 'Format',
    repaired: 'Réparé',
    nothingRepaired: 'Rien : chaque cellule est un nombre de 0 à 255.',
    repairedCells: (cells) =>
      `${counted(cells, 'cellule était vide ou n’était pas un nombre, et a été lue', 'cellules étaient vides ou n’étaient pas des nombres, et ont été lues')} comme 0.`,
    rowsLeftOut: 'Lignes écartées',
    allRowsUsed: 'Aucune : toutes sont utilisées.',
    rowsUsed: (used, all, leftOut) =>
      `${count(used)} sur ${counted(all, 'ligne', 'lignes')} utilisées, ${counted(leftOut, 'écartée', 'écartées')}.`,
    histogram: 'Images de chaque chiffre',
    histogramBar: (digit, all) => `${digit} : ${images(all)}`,
    predictable:
      'Ces images n’ont pas d’étiquettes. Elles ne servent pas à l’entraînement, mais un modèle peut les prédire.',
    predict: 'Prédire ces images',
    missing: (digits) =>
      `Aucune image de ${digits}. Pour entraîner, il faut des images de chaque chiffre.`,
    unchanged: (name) => `« ${name} » est toujours chargé.`,
    nothingChanged: 'Rien n’a changé.',
    advice: 'Choisissez d’autres fichiers, ou essayez avec l’exemple.',
    lost: 'Les données ne sont plus en mémoire.',
  },

  appearance: {
    inverted: 'Ces images sont sombres sur fond clair. Inkling attend du clair sur fond sombre.',
    invert: 'Inverser',
    invertDone: 'Images inversées.',
    sideways: 'Ces chiffres sont couchés, comme dans EMNIST. Inkling les attend droits.',
    turn: 'Redresser',
    turnDone: 'Images redressées.',
    notUpright: 'Ces chiffres ne sont pas droits. Tournez les images et choisissez-les à nouveau.',
    undo: 'Annuler',
  },

  gallery: {
    title: 'Toutes les images',
    filter: 'Quelles images sont affichées',
    all: 'Toutes',
    described: (all) =>
      `${images(all)}. Les flèches, Page préc., Page suiv., Début et Fin mènent de l’une à l’autre.`,
    image: (number, label) =>
      label === undefined ? `Image ${count(number)}` : `Image ${count(number)} : un ${label}`,
    number: (number) => `Image ${count(number)}`,
    labelled: (label) => `Étiquette : ${label}`,
    noneShown: 'Il n’y a pas d’image de ce chiffre.',
    mean: (digit) => `L’image moyenne du ${digit}`,
    noneFound: 'Aucune.',
    changed: 'Modifiées',
    doubted: 'Sans doute mal étiquetées',
    duplicates: 'Sans doute en double',
    findDuplicates: 'Chercher les doublons',
    findDoubted: 'Chercher les fausses étiquettes',
    looking: 'Toutes les images sont passées en revue',
    needsModel:
      'Les fausses étiquettes se voient à ce qu’un réseau en pense : entraînez-en un d’abord.',
    excluded: 'écartée',
    nowLabelled: (label) => `maintenant ${label}`,
    readAs: (digit, probability, loss) =>
      `Lue comme ${digit}. La probabilité de l’étiquette est ${likelihood(probability, under)}, sa perte ${decimal(loss)}.`,
    sameAs: (others, more) =>
      `Identique à ${others}${more > 0 ? ` et ${count(more)} de plus` : ''}.`,
    likeOf: (others, more) =>
      `Presque identique à ${others}${more > 0 ? ` et ${count(more)} de plus` : ''}.`,
    relabel: 'Étiquette',
    labelIt: (digit) => `Étiqueter ${digit}`,
    leaveOut: 'Écarter',
    takeIn: 'Reprendre',
    keys: 'Parmi les images, 0 à 9 étiquettent celle qui est choisie, x l’écarte, u annule.',
    overrides: (relabelled, omitted) =>
      `${count(relabelled)} réétiquetées, ${count(omitted)} écartées`,
    overridesNote: 'Le prochain entraînement apprend des données modifiées.',
    undo: 'Annuler',
    reset: 'Annuler toutes les modifications',
    saveOverrides: 'Enregistrer les modifications',
    saveData: 'Enregistrer les données modifiées',
  },

  importIssues: {
    title: 'Chacune d’elles',
    file: 'Fichier',
    row: 'Ligne',
    column: 'Colonne',
    found: 'Ce qui s’y trouve',
    why: 'Pourquoi',
    missing: 'rien',
    values: (found, wanted) => `Elle a ${found} valeurs au lieu de ${count(wanted)}.`,
    label: (found) => `L’étiquette est « ${found} » ; les étiquettes vont de 0 à 9.`,
    noLabel: 'L’étiquette manque.',
    pixel: (found, most) => `${found} n’est pas entre 0 et ${count(most)}.`,
    strokes: (found) => `Illisible comme traits : ${found}.`,
    listed: (shown, kept, all) =>
      `${count(shown)} sur ${count(all)} sont affichées, le fichier en contient ${count(kept)}.`,
    save: 'Enregistrer la liste',
  },

  glossary: {
    what: (word) => `Que signifie « ${word} » ?`,
    epoch:
      'Un passage sur toutes les images d’entraînement. À chaque époque, le réseau voit chaque image une fois.',
    loss: 'L’écart entre les prédictions et les étiquettes. L’entraînement la réduit, 0 serait parfait.',
    conv: 'Convolution : de petits filtres parcourent l’image et trouvent des bords, des courbes et d’autres formes.',
    norm: 'Normalisation : ramène les valeurs à une même échelle. L’entraînement est plus rapide et plus stable.',
    relu: 'Unité linéaire rectifiée : met à 0 les valeurs négatives. Le réseau apprend ainsi plus que des droites.',
    pool: 'Regroupement : garde la plus grande valeur de chaque petite fenêtre et réduit ainsi l’image.',
    dropout:
      'Masque des valeurs au hasard pendant l’entraînement, pour que le réseau ne dépende d’aucune.',
    flatten: 'Met une image sous la forme d’une seule ligne de nombres.',
    dense: 'Entièrement connectée : chaque sortie est calculée à partir de toutes les entrées.',
  },

  network: {
    title: 'Réseau',
    preset: 'Préréglage',
    presets: {
      article: {
        title: 'Réseau du tutoriel',
        description:
          'Deux couches cachées. Le modèle final fait la moyenne des derniers poids, pour des résultats plus stables.',
      },
      fast: {
        title: 'Rapide',
        description: 'Un petit réseau convolutif. Avec MNIST, plus de 99 % en quelques époques.',
      },
      accurate: {
        title: 'Précis',
        description:
          'Un réseau convolutif plus profond, entraîné sur des images modifiées. C’est lui qui se trompe le moins.',
      },
    },
    summary: (title, all) => `${title}, ${weights(all)}`,
    layer: 'Couche',
    output: 'Sortie',
    weights: 'Poids',
    total: 'En tout',
    starting: 'Le moteur démarre…',
    note: 'Les poids sont les nombres que l’entraînement trouve. La sortie est la forme de ce qu’une couche transmet.',
    own: 'Réseau personnel',
    ownNote: (preset) => `Des couches à vous, entraînées comme « ${preset} ».`,
    replaced: 'Vos propres couches ne sont plus utilisées.',
    bringBack: 'Les reprendre',
    counts: weights,
    multiplyAdds: 'Multiplications-additions',
    epochTakes: (ms, all) =>
      `${ms < 1000 ? 'moins de 1 s' : `environ ${duration(ms)}`} par époque de ${images(all)}`,
    measuring: 'Mesure de la vitesse d’entraînement ici…',
    layers: 'Couches',
    edit: 'Modifier les couches',
    editDone: 'Terminé',
    addKind: 'Type de couche',
    add: 'Ajouter une couche',
    undo: 'Annuler',
    toPreset: 'Revenir au préréglage',
    asText: 'En une ligne',
    asTextNote:
      'Des barres séparent les couches. Alt avec une flèche déplace plus haut la couche active ; Ctrl+Z annule.',
    fields: {
      size: 'Taille',
      channels: 'Canaux',
      window: 'Fenêtre',
      share: 'Part omise',
      units: 'Sorties',
    },
    fieldOf: (field, place) => `${field}, couche ${count(place)}`,
    wholePatches: 'Intérieur seul, sans marge',
    kinds: {
      conv: 'conv : des filtres qui glissent sur l’image',
      norm: 'norm : ramène les valeurs à une même échelle',
      relu: 'relu : met à 0 ce qui est en dessous',
      pool: 'pool : garde le plus grand de chaque fenêtre',
      dropout: 'dropout : cache quelques valeurs en apprenant',
      flatten: 'flatten : l’image en une seule ligne',
      dense: 'dense : chaque entrée à chaque sortie',
    },
    up: (place) => `Monter la couche ${count(place)}`,
    down: (place) => `Descendre la couche ${count(place)}`,
    remove: (place) => `Retirer la couche ${count(place)}`,
  },

  share: {
    copy: 'Copier le lien',
    copied: 'Lien copié : il ouvre ce réseau avec ces réglages.',
    denied: 'Le navigateur n’a pas laissé copier le lien. Le voici :',
    link: 'Lien vers ce réseau',
    noSetting: (name) => `Ce lien règle « ${name} », qui n’est pas un réglage ici.`,
    noValue: (name, value) => `Ce lien règle « ${name} » sur « ${value} », ce qui est impossible.`,
    unchanged: 'Le réseau et les réglages sont restés les mêmes.',
    advice: 'Redemandez le lien, ou réglez à la main ce qu’il devait régler.',
  },

  run: {
    title: 'Entraînement',
    settings: 'Réglages',
    summary: (preset, all, batch, rate) =>
      `${preset}, ${epochs(all)}, lots de ${count(batch)}, taux ${decimal(rate)}`,
    epochs: 'Époques',
    takes: (ms) => (ms < 1000 ? 'Moins de 1 s en tout' : `Environ ${duration(ms)} en tout`),
    batch: 'Lot',
    batchNote: 'Nombre d’images par mise à jour des poids.',
    updates: (updates) => `${counted(updates, 'mise à jour', 'mises à jour')} par époque`,
    rate: 'Taux d’apprentissage',
    rateNote: 'Taille du pas de chaque mise à jour.',
    validation: 'Validation, %',
    validationNote: 'Part des images gardée hors de l’entraînement pour mesurer l’exactitude.',
    heldOut: (held, all) => `${count(held)} sur ${count(all)} images`,
    seed: 'Graine',
    seedNote: 'La même graine donne les mêmes poids.',
    augment: 'Augmentation',
    augmentNote:
      'Tourner, décaler et étirer un peu chaque image, à nouveau à chaque époque. Jamais en miroir.',
    range: (least, most) => `Un nombre de ${least} à ${most}.`,
    wholeRange: (least, most) => `Un nombre entier de ${least} à ${most}.`,
    schedule: 'Évolution du taux',
    scheduleNote: 'Comment le taux d’apprentissage évolue pendant l’entraînement.',
    schedules: {
      constant: 'Constant',
      'one-cycle': 'Un cycle : monte, puis descend',
      cosine: 'Cosinus : descend toujours',
    },
    steady: (rate) => `Taux d’apprentissage : ${rate} du début à la fin`,
    curve: (first, peak, last) =>
      `Taux d’apprentissage : ${first} au début, ${peak} au plus, ${last} à la fin`,
    more: 'Plus de réglages',
    optimiser: 'Optimiseur',
    optimiserNote: 'Ce qui corrige les poids ; Muon, les matrices des couches cachées.',
    decay: 'Décroissance des poids',
    decayNote: 'Ce que les poids perdent à chaque pas, fois le taux.',
    smoothing: 'Lissage des étiquettes',
    smoothingNote: 'Part de la cible que reçoivent les dix chiffres.',
    average: 'Moyenne des poids',
    averageNote: 'Ce qu’un pas laisse de la moyenne ; 0 pour aucune.',
    patience: 'Patience, époques',
    patienceNote:
      'Finit après tant d’époques sans mieux lire les images mises de côté ; 0 : jamais.',
    patienceHeldOut: 'Il faut des images mises de côté : Validation au-dessus de 0.',
    patienceKeepsBest: 'Va avec les poids de la meilleure époque.',
    keep: 'Poids gardés',
    keepNote: 'Lesquels sont le résultat.',
    keeps: { best: 'Ceux de la meilleure époque', last: 'Ceux de la dernière époque' },
    preview: 'Ce que voit l’entraînement',
    previewNote: 'La première de chaque rangée vient des données, les autres en sont faites.',
    previewEmpty: 'Choisissez des données pour voir ce que l’augmentation en fait.',
    previewImage: (row) => `Image ${count(row)}`,
    previewVariant: (row, variant) => `Image ${count(row)}, variante ${count(variant)}`,
    strengths: 'Jusqu’où les images changent',
    strengthsNote: 'Chaque valeur est l’extrême de part et d’autre ; 0 laisse les images intactes.',
    strength: {
      rotation: 'Rotation, degrés',
      scale: 'Taille, part',
      aspect: 'Largeur sur hauteur, part',
      shear: 'Inclinaison, part',
      shift: 'Décalage, pixels',
      stroke: 'Épaisseur du trait, pixels',
      'stroke chance': 'Part aux traits changés',
      elastic: 'Déformation, pixels',
      blur: 'Flou, pixels',
      noise: 'Bruit, de papier à encre',
    },
    rateNow: 'Taux d’apprentissage actuel',
    halve: 'Diviser par deux',
    double: 'Doubler',
    toSchedule: 'Revenir au taux prévu',
    rateScaled: (scale) => `${decimal(scale)} fois le taux prévu`,
    unfit: 'Une couche du réseau ne convient pas.',
    endedEarly: (all, ms) => `Terminé plus tôt : ${epochs(all)} en ${duration(ms)}`,
    start: 'Entraîner',
    again: 'Réentraîner à zéro',
    pause: 'Pause',
    resume: 'Reprendre',
    stop: 'Arrêter',
    needsData: 'Choisissez d’abord des données.',
    needsLabels: 'Ces données n’ont pas d’étiquettes.',
    needsNetwork: 'Il n’y a pas encore de réseau à entraîner.',
    opening: 'Les données sont en cours de lecture.',
    ready: 'Tout est prêt.',
    invalid: 'Un réglage est hors de ses limites.',
    beginning: 'Préparation…',
    stopping: 'Arrêt en cours…',
    epoch: (epoch, all) => `Époque ${count(epoch)} sur ${count(all)}`,
    speed: (perSecond) => `${speed(perSecond)}\u00a0images/s`,
    left: (ms) => `encore ${duration(ms)}`,
    paused: 'En pause',
    finished: (all, ms) => `Terminé : ${epochs(all)} en ${duration(ms)}`,
    stopped: (all) => `Arrêté après ${epochs(all)}`,
    failed: 'L’entraînement a échoué',
    controls: 'Entraînement',
    progress: 'Progression de l’entraînement',
    modelUnchanged: 'Le modèle qui lit est resté le même.',
    bestWeightsSaved: 'Les meilleurs poids jusqu’ici sont gardés plus bas.',
    advice: 'Recommencez, peut-être avec un taux d’apprentissage plus petit.',
    adviceBroken:
      'Si les données ne sont plus affichées plus haut, choisissez-les de nouveau, puis recommencez.',
    chip: (share) => `Entraînement, ${percent(Math.floor(share * 100) / 100)}`,
  },

  checkpoints: {
    interrupted: (epoch, all) =>
      `Un entraînement a été interrompu à l’époque ${count(epoch)} sur ${count(all)}`,
    begun: (when) => `commencé le ${when}`,
    resume: 'Continuer',
    discard: 'Abandonner',
    restarted: (times) =>
      times === 1
        ? 'Le moteur s’est arrêté de façon inattendue. L’entraînement a repris à son dernier point de sauvegarde.'
        : `Le moteur s’est arrêté ${count(times)} fois de façon inattendue. L’entraînement a repris chaque fois à son dernier point de sauvegarde.`,
    brokeAgain:
      'Il s’est arrêté de nouveau au même endroit : l’entraînement ne reprend donc pas de lui-même. Le modèle utilisé pour lire reste inchangé.',
    full: 'Le navigateur n’a plus de place pour conserver cet entraînement : si la page est fermée, il est perdu. Enregistrez-le dans un fichier pour continuer plus tard.',
    denied:
      'Ce navigateur ne conserve rien pour la page : si elle est fermée, cet entraînement est perdu. Enregistrez-le dans un fichier pour continuer plus tard.',
    save: 'Enregistrer l’entraînement en cours',
    load: 'Continuer depuis un point de contrôle',
    dataGone: 'Les données de cet entraînement n’ont pas pu être relues.',
    dataAdvice: 'Rechargez la page, ou abandonnez l’entraînement.',
  },

  runs: {
    title: 'Essais',
    summary: (runs) =>
      runs > 0 ? counted(runs, 'essai enregistré', 'essais enregistrés') : 'Aucun essai',
    empty:
      'Les entraînements terminés sont enregistrés dans ce navigateur. Comparez-les, utilisez leurs modèles ou relancez-les.',
    hint: 'Cochez des essais pour superposer leurs courbes.',
    columns: {
      name: 'Nom',
      begun: 'Début',
      data: 'Données',
      network: 'Réseau',
      epochs: 'Époques',
      elapsed_ms: 'Durée',
      accuracy: 'Validation',
    },
    compare: 'Comparer',
    compareOne: (name) => `Comparer ${name}`,
    nameOf: (name) => `Nom de l’essai ${name}`,
    actions: 'Ce que l’on peut en faire',
    use: (name) => `Lire avec ${name}`,
    used: (name) => `« ${name} » lit désormais l’ardoise.`,
    again: (name) => `Recommencer ${name} avec des changements`,
    save: (name) => `Enregistrer ${name} dans un fichier`,
    remove: (name) => `Supprimer ${name}`,
    removed: (runs) => `${counted(runs, 'essai supprimé', 'essais supprimés')}.`,
    load: 'Charger un essai',
    overlay: 'Courbes',
    measure: 'Ce qui est tracé',
    described: (measure, runs) => `${measure} au fil des époques. ${runs.join(' ; ')}`,
    unsaved: (runs) =>
      `Le navigateur n’avait pas de place pour ${counted(runs, 'essai', 'essais')}, ou ne conserve rien pour la page : enregistrez dans des fichiers ce qu’il vous faut avant de la fermer.`,
    unchanged: 'Les essais ci-dessus restent inchangés.',
    advice: 'Choisissez un fichier qui se termine par .inkling-run.json.',
    otherSettings: 'Les réglages de cet essai viennent d’une autre version d’Inkling.',
    refused: {
      tooLarge: () => 'Ce fichier dépasse 128 Mo : ce n’est pas un essai.',
      notJson: () => 'Ce fichier n’est pas un essai : ce n’est pas du JSON, ou il est tronqué.',
      otherFile: () => 'Ce fichier n’est pas un essai enregistré par Inkling.',
      newer: () => 'Cet essai a été enregistré par une autre version d’Inkling.',
      damaged: (field) => `Cet essai est endommagé : « ${field} » manque ou n’est pas valable.`,
    },
  },

  charts: {
    loss: 'Perte',
    lossNote: 'À quel point les réponses sont fausses : moins, c’est mieux.',
    accuracy: 'Exactitude',
    accuracyNote: 'Part des images bien lues : plus, c’est mieux.',
    batch: 'Lot',
    training: 'Entraînement',
    validation: 'Validation',
    best: (epoch) => `Meilleure époque : ${epoch}`,
    described: (name, all, training, validation) =>
      `${name} après ${epochs(all)} : entraînement ${training}, validation ${validation}`,
    tools: 'Présentation des graphiques',
    axis: 'Axe horizontal',
    horizontal: { epoch: 'Époque', step: 'Pas', time: 'Temps (s)' },
    log: 'Perte logarithmique',
    smoothing: 'Lissage',
    smoothed: 'Les courbes sont lissées ; valeurs, tableau et CSV sont tels que mesurés.',
    csv: 'Valeurs (CSV)',
    png: (name) => `Enregistrer le graphique « ${name} » en PNG`,
    values: 'Valeurs de chaque époque',
    table: (name) => `${name} en tableau`,
    tableEmpty: 'Les valeurs viennent à la fin de la première époque.',
    of: (name, line) => `${name}, ${line}`,
  },

  tutorial: {
    enter: 'Tutoriel : de train.csv à submission.csv',
    enterNote: 'Dix étapes. Chacune montre ce qu’elle fait de vos données.',
    title: 'Tutoriel',
    source: 'Suit le tutoriel Keras habituel de ce concours Kaggle :',
    leave: 'Quitter',
    back: 'Retour',
    next: 'Suivant',
    finish: 'Terminer',
    step: (step, steps) => `étape ${count(step)} sur ${count(steps)}`,
    needsData: 'Choisissez des données avec étiquettes ou l’exemple pour continuer.',
    needsNetwork: 'Utilisez le réseau du tutoriel pour continuer.',
    needsTraining: 'Entraînez le réseau pour continuer.',
    take: 'Utiliser le réseau du tutoriel',
    taken: 'Réseau du tutoriel sélectionné',
    labels: (images) => counted(images, 'étiquette comme celle-ci', 'étiquettes comme celle-ci'),
    pixels: (images) => `${count(images)} × 784 pixels, de 0 pour le papier à 255 pour l’encre`,
    stretch: (row, column) =>
      `Dix pixels de la ligne ${count(row)}, à partir de la colonne ${count(column)}`,
    before: 'Avant',
    after: 'Après',
    digit: 'Chiffre',
    becomes: (label) => `Le ${label} devient`,
    training: 'images pour apprendre',
    validation: 'images mises de côté',
    seed: (seed) =>
      `Tirées avec la graine ${seed} : la même graine met de côté les mêmes images. La graine et la part se choisissent dans les réglages.`,
    steps: {
      read: {
        title: 'Lire le fichier',
        note: 'Le fichier est un tableau : une ligne par image, une colonne pour son étiquette et une pour chacun de ses 784 pixels.',
      },
      apart: {
        title: 'Séparer étiquette et pixels',
        note: 'L’étiquette dit ce que montre l’image : c’est ce qu’il faut apprendre. Les pixels sont ce dont on apprend.',
      },
      mend: {
        title: 'Réparer ce qui manque',
        note: 'Une cellule vide ou qui n’est pas un nombre devient 0, du papier. Leur nombre est indiqué.',
      },
      divide: {
        title: 'Diviser par 255',
        note: 'Un réseau apprend mieux de petits nombres : chaque pixel devient un nombre de 0 à 1.',
      },
      shape: {
        title: 'Retrouver la forme',
        note: 'Les 784 nombres d’une ligne redeviennent une image : 28 lignes de 28 pixels avec un canal, gris.',
      },
      oneHot: {
        title: 'One-hot',
        note: 'Le réseau répond par dix nombres, un par chiffre. L’étiquette devient donc aussi dix nombres : 1 à sa place, 0 ailleurs.',
      },
      split: {
        title: 'Mettre une part de côté',
        note: 'Le réseau n’apprend jamais de ces images : elles montrent comment il lit ce qu’il n’a pas vu.',
      },
      network: {
        title: 'Le réseau',
        note: 'Flatten, Dense 128 avec ReLU, Dense 64 avec ReLU, Dense 10 avec softmax : 109 386 poids en tout.',
      },
      train: {
        title: 'Entraîner',
        note: 'Adam corrige les poids toutes les 32 images, d’après l’entropie croisée des réponses, avec un taux de 0,001 ; dix fois toutes les images. Lancez l’entraînement ci-dessous : une ligne apparaît à chaque époque.',
      },
      predict: {
        title: 'Mesurer et prédire',
        note: 'Comment sont lues les images mises de côté, en tout et par chiffre. Choisissez ensuite un test.csv : les réponses forment le submission.csv.',
      },
    },
  },

  results: {
    title: 'Résultats',
    summary: (accuracy) => `${percent(accuracy)} d’exactitude de validation`,
    none: 'Entraînez un réseau pour voir ici sa précision et ses erreurs.',
    validation: 'Exactitude de validation',
    validationNote: (right, all) =>
      `${count(right)} sur ${counted(all, 'image mise de côté, bien lue', 'images mises de côté, bien lues')}`,
    drawn:
      'Inkling a dessiné ces chiffres lui-même. L’écriture réelle est plus difficile : l’exactitude y sera plus basse.',
    unmeasured: 'Rien n’a été mis de côté : l’exactitude n’a donc pas été mesurée.',
    tooShort: 'Fini avant la première époque : l’exactitude n’a donc pas été mesurée.',
    bestEpoch: (epoch) => `Poids de l’époque ${count(epoch)}, la meilleure en validation.`,
    used: 'Ce modèle lit maintenant l’ardoise',
    next: {
      title: 'Et maintenant',
      test: 'Répondre à un fichier de test',
      use: 'L’essayer avec un chiffre',
      mistakes: 'Voir ses erreurs',
      export: 'L’emporter',
    },
    confusion: 'Matrice de confusion',
    confusionNote: 'Lignes : ce que c’est. Colonnes : ce qui a été lu.',
    confusionCell: (truth, predicted, all) => `${truth} lu comme ${predicted} : ${count(all)}`,
    mostConfused: (truth, predicted, all) =>
      `Erreur la plus fréquente : ${truth} lu comme ${predicted}, ${counted(all, 'fois', 'fois')}.`,
  },

  mistakes: {
    choose: 'Choisissez une case pour voir ses images ; les flèches mènent de case en case.',
    title: 'Erreurs et confiance',
    close: 'Fermer',
    surestFirst: 'Les plus sûres d’abord.',
    none: 'Aucune image ici.',
    noMistake: 'Aucune image de validation n’est mal lue.',
    classes: 'Chiffre par chiffre',
    classesNote:
      'Précision : de ce qui a été lu ainsi, la part qui l’est. Rappel : de ce qui l’est, la part lue ainsi. F1 : les deux en un nombre.',
    digit: 'Chiffre',
    precision: 'Précision',
    recall: 'Rappel',
    f1: 'F1',
    images: 'Images',
    reliability: 'Fiabilité',
    reliabilityNote:
      'Une barre montre combien de fois des réponses aussi sûres sont justes. Sur la ligne pointillée, elles le sont aussi souvent qu’elles le disent.',
    confidence: 'Assurance',
    right: 'Justes',
    worst: 'Pires pertes',
    worstNote: 'Les erreurs qui ont laissé le moins de chances à l’étiquette.',
    pairs: 'Paires les plus confondues',
    now: 'Mal lues à présent',
    nowNote: 'Après la dernière époque : les erreurs qui coûtent le plus.',
    compare: 'Comparer deux modèles',
    compareNote:
      'Les deux lisent les mêmes images de validation. Le premier est celui entraîné ici.',
    compareInUse: 'Avec le modèle utilisé',
    compareFile: 'Avec un fichier de modèle',
    comparing: 'L’autre modèle lit les images',
    sameModel: 'Le modèle utilisé est celui entraîné ici : choisissez un fichier à comparer.',
    bothRight: 'Les deux justes',
    onlyFirst: 'Seul l’entraîné est juste',
    onlySecond: 'Seul l’autre est juste',
    bothWrong: 'Les deux faux',
    unchanged: 'Les résultats restent tels quels.',
    seen: (truth, predicted, sure) => `${truth} lu comme ${predicted}, sûr à ${percent(sure)}`,
    brief: (truth, predicted, sure) => `${truth} → ${predicted}, ${sure}`,
    pair: (truth, predicted) => `${truth} lu comme ${predicted}`,
    first: (shown, all) => `Les ${count(shown)} premières de ${count(all)} images.`,
    calibrationError: (error, before) =>
      `Écart moyen de ${percent(error)} (erreur de calibration attendue) ; ${percent(before)} sans la calibration.`,
    differs: (chance) =>
      `Une différence que le hasard seul ne ferait guère (test de McNemar, p = ${decimal(chance)}).`,
    alike: (chance) =>
      `Le hasard seul peut faire cette différence (test de McNemar, p = ${decimal(chance)}).`,
  },

  model: {
    title: 'Modèle utilisé',
    origins: {
      shipped: 'livré avec la page',
      trained: 'entraîné ici',
      file: 'chargé depuis un fichier',
      adapted: 'adapté à vos corrections',
    },
    facts: (all, accuracy) =>
      accuracy >= 0 ? `${weights(all)}, ${percent(accuracy)} mesurés` : weights(all),
    none: 'Aucun pour l’instant : entraînez-en un, ou chargez-en un.',
    load: 'Charger un modèle',
    shipped: 'Utiliser le modèle intégré',
    builtIn: 'Intégré',
    run: (title, run) => `${title}, entraînement ${count(run)}`,
    fromFile: (title) => `${title}, depuis un fichier`,
    corrected: (model, corrections) =>
      `${model} avec ${counted(corrections, 'correction', 'corrections')}`,
    adapted: (model) => `${model} avec vos corrections`,
    chip: (name) => `Modèle : ${name}`,
    details: 'À propos de ce modèle',
    train: 'Entraîner le vôtre',
    share: 'Partager en fichier',
    shareNote:
      'Un fichier HTML contenant ce modèle. Il s’ouvre dans tout navigateur, même hors ligne.',
    shareModel:
      'Pour le charger ailleurs dans Inkling, ouvrez Entraîner et choisissez « Enregistrer le modèle ».',
    unchanged: (title) => `« ${title} » est toujours utilisé.`,
    nothingChanged: 'Rien n’a changé.',
    advice: 'Choisissez un fichier .safetensors enregistré ici ou par la commande inkling.',
    shippedAdvice: 'Réessayez plus tard.',
  },

  exporting: {
    title: 'À emporter',
    inUse: 'Emporter ce modèle',
    formats: {
      safetensors: {
        label: 'Enregistrer le modèle',
        good: 'Le réseau lui-même (.safetensors) : à recharger ici ou à utiliser avec la commande inkling.',
      },
      onnx: {
        label: 'Enregistrer en ONNX',
        good: 'Pour d’autres programmes : Python, serveurs et téléphones le lisent avec onnxruntime.',
      },
      page: {
        label: 'Enregistrer comme page',
        good: 'Une page qui contient le modèle (.html) : elle s’ouvre dans tout navigateur, sans réseau, et lit ce qu’on dessine.',
      },
      card: {
        label: 'Enregistrer la fiche',
        good: 'Une page sur le modèle (.md, en anglais) : couches, entraînement, résultats et limites.',
      },
    },
    saved: (name: string, size: number) => `Enregistré : ${name}, ${bytes(size)}.`,
    unchanged: 'Le modèle est resté tel quel. Réessayez.',
  },

  standalone: {
    pad: 'Zone d’écriture : écrivez ici un nombre avec la souris, un stylet ou le doigt',
    starting: 'Préparation de la lecture…',
    noScript:
      'Cette page lit avec JavaScript, qui est désactivé ici. Ouvrez-la dans un navigateur qui l’exécute.',
    model: 'Le modèle',
    data: (data: string) => `Appris de : ${data}`,
    protocol: (protocol: string) => `Mesure : ${protocol}`,
    alone:
      'Le modèle et tout ce qui lit avec lui sont dans ce seul fichier : il ne demande rien à aucun réseau.',
    unsure: 'incertain',
    broken: 'Plus rien ne peut être lu. Rouvrez cette page.',
  },

  test: {
    title: 'Prédire un fichier de test',
    empty:
      'Un test.csv, comme le fichier d’entraînement mais sans étiquettes : chaque image est lue, et les réponses forment un submission.csv.',
    by: 'Réponses de',
    measured: (accuracy) => `${percent(accuracy)} mesurés`,
    choose: 'Choisir un test.csv',
    needsModel: 'Il faut d’abord un modèle.',
    busy: (name) => `Prédiction de ${name}`,
    done: (all) => counted(all, 'image prédite', 'images prédites'),
    submission: 'Télécharger submission.csv',
    predicted: (digit) => `Prédit : ${digit}`,
    number: 'N°',
    image: 'Image',
    prediction: 'Prédiction',
    byDoubt: 'Prédictions par confiance',
    confidence: 'Confiance',
    doubtful: 'Les moins sûres d’abord. Vérifiez-les à l’œil.',
    unchanged: 'Le modèle utilisé est resté le même.',
    advice: 'Choisissez un fichier d’images de 28 × 28, comme le test.csv de Kaggle.',
  },

  about: {
    title: 'À propos d’Inkling',
    what: 'Inkling lit les chiffres manuscrits, et apprend à les lire des données qu’on lui donne. Les deux se passent dans cette seule page : un noyau C++, compilé en WebAssembly, fait le travail, et rien de ce qui est dessiné ou choisi ne quitte cet appareil.',
    readingTitle: 'Du stylo au chiffre',
    readingSteps: ['traits', '28 × 28', 'réseau', 'réponse'],
    readingNote:
      'Ce sont les traits eux-mêmes qui sont lus, non les pixels de l’écran : ils sont redessinés comme MNIST a été fait, ajustés à 20 × 20 et centrés sur leur masse.',
    trainingTitle: 'Du fichier au réseau',
    trainingSteps: ['train.csv', 'lots', 'corriger', 'mesurer'],
    trainingNote:
      'Les images passent dans le réseau par lots. Son erreur dit comment corriger chaque poids. Les images mises de côté disent comme il lit bien ce qu’il n’a jamais vu.',
    figures: 'Le modèle qui lit maintenant',
    figuresNone: 'Aucun modèle n’est chargé.',
    modelName: 'Nom',
    weights: 'Poids',
    accuracy: 'Exactitude mesurée',
    unmeasured: 'non indiquée',
    architecture: 'Couches',
    protocol: 'Comment elle a été mesurée',
    engine: 'Moteur',
    release: 'Cette version',
    version: 'Version',
    licence: 'Licence',
    source: 'Code source',
    card: 'Fiche du modèle intégré',
    embed: 'Dans votre page',
    embedNote:
      'Un champ de formulaire pour chiffres manuscrits. Ils sont lus sur l’appareil du visiteur.',
    package: 'Paquet',
  },
};
