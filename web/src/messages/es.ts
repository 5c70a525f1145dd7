import type { Messages } from './en';
import { bytes, count, counted, decimal, duration, likelihood, percent, speed } from './format';

const under = (least: string) => `menos del ${least}`;
const images = (value: number) => counted(value, 'imagen', 'imágenes');
const weights = (value: number) => counted(value, 'peso', 'pesos');
const epochs = (value: number) => counted(value, 'época', 'épocas');

const places = {
  top: { left: 'arriba a la izquierda', middle: 'arriba', right: 'arriba a la derecha' },
  middle: { left: 'a la izquierda', middle: 'en el centro', right: 'a la derecha' },
  bottom: { left: 'abajo a la izquierda', middle: 'abajo', right: 'abajo a la derecha' },
};

export const es: Messages = {
  name: 'Inkling',
  views: { label: 'Salas', read: 'Leer', train: 'Entrenar', about: 'Info' },
  noDrop:
    'Aquí no se pueden soltar archivos. Suelte imágenes en la página Leer, o datos en la tarjeta Datos de la página Entrenar.',

  language: {
    name: 'Idioma',
    failed: (name) => `No se pudo obtener «${name}»: la red o el servidor no respondió.`,
  },

  theme: {
    system: 'Colores: como el sistema',
    light: 'Colores: claros',
    dark: 'Colores: oscuros',
  },

  engine: {
    name: 'Motor',
    starting: 'arrancando',
    failed: 'parado',
    about:
      'Un solo núcleo en C++, compilado a WebAssembly, hace todos los cálculos en sus propios workers.',
    reading: 'Un worker lee lo que se escribe y otro entrena. Ninguno envía nada a ninguna parte.',
    named: ({ variant, threads }) =>
      `${variant.startsWith('relaxed') ? 'SIMD relajado' : 'SIMD'}, ${threads > 1 ? `${count(threads)} hilos` : 'un hilo'}`,
    reads: (running) => `Lee con ${running}: es lo que antes arranca.`,
    trains: (running) => `Entrena con ${running}.`,
    willTrain: (planned) => `Entrenará con ${planned}.`,
    fellBack: 'Aquí no arrancaron los hilos, así que uno solo hace el trabajo.',
    unknownVariant: (name) => `No hay ningún motor «${name}».`,
    unavailableVariant: (name) => `La dirección pide «${name}», que aquí no puede funcionar.`,
    others: 'Qué puede funcionar aquí',
    missing: {
      simd: 'este navegador no tiene SIMD',
      relaxed: 'este navegador no tiene SIMD relajado',
      isolated: 'la página no está aislada de otras, así que los hilos no comparten memoria',
      cores: 'este dispositivo tiene un solo núcleo',
    },
  },

  failures: {
    broken: 'El motor se detuvo inesperadamente.',
    noSimd: 'A este navegador le falta el SIMD de WebAssembly. Cualquiera actual lo tiene.',
    modelUnreachable: 'No se pudo obtener el modelo: la red o el servidor no respondió.',
    templateUnreachable:
      'No se pudo obtener la plantilla de la página: la red o el servidor no respondió.',
    modelTooLarge: 'Este archivo ocupa más de 256 MB: no es un modelo para esta página.',
    emptyFile: 'Este archivo está vacío.',
    noFiles: 'No contiene archivos que puedan ser datos.',
    workbook: 'Es un libro de Excel. Hay que guardarlo como CSV y elegir ese.',
    pytorch:
      'Es un archivo de PyTorch. Hay que guardar sus imágenes como CSV o IDX y elegir ese archivo.',
    zipDamaged: 'Este archivo zip está dañado o llegó incompleto.',
    zipEncrypted:
      'Este archivo zip tiene contraseña. Hay que descomprimirlo y elegir lo que contiene.',
    zipEntry: 'Este archivo no se pudo descomprimir: está dañado.',
    zipMethod:
      'Este archivo está comprimido de un modo que aquí no se lee. Hay que descomprimirlo aparte.',
    zipInside:
      'Es un archivo comprimido dentro de otro. Hay que descomprimirlo y elegirlo por separado.',
    tooManyFiles: 'Son más de 200 000 archivos. Elija menos a la vez, o una tabla de imágenes.',
    blankPicture: 'En esta imagen no hay nada escrito que destaque del papel.',
    noPictures:
      'Este navegador no abre imágenes en segundo plano. Elija una tabla de imágenes, como un CSV.',
    canvasScrambled:
      'Su navegador altera las imágenes para evitar el rastreo. Permita que esta página lea datos de canvas o use otro navegador.',
    unreadable:
      'No se pudo leer este archivo hasta el final: está dañado o cambió en el disco mientras tanto.',
    gzip: 'Este archivo .gz está dañado o incompleto. Descárgalo de nuevo.',
    fileTooLarge: 'Descomprimido, este archivo ocupa más de 1 GB. Se lee 1 GB como máximo.',
    noData: 'Todavía no hay datos de los que aprender.',
    noRun: 'No hay ningún entrenamiento terminado que examinar. Entrene de nuevo.',
    noPicture: 'Este archivo no es una imagen que el navegador pueda mostrar, o está dañado.',
    pictureTooLarge:
      'Esta imagen es demasiado grande: se leen hasta 120 millones de píxeles y 100 MB. Hay que reducirla.',
    cameraDenied:
      'Esta página no tiene permiso para usar la cámara. Concédalo en los ajustes del navegador para esta página e inténtelo de nuevo, o elija una imagen.',
    cameraAbsent:
      'No se encontró ninguna cámara. Conecte una e inténtelo de nuevo, o elija una imagen.',
    cameraBusy:
      'La cámara no da imagen. Cierre otros programas que puedan estar usándola e inténtelo de nuevo.',
    cameraInsecure:
      'Los navegadores solo ceden la cámara a páginas que llegan por HTTPS. Elija una imagen en su lugar.',
    noLabels: 'Estas cifras no tienen etiquetas: cada una necesita la que dice qué muestra.',
    tooManyDrawings: 'Son más de 2000 cifras. Elija una parte del archivo.',
    runningElsewhere: 'Este entrenamiento continúa en otra página.',
    noCheckpoint:
      'No se encontró ningún entrenamiento que continuar: ya no existe, o el archivo no se guardó aquí o está dañado.',
    alreadyTraining: 'Ya hay un entrenamiento en marcha. Deténgalo o espere a que termine.',
    dataInUse: 'Un entrenamiento usa estos datos. Deténgalo para cambiarlos.',
  },

  update: { ready: 'Hay una nueva versión lista.', reload: 'Recargar' },

  problem: {
    label: 'Qué falló',
    dismiss: 'Cerrar',
    view: 'Algo ha fallado en esta vista. Los datos y el entrenamiento no se han visto afectados.',
  },

  read: {
    title: 'Leer',
    pad: (strokes) =>
      `Pizarra: aquí se escribe un número con ratón, lápiz o dedo. ${strokes > 0 ? `Contiene ${counted(strokes, 'trazo', 'trazos')}` : 'Está vacía'}`,
    write: 'Escriba un número',
    answer: 'Respuesta',
    private: 'Todo se queda en este dispositivo.',
    copy: 'Copiar',
    copied: 'Copiado',
    copyFailed: 'El navegador no ha permitido copiar.',
    tools: 'Pizarra',
    undo: 'Deshacer',
    redo: 'Rehacer',
    erase: 'Goma',
    clear: 'Borrar todo',
    pen: 'Lápiz',
    penOf: (width) => `Lápiz: ${width.toLowerCase()}`,
    penWidth: 'Grosor del lápiz',
    penWidths: { fine: 'Fino', medium: 'Medio', broad: 'Grueso' },
    penNote: 'Solo cambia lo que se ve. Las cifras se leen igual.',
    fingers: 'Escribir también con el dedo',
    onlyPen:
      'Ahora solo escribe el lápiz. Para escribir con el dedo, abra Lápiz y active «Escribir también con el dedo».',
    withKeys: (name, keys) => `${name} (${keys})`,
    shortcuts: 'Atajos de teclado',
    singleKeys: 'Usar teclas sueltas',
    singleKeysNote:
      'Funcionan mientras el foco está en la pizarra o en la respuesta. Haga clic en la pizarra para enfocarla.',
    correctKey: 'Corregir la cifra',
    penKeys: 'Lápiz más fino o más grueso',
    boxes: 'Recuadros',
    reading: 'Leyendo…',
    loading: 'El modelo está en camino; ya se puede escribir.',
    absent: 'Aquí todavía no hay ningún modelo.',
    absentAdvice: 'Entrene uno o cárguelo de un archivo',
    failed: 'Ahora mismo no se puede leer nada.',
    retry: 'Intentar de nuevo',
    broken:
      'El motor se detuvo con este dibujo y se ha reiniciado. Borre la pizarra o siga escribiendo.',
    digits: 'Cifras leídas',
    sure: (probability) => `seguro al ${percent(probability)}`,
    number: (probability) => `Número: seguro al ${percent(probability)}`,
    next: (digit, probability) => `luego ${digit}, ${likelihood(probability, under)}`,
    either: (digit, other) => `${digit} o ${other}`,
    or: (other) => `o ${other}`,
    both: (probability, other) => `${likelihood(probability, under)} y ${likelihood(other, under)}`,
    none: 'no es una cifra',
    noDigit: 'No es una cifra',
    closest: (digit) => `lo más parecido es ${digit}`,
    announced: (digit, probability) => `${digit}, seguro al ${percent(probability)}`,
    announcedUnsure: (digit, other) => `Dudoso: ${digit} o ${other}`,
    announcedNone: (digit) => `No es una cifra, lo más parecido es ${digit}`,
    announcedAll: (digits) => `${counted(digits.length, 'cifra', 'cifras')}: ${digits.join(', ')}`,
    announcedEmpty: 'La pizarra está vacía.',
    bars: 'Probabilidad de cada cifra',
    bar: (digit, probability) => `${digit}: ${percent(probability)}`,
    seen: 'Lo que vio el modelo',
    seenImage: (digit) => `El dibujo en 28 por 28 píxeles, leído como ${digit ?? 'ninguna cifra'}`,
    seenNothing: 'Todavía nada',
    seenNote: '28 × 28 píxeles, como en MNIST',
  },

  picture: {
    tools: 'Imagen',
    choose: 'Imagen',
    examples: 'Ejemplos',
    examplesTitle: 'Probar una imagen de ejemplo',
    example: { note: 'Nota', postcode: 'Código postal', chalk: 'Pizarra de tiza' },
    opening: 'Abriendo la imagen…',
    drop: 'Suelte aquí una imagen con cifras',
    dropHint: 'o suelte aquí una imagen',
    shown: (digits) =>
      `Imagen: ${digits > 0 ? `${counted(digits, 'cifra encontrada y recuadrada', 'cifras encontradas y recuadradas')} en ella` : 'no se encontró ninguna cifra en ella'}`,
    back: 'Volver a la pizarra',
    rotate: 'Girar',
    crop: 'Recortar',
    cropHint: 'Arrastre sobre las cifras que quiere leer.',
    cropFrom: 'Esquina superior izquierda del recorte; se mueve con las flechas',
    cropTo: 'Esquina inferior derecha del recorte; se mueve con las flechas',
    cropDone: 'Leer esta parte',
    whole: 'Imagen completa',
    blank: 'No hay nada escrito que destaque sobre el papel.',
    broken:
      'El motor se detuvo con esta imagen y se ha reiniciado. Vuelva a la pizarra o elija otra imagen.',
    unchanged: 'Lo que había en la pizarra sigue ahí.',
    advice: 'Elija un archivo PNG, JPEG o WebP, o tome una foto con la cámara.',
    camera: 'Cámara',
    cameraTitle: 'Fotografiar cifras',
    cameraView: 'Lo que ve la cámara',
    waiting: 'Esperando a la cámara. Puede que el navegador pregunte si esta página puede usarla.',
    aim: 'Procure que las cifras llenen la mayor parte de la imagen. La foto se queda en este dispositivo.',
    take: 'Tomar la foto',
    cancel: 'Cancelar',
  },

  correct: {
    title: 'Sus correcciones',
    fix: '¿Mal? Corregir',
    which: '¿Qué cifra es?',
    orType: 'También puede teclearla con el foco en la pizarra.',
    itIs: (digit) => `Es un ${digit}`,
    corrected: 'Corregido por usted',
    readAs: (digit) => `se leyó ${digit}`,
    forget: 'No guardar esta corrección',
    forgotten: 'La corrección no se guardó.',
    said: (digit) => `${digit}, corregido por usted`,
    announced: (digit, drawings) =>
      `Corregido: es un ${digit}. ${counted(drawings, 'dibujo', 'dibujos')} en sus correcciones.`,
    summary: (drawings) =>
      drawings > 0 ? counted(drawings, 'dibujo', 'dibujos') : 'Cifras que se leyeron mal',
    empty:
      'Cuando una cifra se lea mal, elija la correcta entre las barras o tecléela: su dibujo se reúne aquí.',
    private: 'Este navegador los guarda; nunca salen de este dispositivo.',
    unsaved:
      'Este navegador no guarda nada para la página, o no le queda sitio: durarán hasta que se cierre. Guárdelos en un archivo.',
    drawing: (digit) => `Un dibujo de ${digit}`,
    remove: (digit) => `Quitar este dibujo de ${digit}`,
    removeAll: 'Quitar todos',
    removed: (drawings) => `${counted(drawings, 'dibujo quitado', 'dibujos quitados')}.`,
    undo: 'Recuperar',
    saveStrokes: 'Guardar como trazos',
    saveCsv: 'Guardar como CSV',
    load: 'Cargar de un archivo',
    loading: (name) => `Leyendo ${name}…`,
    joined: (drawings) =>
      `${counted(drawings, 'dibujo leído y añadido', 'dibujos leídos y añadidos')}.`,
    imagesOnly: (drawings) =>
      `${counted(drawings, 'llegó como imagen', 'llegaron como imágenes')}: solo está en el CSV.`,
    unchanged: 'Sus correcciones siguen como estaban.',
    advice:
      'Elija un archivo de cifras etiquetadas: trazos en .jsonl o un CSV como el train.csv de Kaggle.',
    learn: 'Aprender de ellas',
    learnNote:
      'Una copia del modelo aprende a leerlas bien y repasa cifras que dibuja Inkling, para olvidar poco.',
    few: (limit) =>
      `Con menos de ${count(limit)} correcciones, el modelo puede leer peor otras cifras.`,
    learning: 'Aprendiendo de sus correcciones…',
    learned: (right, all, before) =>
      `${count(right)} de ${counted(all, 'corrección leída', 'correcciones leídas')} bien ahora; antes, ${count(before)}.`,
    rehearsed: (digits, before, after) =>
      `De ${count(digits)} cifras que dibujó Inkling y no se usaron al aprender: ${percent(before)} bien antes, ${percent(after)} después.`,
    adapted: 'Ahora lee un modelo que aprendió de sus correcciones.',
    modelFleeting: 'Este navegador no guardó ese modelo: leerá hasta que se cierre la página.',
    unlearn: 'Deshacer lo aprendido',
    learnAdvice: 'Inténtelo de nuevo o quite correcciones que puedan ser erróneas.',
    learnOvertaken:
      'Ahora se usa otro modelo, así que se canceló el aprendizaje. Sus correcciones siguen aquí.',
  },

  why: {
    title: 'Por qué',
    summary: (answer, rival) => `Qué habla a favor de ${answer} y qué a favor de ${rival}`,
    summaryEmpty: 'Qué habla a favor de una respuesta y qué en contra',
    empty: 'Escriba una cifra: aquí se muestra qué partes decidieron y qué vio cada capa.',
    busy: 'Calculando…',
    failed: 'No se pudo calcular. El dibujo y su respuesta siguen como estaban.',
    mapTitle: 'Qué píxeles decidieron',
    mapNote:
      'Cada lugar se cambió por turno, de tinta a papel y de papel a tinta: cuanto más costaría, más intenso el color. El papel también habla.',
    speaksFor: (digit) => `habla a favor de ${digit}`,
    map: (said) => `Mapa de calor del dibujo. ${said.join('. ')}.`,
    loudest: (digit, place) =>
      place
        ? `A favor de ${digit} habla sobre todo ${{ ink: 'la tinta', paper: 'el papel en blanco' }[place.what]} ${places[place.down][place.across]}`
        : `Nada habla a favor de ${digit}`,
    layers: 'Lo que salió de cada capa',
    layersNote: 'Cuanto más intensa la tinta, más alto el valor frente a los demás de su capa.',
    shape: (height, width, channels) =>
      height * width > 1
        ? `${counted(channels, 'canal', 'canales')} de ${count(height)} × ${count(width)}`
        : counted(channels, 'número', 'números'),
    channels: (name, channels) =>
      `Lo que salió de ${name}: ${counted(channels, 'imagen', 'imágenes')}`,
    last: (ranked) => `Cifras del número más alto al más bajo: ${ranked.join(', ')}`,
  },

  train: {
    title: 'Entrenar',
    open: (name) => `Mostrar ${name}`,
    close: (name) => `Ocultar ${name}`,
    missing: 'No se pudo obtener esta sala: la red o el servidor no respondió.',
    reload: 'Volver a cargar la página',
  },

  data: {
    title: 'Datos',
    drop: 'Suelte aquí un train.csv o una carpeta de imágenes',
    empty:
      'Imágenes de cifras con sus etiquetas: el train.csv de Kaggle u otra tabla parecida, los archivos de MNIST o imágenes en carpetas con el nombre de su cifra.',
    forms:
      'CSV, ARFF, IDX, NumPy (.npy, .npz), trazos (.jsonl, .json), PNG y JPEG. La etiqueta de una imagen también puede estar en su nombre o en un labels.csv. Un archivo o varios, también en .gz o dentro de un .zip.',
    choose: 'Elegir archivos',
    chooseFolder: 'Elegir una carpeta',
    another: 'Elegir otros',
    add: 'Añadir archivos',
    corrections: (drawings) =>
      `Añadir ${counted(drawings, 'corrección suya', 'correcciones suyas')}`,
    correctionsName: 'Sus correcciones',
    named: (first, more) => (more > 0 ? `${first} y ${count(more)} más` : first),
    files: (files) => `de ${counted(files, 'archivo', 'archivos')}`,
    skippedFiles: (files) => counted(files, 'archivo se dejó fuera', 'archivos se dejaron fuera'),
    moreSkippedFiles: (files) => `Y ${count(files)} más.`,
    sample: 'Probar con datos de muestra',
    sampleName: 'Datos de muestra',
    sampleNote: `4000 cifras dibujadas por un trazador con semilla: bastan para verlo todo en marcha.`,
    presetChosen: (preset) =>
      `Modelo base cambiado a «${preset}». Aprende los datos de muestra en segundos.`,
    presetBack: (preset) => `Mantener «${preset}»`,
    opening: (name) => `Leyendo ${name}`,
    read: (done, total) => `${bytes(done)} de ${bytes(total)}`,
    cancel: 'Cancelar',
    summary: (all, classes, repaired, leftOut) =>
      [
        images(all),
        classes > 0 ? counted(classes, 'clase', 'clases') : 'sin etiquetas',
        repaired > 0 ? counted(repaired, 'celda reparada', 'celdas reparadas') : 'nada reparado',
        ...(leftOut > 0 ? [counted(leftOut, 'fila omitida', 'filas omitidas')] : []),
      ].join(', '),
    shape: 'Tamaño',
    shapeValue: (rows, columns) => `${count(rows)} × ${count(columns)}`,
    shapeNote: 'filas × columnas',
    shapeOfImages: (all) => `${count(all)} × 28 × 28`,
    shapeOfImagesNote: 'imágenes × píxeles',
    format: 'Formato',
    repaired: 'Reparado',
    nothingRepaired: 'Nada: cada celda es un número del 0 al 255.',
    repairedCells: (cells) =>
      `${counted(cells, 'celda faltaba o no era un número y se leyó', 'celdas faltaban o no eran números y se leyeron')} como 0.`,
    rowsLeftOut: 'Filas omitidas',
    allRowsUsed: 'Ninguna: se usan todas.',
    rowsUsed: (used, all, leftOut) =>
      `Se usan ${count(used)} de ${counted(all, 'fila', 'filas')}; ${counted(leftOut, 'omitida', 'omitidas')}.`,
    histogram: 'Imágenes de cada cifra',
    histogramBar: (digit, all) => `${digit}: ${images(all)}`,
    predictable:
      'Estas imágenes no tienen etiquetas. No sirven para entrenar, pero un modelo puede predecirlas.',
    predict: 'Predecir estas imágenes',
    missing: (digits) =>
      `No hay imágenes de ${digits}. Para entrenar hacen falta imágenes de cada cifra.`,
    unchanged: (name) => `«${name}» sigue cargado.`,
    nothingChanged: 'No ha cambiado nada.',
    advice: 'Elija otros archivos o pruebe con los datos de muestra.',
    lost: 'Los datos ya no están en la memoria.',
  },

  appearance: {
    inverted: 'Estas imágenes son oscuras sobre claro. Inkling espera claro sobre oscuro.',
    invert: 'Invertir',
    invertDone: 'Imágenes invertidas.',
    sideways: 'Estas cifras están tumbadas, como en EMNIST. Inkling las espera derechas.',
    turn: 'Enderezar',
    turnDone: 'Imágenes enderezadas.',
    notUpright: 'Estas cifras no están derechas. Hay que girar las imágenes y elegirlas de nuevo.',
    undo: 'Deshacer',
  },

  gallery: {
    title: 'Todas las imágenes',
    filter: 'Qué imágenes se muestran',
    all: 'Todas',
    described: (all) =>
      `${images(all)}. Las flechas, Re Pág, Av Pág, Inicio y Fin llevan de una a otra.`,
    image: (number, label) =>
      label === undefined ? `Imagen ${count(number)}` : `Imagen ${count(number)}: un ${label}`,
    number: (number) => `Imagen ${count(number)}`,
    labelled: (label) => `Etiqueta: ${label}`,
    noneShown: 'No hay imágenes de esta cifra.',
    mean: (digit) => `La imagen media del ${digit}`,
    noneFound: 'Ninguna.',
    changed: 'Cambiadas',
    doubted: 'Quizá mal etiquetadas',
    duplicates: 'Quizá duplicadas',
    findDuplicates: 'Buscar duplicadas',
    findDoubted: 'Buscar etiquetas erróneas',
    looking: 'Revisando todas las imágenes',
    needsModel:
      'Las etiquetas erróneas se descubren por lo que opina una red: entrene una primero.',
    excluded: 'excluida',
    nowLabelled: (label) => `ahora ${label}`,
    readAs: (digit, probability, loss) =>
      `Leída como ${digit}. La probabilidad de la etiqueta es ${likelihood(probability, under)}; su pérdida, ${decimal(loss)}.`,
    sameAs: (others, more) => `Igual que ${others}${more > 0 ? ` y ${count(more)} más` : ''}.`,
    likeOf: (others, more) => `Casi igual que ${others}${more > 0 ? ` y ${count(more)} más` : ''}.`,
    relabel: 'Etiqueta',
    labelIt: (digit) => `Etiquetar como ${digit}`,
    leaveOut: 'Excluir',
    takeIn: 'Volver a incluir',
    keys: 'Entre las imágenes, de 0 a 9 etiquetan la elegida, x la excluye y u deshace.',
    overrides: (relabelled, omitted) =>
      `${count(relabelled)} con otra etiqueta, ${count(omitted)} excluidas`,
    overridesNote: 'El próximo entrenamiento aprende de los datos cambiados.',
    undo: 'Deshacer',
    reset: 'Deshacer todos los cambios',
    saveOverrides: 'Guardar los cambios',
    saveData: 'Guardar los datos cambiados',
  },

  importIssues: {
    title: 'Cada una',
    file: 'Archivo',
    row: 'Fila',
    column: 'Columna',
    found: 'Lo que hay allí',
    why: 'Por qué',
    missing: 'nada',
    values: (found, wanted) => `Tiene ${found} valores en vez de ${count(wanted)}.`,
    label: (found) => `La etiqueta es «${found}»; las etiquetas van del 0 al 9.`,
    noLabel: 'Falta la etiqueta.',
    pixel: (found, most) => `${found} no está entre 0 y ${count(most)}.`,
    strokes: (found) => `No se puede leer como trazos: ${found}.`,
    listed: (shown, kept, all) =>
      `Se muestran ${count(shown)} de ${count(all)}; en el archivo hay ${count(kept)}.`,
    save: 'Guardar la lista',
  },

  glossary: {
    what: (word) => `¿Qué significa «${word}»?`,
    epoch:
      'Una pasada por todas las imágenes de entrenamiento. En cada época, la red ve cada imagen una vez.',
    loss: 'Cuánto se alejan las predicciones de las etiquetas. El entrenamiento la reduce; 0 sería perfecto.',
    conv: 'Convolución: pequeños filtros recorren la imagen y encuentran bordes, curvas y otras formas.',
    norm: 'Normalización: lleva todos los valores a una escala parecida. Así se entrena más rápido y de forma más estable.',
    relu: 'Unidad lineal rectificada: pone a 0 los valores negativos. Así la red aprende más que líneas rectas.',
    pool: 'Agrupación: conserva el mayor valor de cada ventana pequeña y reduce así la imagen.',
    dropout:
      'Oculta valores al azar durante el entrenamiento, para que la red no dependa de ninguno.',
    flatten: 'Dispone una imagen como una sola fila de números.',
    dense: 'Totalmente conectada: cada salida se calcula con todas las entradas.',
  },

  network: {
    title: 'Red',
    preset: 'Modelo base',
    presets: {
      article: {
        title: 'Red del tutorial',
        description:
          'Dos capas ocultas. El modelo final promedia los últimos pesos y da resultados más estables.',
      },
      fast: {
        title: 'Rápida',
        description: 'Una red convolucional pequeña. Con MNIST supera el 99 % en pocas épocas.',
      },
      accurate: {
        title: 'Precisa',
        description:
          'Una red convolucional más profunda, entrenada con imágenes modificadas. Es la que menos se equivoca.',
      },
    },
    summary: (title, all) => `${title}, ${weights(all)}`,
    layer: 'Capa',
    output: 'Salida',
    weights: 'Pesos',
    total: 'En total',
    starting: 'El motor está arrancando…',
    note: 'Los pesos son los números que halla el entrenamiento. La salida es la forma de lo que una capa entrega.',
    own: 'Red propia',
    ownNote: (preset) => `Capas propias, entrenadas como «${preset}».`,
    replaced: 'Sus propias capas no están en uso ahora.',
    bringBack: 'Recuperarlas',
    counts: weights,
    multiplyAdds: 'Multiplicaciones y sumas',
    epochTakes: (ms, all) =>
      `${ms < 1000 ? 'menos de 1 s' : `unos ${duration(ms)}`} por época de ${images(all)}`,
    measuring: 'Midiendo lo rápido que entrena aquí…',
    layers: 'Capas',
    edit: 'Editar las capas',
    editDone: 'Listo',
    addKind: 'Tipo de capa',
    add: 'Añadir capa',
    undo: 'Deshacer',
    toPreset: 'Volver al modelo base',
    asText: 'En una línea',
    asTextNote:
      'Las barras separan las capas. Alt con una flecha mueve arriba la capa que tiene el foco; Ctrl+Z deshace.',
    fields: {
      size: 'Tamaño',
      channels: 'Canales',
      window: 'Ventana',
      share: 'Parte omitida',
      units: 'Salidas',
    },
    fieldOf: (field, place) => `${field}, capa ${count(place)}`,
    wholePatches: 'Solo dentro, sin margen',
    kinds: {
      conv: 'conv: filtros que recorren la imagen',
      norm: 'norm: lleva los valores a una misma escala',
      relu: 'relu: pone a 0 lo que está por debajo',
      pool: 'pool: guarda el mayor de cada ventana',
      dropout: 'dropout: oculta algunos valores al aprender',
      flatten: 'flatten: la imagen en una sola fila',
      dense: 'dense: cada entrada con cada salida',
    },
    up: (place) => `Subir la capa ${count(place)}`,
    down: (place) => `Bajar la capa ${count(place)}`,
    remove: (place) => `Quitar la capa ${count(place)}`,
  },

  share: {
    copy: 'Copiar enlace',
    copied: 'Enlace copiado: abre esta red con estos ajustes.',
    denied: 'El navegador no dejó copiar el enlace. Es este:',
    link: 'Enlace a esta red',
    noSetting: (name) => `Este enlace fija «${name}», que aquí no es ningún ajuste.`,
    noValue: (name, value) => `Este enlace fija «${name}» en «${value}», y no puede ser.`,
    unchanged: 'La red y los ajustes siguen como estaban.',
    advice: 'Pida el enlace de nuevo, o ajuste a mano lo que debía ajustar.',
  },

  run: {
    title: 'Entrenamiento',
    settings: 'Ajustes',
    summary: (preset, all, batch, rate) =>
      `${preset}, ${epochs(all)}, lotes de ${count(batch)}, tasa ${decimal(rate)}`,
    epochs: 'Épocas',
    takes: (ms) => (ms < 1000 ? 'Menos de 1 s en total' : `Unos ${duration(ms)} en total`),
    batch: 'Lote',
    batchNote: 'Imágenes por actualización de los pesos.',
    updates: (updates) => `${counted(updates, 'actualización', 'actualizaciones')} por época`,
    rate: 'Tasa de aprendizaje',
    rateNote: 'Tamaño de paso de cada actualización.',
    validation: 'Validación, %',
    validationNote: 'Parte de las imágenes que no se entrena y sirve para medir la exactitud.',
    heldOut: (held, all) => `${count(held)} de ${count(all)} imágenes`,
    seed: 'Semilla',
    seedNote: 'La misma semilla da los mismos pesos.',
    augment: 'Aumento de datos',
    augmentNote:
      'Girar, mover y estirar un poco cada imagen, de nuevo en cada época. Nunca reflejarla.',
    range: (least, most) => `Un número de ${least} a ${most}.`,
    wholeRange: (least, most) => `Un número entero de ${least} a ${most}.`,
    schedule: 'Curso de la tasa',
    scheduleNote: 'Cómo cambia la tasa de aprendizaje durante el entrenamiento.',
    schedules: {
      constant: 'Constante',
      'one-cycle': 'Un ciclo: sube y luego baja',
      cosine: 'Coseno: siempre baja',
    },
    steady: (rate) => `Tasa de aprendizaje: siempre ${rate}`,
    curve: (first, peak, last) =>
      `Tasa de aprendizaje: ${first} al principio, ${peak} como máximo, ${last} al final`,
    more: 'Más ajustes',
    optimiser: 'Optimizador',
    optimiserNote: 'Lo que corrige los pesos; Muon, las matrices de las capas ocultas.',
    decay: 'Decaimiento de pesos',
    decayNote: 'Lo que pierden los pesos por paso, por la tasa.',
    smoothing: 'Suavizado de etiquetas',
    smoothingNote: 'Parte del objetivo que reciben las diez cifras.',
    average: 'Media de los pesos',
    averageNote: 'Cuánto de la media deja un paso; 0 para ninguna.',
    patience: 'Paciencia, épocas',
    patienceNote: 'Termina tras tantas sin leer mejor las imágenes reservadas; 0 para nunca.',
    patienceHeldOut: 'Necesita imágenes reservadas: ponga Validación por encima de 0.',
    patienceKeepsBest: 'Va con los pesos de la mejor época.',
    keep: 'Pesos que quedan',
    keepNote: 'Cuáles son el resultado.',
    keeps: { best: 'Los de la mejor época', last: 'Los de la última época' },
    preview: 'Lo que ve el entrenamiento',
    previewNote: 'La primera de cada fila es de los datos; las demás se hacen con ella.',
    previewEmpty: 'Elija datos para ver qué hace con ellos el aumento.',
    previewImage: (row) => `Imagen ${count(row)}`,
    previewVariant: (row, variant) => `Imagen ${count(row)}, cambio ${count(variant)}`,
    strengths: 'Cuánto cambian las imágenes',
    strengthsNote: 'Cada valor es el extremo hacia ambos lados; 0 las deja como están.',
    strength: {
      rotation: 'Giro, grados',
      scale: 'Tamaño, parte',
      aspect: 'Ancho a alto, parte',
      shear: 'Inclinación, parte',
      shift: 'Desplazamiento, píxeles',
      stroke: 'Grosor del trazo, píxeles',
      'stroke chance': 'Parte con otros trazos',
      elastic: 'Deformación, píxeles',
      blur: 'Desenfoque, píxeles',
      noise: 'Ruido, de papel a tinta',
    },
    rateNow: 'Tasa de aprendizaje ahora',
    halve: 'Reducir a la mitad',
    double: 'Duplicar',
    toSchedule: 'Volver al curso previsto',
    rateScaled: (scale) => `${decimal(scale)} veces la prevista`,
    unfit: 'Una capa de la red no encaja.',
    endedEarly: (all, ms) => `Terminado antes: ${epochs(all)} en ${duration(ms)}`,
    start: 'Entrenar',
    again: 'Entrenar de cero',
    pause: 'Pausa',
    resume: 'Reanudar',
    stop: 'Parar',
    needsData: 'Elija primero los datos.',
    needsLabels: 'Estos datos no tienen etiquetas.',
    needsNetwork: 'Todavía no hay ninguna red que entrenar.',
    opening: 'Se están leyendo los datos.',
    ready: 'Todo listo.',
    invalid: 'Algún ajuste está fuera de su rango.',
    beginning: 'Preparando…',
    stopping: 'Deteniendo…',
    epoch: (epoch, all) => `Época ${count(epoch)} de ${count(all)}`,
    speed: (perSecond) => `${speed(perSecond)}\u00a0imágenes/s`,
    left: (ms) => `quedan ${duration(ms)}`,
    paused: 'En pausa',
    finished: (all, ms) => `Terminado: ${epochs(all)} en ${duration(ms)}`,
    stopped: (all) => `Detenido tras ${epochs(all)}`,
    failed: 'El entrenamiento falló',
    controls: 'Entrenamiento',
    progress: 'Progreso del entrenamiento',
    modelUnchanged: 'El modelo que lee sigue como estaba.',
    bestWeightsSaved: 'Los mejores pesos hasta ahora se conservan abajo.',
    advice: 'Empiece de nuevo, quizá con una tasa de aprendizaje menor.',
    adviceBroken: 'Si los datos ya no aparecen arriba, elíjalos de nuevo, y vuelva a empezar.',
    chip: (share) => `Entrenando, ${percent(Math.floor(share * 100) / 100)}`,
  },

  checkpoints: {
    interrupted: (epoch, all) =>
      `Un entrenamiento se interrumpió en la época ${count(epoch)} de ${count(all)}`,
    begun: (when) => `iniciado el ${when}`,
    resume: 'Continuar',
    discard: 'Descartar',
    restarted: (times) =>
      times === 1
        ? 'El motor se detuvo de forma inesperada. El entrenamiento siguió desde su último punto guardado.'
        : `El motor se detuvo ${count(times)} veces de forma inesperada. El entrenamiento siguió cada vez desde su último punto guardado.`,
    brokeAgain:
      'Se detuvo otra vez en el mismo lugar, así que el entrenamiento no continúa por sí solo. El modelo en uso para leer sigue como estaba.',
    full: 'El navegador no tiene más espacio para guardar este entrenamiento: si se cierra la página, se pierde. Guárdelo como archivo para continuar más tarde.',
    denied:
      'Este navegador no guarda nada para la página: si se cierra, este entrenamiento se pierde. Guárdelo como archivo para continuar más tarde.',
    save: 'Guardar lo entrenado',
    load: 'Continuar desde un punto de control',
    dataGone: 'No se pudieron recuperar los datos de este entrenamiento.',
    dataAdvice: 'Vuelva a cargar la página o descarte el entrenamiento.',
  },

  runs: {
    title: 'Ejecuciones',
    summary: (runs) =>
      runs > 0 ? counted(runs, 'ejecución guardada', 'ejecuciones guardadas') : 'Ninguna todavía',
    empty:
      'Los entrenamientos terminados se guardan en este navegador. Puede compararlos, usar sus modelos o repetirlos.',
    hint: 'Marque ejecuciones para superponer sus curvas.',
    columns: {
      name: 'Nombre',
      begun: 'Inicio',
      data: 'Datos',
      network: 'Red',
      epochs: 'Épocas',
      elapsed_ms: 'Tiempo',
      accuracy: 'Validación',
    },
    compare: 'Comparar',
    compareOne: (name) => `Comparar ${name}`,
    nameOf: (name) => `Nombre de la ejecución ${name}`,
    actions: 'Qué se puede hacer con ella',
    use: (name) => `Usar ${name} para leer`,
    used: (name) => `«${name}» lee ahora lo escrito.`,
    again: (name) => `Repetir ${name} con cambios`,
    save: (name) => `Guardar ${name} como archivo`,
    remove: (name) => `Quitar ${name}`,
    removed: (runs) => `${counted(runs, 'ejecución quitada', 'ejecuciones quitadas')}.`,
    load: 'Cargar una ejecución',
    overlay: 'Curvas',
    measure: 'Qué se dibuja',
    described: (measure, runs) => `${measure} a lo largo de las épocas. ${runs.join('; ')}`,
    unsaved: (runs) =>
      `El navegador no tuvo espacio para ${counted(runs, 'ejecución', 'ejecuciones')}, o no guarda nada para la página: guarde como archivo lo que necesite antes de cerrarla.`,
    unchanged: 'Las ejecuciones de arriba siguen como estaban.',
    advice: 'Elija un archivo que termine en .inkling-run.json.',
    otherSettings: 'Los ajustes de esta ejecución son de otra versión de Inkling.',
    refused: {
      tooLarge: () => 'Este archivo supera los 128 MB: no es una ejecución.',
      notJson: () => 'Este archivo no es una ejecución: no es JSON o está incompleto.',
      otherFile: () => 'Este archivo no es una ejecución guardada por Inkling.',
      newer: () => 'Esta ejecución la guardó otra versión de Inkling.',
      damaged: (field) => `Esta ejecución está dañada: falta «${field}» o no es válido.`,
    },
  },

  charts: {
    loss: 'Pérdida',
    lossNote: 'Cuánto se equivocan las respuestas: menos es mejor.',
    accuracy: 'Exactitud',
    accuracyNote: 'Parte de las imágenes leídas bien: más es mejor.',
    batch: 'Lote',
    training: 'Entrenamiento',
    validation: 'Validación',
    best: (epoch) => `Mejor época: ${epoch}`,
    described: (name, all, training, validation) =>
      `${name} tras ${epochs(all)}: entrenamiento ${training}, validación ${validation}`,
    tools: 'Cómo se muestran los gráficos',
    axis: 'Eje horizontal',
    horizontal: { epoch: 'Época', step: 'Paso', time: 'Tiempo (s)' },
    log: 'Pérdida logarítmica',
    smoothing: 'Suavizado',
    smoothed: 'Las líneas están suavizadas; los valores, la tabla y el CSV son los medidos.',
    csv: 'Valores (CSV)',
    png: (name) => `Guardar el gráfico «${name}» como PNG`,
    values: 'Valores de cada época',
    table: (name) => `${name} en una tabla`,
    tableEmpty: 'Los valores llegan al terminar la primera época.',
    of: (name, line) => `${name}, ${line}`,
  },

  tutorial: {
    enter: 'Tutorial: de train.csv a submission.csv',
    enterNote: 'Diez pasos. Cada uno muestra lo que hace con sus datos.',
    title: 'Tutorial',
    source: 'Sigue el tutorial habitual de Keras para esta competición de Kaggle:',
    leave: 'Salir',
    back: 'Atrás',
    next: 'Siguiente',
    finish: 'Terminar',
    step: (step, steps) => `paso ${count(step)} de ${count(steps)}`,
    needsData: 'Elija datos con etiquetas o los datos de muestra para continuar.',
    needsNetwork: 'Use la red del tutorial para continuar.',
    needsTraining: 'Entrene la red para continuar.',
    take: 'Usar la red del tutorial',
    taken: 'Red del tutorial seleccionada',
    labels: (images) => counted(images, 'etiqueta como esta', 'etiquetas como esta'),
    pixels: (images) => `${count(images)} × 784 píxeles, de 0 para el papel a 255 para la tinta`,
    stretch: (row, column) =>
      `Diez píxeles de la fila ${count(row)}, desde la columna ${count(column)}`,
    before: 'Antes',
    after: 'Después',
    digit: 'Dígito',
    becomes: (label) => `El ${label} pasa a ser`,
    training: 'imágenes para aprender',
    validation: 'imágenes apartadas',
    seed: (seed) =>
      `Sorteadas con la semilla ${seed}: la misma semilla aparta las mismas imágenes. Semilla y proporción se eligen en los ajustes.`,
    steps: {
      read: {
        title: 'Leer el archivo',
        note: 'El archivo es una tabla: una fila por imagen, una columna para su etiqueta y una para cada uno de sus 784 píxeles.',
      },
      apart: {
        title: 'Separar etiqueta y píxeles',
        note: 'La etiqueta dice lo que enseña la imagen: eso hay que aprender. De los píxeles se aprende.',
      },
      mend: {
        title: 'Reparar lo que falta',
        note: 'Una celda vacía o que no es un número pasa a ser 0, papel. Se dice cuántas había.',
      },
      divide: {
        title: 'Dividir entre 255',
        note: 'Una red aprende mejor de números pequeños: cada píxel pasa a ser un número de 0 a 1.',
      },
      shape: {
        title: 'De nuevo en su forma',
        note: 'Los 784 números de una fila vuelven a ser una imagen: 28 filas de 28 píxeles con un canal, gris.',
      },
      oneHot: {
        title: 'One-hot',
        note: 'La red responde con diez números, uno por dígito. Por eso la etiqueta también pasa a ser diez números: 1 en su lugar y 0 en los demás.',
      },
      split: {
        title: 'Apartar una parte',
        note: 'De estas imágenes la red no aprende nunca: muestran lo bien que lee lo que no ha visto.',
      },
      network: {
        title: 'La red',
        note: 'Flatten, Dense 128 con ReLU, Dense 64 con ReLU, Dense 10 con softmax: 109 386 pesos en total.',
      },
      train: {
        title: 'Entrenar',
        note: 'Adam corrige los pesos cada 32 imágenes, según la entropía cruzada de las respuestas, con una tasa de 0,001; diez veces por todas las imágenes. Inicie el entrenamiento abajo: aparece una línea por época.',
      },
      predict: {
        title: 'Medir y predecir',
        note: 'Lo bien que se leen las imágenes apartadas, en total y por dígito. Elija después un test.csv: sus respuestas son el submission.csv.',
      },
    },
  },

  results: {
    title: 'Resultados',
    summary: (accuracy) => `${percent(accuracy)} de exactitud de validación`,
    none: 'Entrene una red para ver aquí su precisión y sus errores.',
    validation: 'Exactitud de validación',
    validationNote: (right, all) =>
      `${count(right)} de ${counted(all, 'imagen reservada, leída', 'imágenes reservadas, leídas')} bien`,
    drawn:
      'Inkling dibujó estas cifras. La escritura real es más difícil: la exactitud será menor.',
    unmeasured: 'No se reservó nada, así que no se midió la exactitud.',
    tooShort: 'Acabó antes de la primera época, así que no se midió la exactitud.',
    bestEpoch: (epoch) => `Pesos de la época ${count(epoch)}, la mejor en validación.`,
    used: 'Este modelo lee ahora la pizarra',
    next: {
      title: 'Qué sigue',
      test: 'Responder un archivo de prueba',
      use: 'Probarlo con una cifra',
      mistakes: 'Ver sus errores',
      export: 'Llevárselo',
    },
    confusion: 'Matriz de confusión',
    confusionNote: 'Filas: lo que es. Columnas: lo que se leyó.',
    confusionCell: (truth, predicted, all) => `${truth} leído como ${predicted}: ${count(all)}`,
    mostConfused: (truth, predicted, all) =>
      `Error más frecuente: ${truth} leído como ${predicted}, ${counted(all, 'vez', 'veces')}.`,
  },

  mistakes: {
    choose: 'Elija una celda para ver sus imágenes; las flechas llevan de celda en celda.',
    title: 'Errores y confianza',
    close: 'Cerrar',
    surestFirst: 'Primero las más seguras.',
    none: 'Aquí no hay ninguna imagen.',
    noMistake: 'Ninguna imagen de validación se lee mal.',
    classes: 'Cifra por cifra',
    classesNote:
      'Precisión: de lo leído así, la parte que lo es. Exhaustividad: de lo que es así, la parte leída así. F1: ambas en un número.',
    digit: 'Cifra',
    precision: 'Precisión',
    recall: 'Exhaustividad',
    f1: 'F1',
    images: 'Imágenes',
    reliability: 'Fiabilidad',
    reliabilityNote:
      'Una barra muestra cuántas veces aciertan las respuestas igual de seguras. Sobre la línea discontinua aciertan tanto como dicen.',
    confidence: 'Seguridad',
    right: 'Aciertos',
    worst: 'Peores pérdidas',
    worstNote: 'Los errores que menos probabilidad dieron a la etiqueta.',
    pairs: 'Pares más confundidos',
    now: 'Leídas mal ahora',
    nowNote: 'Tras la última época: los errores que más cuestan.',
    compare: 'Comparar dos modelos',
    compareNote: 'Ambos leen las mismas imágenes de validación. El primero es el entrenado aquí.',
    compareInUse: 'Con el modelo en uso',
    compareFile: 'Con un archivo de modelo',
    comparing: 'El otro modelo lee las imágenes',
    sameModel: 'El modelo en uso es el entrenado aquí: elija un archivo con el que comparar.',
    bothRight: 'Ambos aciertan',
    onlyFirst: 'Solo acierta el entrenado',
    onlySecond: 'Solo acierta el otro',
    bothWrong: 'Ambos fallan',
    unchanged: 'Los resultados siguen como estaban.',
    seen: (truth, predicted, sure) =>
      `${truth} leído como ${predicted}, con ${percent(sure)} de seguridad`,
    brief: (truth, predicted, sure) => `${truth} → ${predicted}, ${sure}`,
    pair: (truth, predicted) => `${truth} leído como ${predicted}`,
    first: (shown, all) => `Las primeras ${count(shown)} de ${count(all)} imágenes.`,
    calibrationError: (error, before) =>
      `En promedio se desvía ${percent(error)} (error de calibración esperado); ${percent(before)} sin la calibración.`,
    differs: (chance) =>
      `Una diferencia que el azar solo difícilmente produciría (prueba de McNemar, p = ${decimal(chance)}).`,
    alike: (chance) =>
      `El azar solo puede producir esta diferencia (prueba de McNemar, p = ${decimal(chance)}).`,
  },

  model: {
    title: 'Modelo en uso',
    origins: {
      shipped: 'viene con la página',
      trained: 'entrenado aquí',
      file: 'cargado de un archivo',
      adapted: 'adaptado a sus correcciones',
    },
    facts: (all, accuracy) =>
      accuracy >= 0 ? `${weights(all)}, ${percent(accuracy)} medido` : weights(all),
    none: 'Todavía ninguno: entrene o cargue uno.',
    load: 'Cargar modelo',
    shipped: 'Usar el modelo integrado',
    builtIn: 'Integrado',
    run: (title, run) => `${title}, entrenamiento ${count(run)}`,
    fromFile: (title) => `${title}, de un archivo`,
    corrected: (model, corrections) =>
      `${model} con ${counted(corrections, 'corrección', 'correcciones')}`,
    adapted: (model) => `${model} con sus correcciones`,
    chip: (name) => `Modelo: ${name}`,
    details: 'Sobre este modelo',
    train: 'Entrenar uno propio',
    share: 'Compartir como archivo',
    shareNote:
      'Un archivo HTML con este modelo dentro. Se abre en cualquier navegador, incluso sin conexión.',
    shareModel: 'Para cargarlo en otro Inkling, abra Entrenar y elija «Guardar modelo».',
    unchanged: (title) => `«${title}» sigue en uso.`,
    nothingChanged: 'No ha cambiado nada.',
    advice: 'Elija un archivo .safetensors guardado aquí o con la orden inkling.',
    shippedAdvice: 'Inténtelo más tarde.',
  },

  exporting: {
    title: 'Para llevar',
    inUse: 'Llevarse este modelo',
    formats: {
      safetensors: {
        label: 'Guardar el modelo',
        good: 'La propia red (.safetensors): puede volver a cargarse aquí o usarse con la orden inkling.',
      },
      onnx: {
        label: 'Guardar como ONNX',
        good: 'Para otros programas: Python, servidores y teléfonos la usan con onnxruntime.',
      },
      page: {
        label: 'Guardar como página',
        good: 'Una página con el modelo dentro (.html): se abre en cualquier navegador, sin red, y lee lo que se dibuja.',
      },
      card: {
        label: 'Guardar la ficha',
        good: 'Una página sobre el modelo (.md, en inglés): capas, entrenamiento, resultados y límites.',
      },
    },
    saved: (name: string, size: number) => `Guardado: ${name}, ${bytes(size)}.`,
    unchanged: 'El modelo sigue como estaba. Inténtelo de nuevo.',
  },

  standalone: {
    pad: 'Zona de escritura: escriba aquí un número con ratón, lápiz o dedo',
    starting: 'Preparándose para leer…',
    noScript:
      'Esta página lee con JavaScript, que aquí está desactivado. Ábrala en un navegador que lo ejecute.',
    model: 'El modelo',
    data: (data: string) => `Aprendió de: ${data}`,
    protocol: (protocol: string) => `Medición: ${protocol}`,
    alone:
      'El modelo y todo lo que lee con él están en este único archivo: no pide nada a ninguna red.',
    unsure: 'dudoso',
    broken: 'Ya no se puede leer nada. Abra esta página de nuevo.',
  },

  test: {
    title: 'Predecir un archivo de prueba',
    empty:
      'Un test.csv, como el archivo de entrenamiento pero sin etiquetas: se lee cada imagen, y las respuestas forman un submission.csv.',
    by: 'Responde',
    measured: (accuracy) => `${percent(accuracy)} medido`,
    choose: 'Elegir un test.csv',
    needsModel: 'Primero hace falta un modelo.',
    busy: (name) => `Prediciendo ${name}`,
    done: (all) => counted(all, 'imagen predicha', 'imágenes predichas'),
    submission: 'Descargar submission.csv',
    predicted: (digit) => `Predicción: ${digit}`,
    number: 'N.º',
    image: 'Imagen',
    prediction: 'Predicción',
    byDoubt: 'Predicciones por confianza',
    confidence: 'Confianza',
    doubtful: 'Las menos seguras primero. Revíselas a simple vista.',
    unchanged: 'El modelo en uso sigue como estaba.',
    advice: 'Elija un archivo de imágenes de 28 × 28, como el test.csv de Kaggle.',
  },

  about: {
    title: 'Acerca de Inkling',
    what: 'Inkling lee cifras manuscritas y aprende a leerlas de los datos que se le dan. Ambas cosas ocurren solo en esta página: un único núcleo en C++, compilado a WebAssembly, hace el trabajo, y nada de lo que se dibuja o se elige sale de este dispositivo.',
    readingTitle: 'Del lápiz a la cifra',
    readingSteps: ['trazos', '28 × 28', 'red', 'respuesta'],
    readingNote:
      'Se leen los propios trazos, no los píxeles de la pantalla: se dibujan de nuevo como se hizo MNIST, ajustados a 20 × 20 y centrados por su masa.',
    trainingTitle: 'Del archivo a la red',
    trainingSteps: ['train.csv', 'lotes', 'corregir', 'medir'],
    trainingNote:
      'Las imágenes pasan por la red en lotes. Cuánto se equivocó indica cómo corregir cada peso. Las imágenes reservadas indican lo bien que lee lo que nunca vio.',
    figures: 'El modelo que lee ahora',
    figuresNone: 'No hay ningún modelo cargado.',
    modelName: 'Nombre',
    weights: 'Pesos',
    accuracy: 'Exactitud medida',
    unmeasured: 'no indicada',
    architecture: 'Capas',
    protocol: 'Cómo se midió',
    engine: 'Motor',
    release: 'Esta versión',
    version: 'Versión',
    licence: 'Licencia',
    source: 'Código fuente',
    card: 'Ficha del modelo integrado',
    embed: 'En su propia página',
    embedNote:
      'Un campo de formulario para cifras manuscritas. Se leen en el dispositivo del visitante.',
    package: 'Paquete',
  },
};
