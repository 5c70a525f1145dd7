import type { Messages } from './en';
import { bytes, count, decimal, duration, likelihood, percent, plural, speed } from './format';

/** What is written from left to right keeps its order among words from right to left. */
const leftToRight = (text: string) => `\u2066${text}\u2069`;

/** A name that may be in any script. */
const named = (name: string) => `«\u2068${name}\u2069»`;

const under = (least: string) => `أقل من ${least}`;

type Words = [none: string, one: string, two: string, few: string, many: string, other: string];

/** The six forms that a counted word has; of none, one and two the word itself says how many. */
function counted(value: number, [zero, one, two, few, many, other]: Words): string {
  const some = (word: string) => `${count(value)} ${word}`;
  return plural(value, { zero, one, two, few: some(few), many: some(many), other: some(other) });
}

const images = (value: number) =>
  counted(value, ['لا صور', 'صورة واحدة', 'صورتان', 'صور', 'صورة', 'صورة']);
const weights = (value: number) =>
  counted(value, ['لا أوزان', 'وزن واحد', 'وزنان', 'أوزان', 'وزنًا', 'وزن']);
const epochs = (value: number) =>
  counted(value, ['لا دورات', 'دورة واحدة', 'دورتان', 'دورات', 'دورة', 'دورة']);
/** The same after a preposition. */
const ofEpochs = (value: number) =>
  counted(value, ['صفر دورات', 'دورة واحدة', 'دورتين', 'دورات', 'دورة', 'دورة']);
const classes = (value: number) =>
  counted(value, ['لا فئات', 'فئة واحدة', 'فئتان', 'فئات', 'فئة', 'فئة']);
const cells = (value: number) =>
  counted(value, ['لا خلايا', 'خلية واحدة', 'خليتين', 'خلايا', 'خلية', 'خلية']);
const rows = (value: number) => counted(value, ['لا صفوف', 'صف واحد', 'صفان', 'صفوف', 'صفًا', 'صف']);
const strokes = (value: number) =>
  counted(value, ['لا خطوط', 'خط واحد', 'خطان', 'خطوط', 'خطًا', 'خط']);
const digitsCounted = (value: number) =>
  counted(value, ['لا أرقام', 'رقم واحد', 'رقمان', 'أرقام', 'رقمًا', 'رقم']);
const times = (value: number) =>
  counted(value, ['ولا مرة', 'مرة واحدة', 'مرتين', 'مرات', 'مرة', 'مرة']);
const threadsCounted = (value: number) =>
  counted(value, ['بلا خيوط', 'خيط واحد', 'خيطان', 'خيوط', 'خيطًا', 'خيط']);

const places = {
  top: { left: 'أعلى اليسار', middle: 'في الأعلى', right: 'أعلى اليمين' },
  middle: { left: 'في اليسار', middle: 'في الوسط', right: 'في اليمين' },
  bottom: { left: 'أسفل اليسار', middle: 'في الأسفل', right: 'أسفل اليمين' },
};

export const ar: Messages = {
  name: 'Inkling',
  views: { label: 'الأقسام', read: 'القراءة', train: 'التدريب', about: 'نبذة' },
  noDrop:
    'لا يمكن إفلات الملفات هنا. تُفلت الصور في صفحة «القراءة»، والبيانات على بطاقة «البيانات» في صفحة «التدريب».',

  language: {
    name: 'اللغة',
    failed: (name) => `تعذّر جلب ${named(name)}: لم تستجب الشبكة أو الخادم.`,
  },

  theme: {
    system: 'الألوان: حسب النظام',
    light: 'الألوان: فاتحة',
    dark: 'الألوان: داكنة',
  },

  engine: {
    name: 'المحرّك',
    starting: 'يبدأ',
    failed: 'متوقّف',
    about: 'نواة واحدة بلغة C++ مترجمة إلى WebAssembly تجري كل الحسابات، في عمليات خاصة بها.',
    reading: 'عملية تقرأ ما يُكتب وأخرى تدرّب. ولا ترسل أيّ منهما شيئًا إلى أي مكان.',
    named: ({ variant, threads }) =>
      `${variant.startsWith('relaxed') ? leftToRight('relaxed SIMD') : 'SIMD'}، ${threadsCounted(threads)}`,
    reads: (running) => `القراءة: ${running}، لأنه الأسرع بدءًا.`,
    trains: (running) => `التدريب: ${running}.`,
    willTrain: (planned) => `التدريب لاحقًا: ${planned}.`,
    fellBack: 'لم تبدأ الخيوط هنا، فيقوم خيط واحد بالعمل.',
    unknownVariant: (name) => `لا يوجد محرّك باسم ${named(name)}.`,
    unavailableVariant: (name) => `يطلب العنوان ${named(name)}، ولا يمكنه العمل هنا.`,
    others: 'ما يمكن أن يعمل هنا',
    missing: {
      simd: 'هذا المتصفح لا يدعم SIMD',
      relaxed: 'هذا المتصفح لا يدعم relaxed SIMD',
      isolated: 'الصفحة غير معزولة عن غيرها، فلا تتشارك الخيوط الذاكرة',
      cores: 'لهذا الجهاز نواة واحدة',
    },
  },

  failures: {
    broken: 'توقّف المحرّك على نحو غير متوقّع.',
    noSimd: 'ينقص هذا المتصفح دعم SIMD في WebAssembly. كل متصفح حديث يدعمه.',
    modelUnreachable: 'تعذّر جلب النموذج: لم تستجب الشبكة أو الخادم.',
    templateUnreachable: 'تعذّر جلب قالب الصفحة: لم تستجب الشبكة أو الخادم.',
    modelTooLarge: `هذا الملف أكبر من ${leftToRight('256 MB')}: ليس نموذجًا لهذه الصفحة.`,
    emptyFile: 'هذا الملف فارغ.',
    noFiles: 'ليس فيه ملفات يمكن أن تكون بيانات.',
    workbook: 'هذا مصنّف Excel. يلزم حفظه بصيغة CSV واختيار ذلك.',
    pytorch: 'هذا ملف PyTorch. يلزم حفظ صوره بصيغة CSV أو IDX واختيار ذلك الملف.',
    zipDamaged: 'أرشيف zip هذا تالف، أو انقطع في الطريق.',
    zipEncrypted: 'أرشيف zip هذا محميّ بكلمة مرور. يلزم فكّ ضغطه واختيار ما فيه.',
    zipEntry: 'تعذّر فكّ ضغط هذا الملف: إنه تالف.',
    zipMethod: 'هذا الملف مضغوط بطريقة لا تُقرأ هنا. يلزم فكّ ضغطه أولًا.',
    zipInside: 'هذا أرشيف داخل أرشيف. يلزم فكّ ضغطه واختياره وحده.',
    tooManyFiles: 'هذه أكثر من 200,000 ملف. يلزم اختيار عدد أقل، أو جدول من الصور.',
    blankPicture: 'لا شيء مكتوب في هذه الصورة يبرز عن الورق.',
    noPictures: 'لا يفكّ هذا المتصفح الصور في الخلفية. يلزم اختيار جدول من الصور، مثل CSV.',
    canvasScrambled:
      'يشوّش متصفحك الصور لمنع التتبّع. اسمح لهذه الصفحة بقراءة بيانات canvas، أو استخدم متصفحًا آخر.',
    unreadable: 'تعذّرت قراءة هذا الملف إلى آخره: إما أنه تالف أو تغيّر على القرص أثناء ذلك.',
    gzip: 'ملف ‎.gz هذا تالف أو غير مكتمل. يُرجى تنزيله من جديد.',
    fileTooLarge: `حجم هذا الملف بعد فكّ الضغط أكبر من ${leftToRight('1 GB')}، وهو أكبر ما يُقرأ.`,
    noData: 'لا توجد بعد بيانات للتعلّم منها.',
    noRun: 'لا يوجد تدريب مكتمل يمكن فحصه. يُرجى التدريب من جديد.',
    noPicture: 'هذا الملف ليس صورة يستطيع المتصفح عرضها، أو أنه تالف.',
    pictureTooLarge: `هذه الصورة كبيرة جدًا: تُقرأ الصور حتى 120 مليون بكسل و${leftToRight('100 MB')}. يلزم تصغيرها.`,
    cameraDenied:
      'لا يُسمح لهذه الصفحة باستخدام الكاميرا. يمكن السماح بذلك في إعدادات المتصفح لهذه الصفحة ثم إعادة المحاولة، أو اختيار صورة.',
    cameraAbsent: 'لم يُعثر على كاميرا. يمكن توصيل كاميرا ثم إعادة المحاولة، أو اختيار صورة.',
    cameraBusy:
      'لا تصل صورة من الكاميرا. يُرجى إغلاق البرامج الأخرى التي قد تستخدمها ثم إعادة المحاولة.',
    cameraInsecure:
      'لا تتيح المتصفحات الكاميرا إلا للصفحات التي تصل عبر HTTPS. يمكن اختيار صورة بدلًا من ذلك.',
    noLabels: 'ليس لهذه الأرقام تسميات: يحتاج كل منها إلى ما يقول ما هو.',
    tooManyDrawings: 'هذه أكثر من 2,000 رقم. يمكن إعطاء جزء من الملف.',
    runningElsewhere: 'هذا التدريب مستمر في صفحة أخرى.',
    noCheckpoint:
      'لم يُعثر على تدريب لمتابعته: لم يعد موجودًا، أو أن الملف لم يُحفظ هنا، أو أنه تالف.',
    alreadyTraining: 'هناك تدريب جارٍ بالفعل. يمكن إيقافه أو انتظار انتهائه.',
    dataInUse: 'يستخدم تدريبٌ هذه البيانات. لتغييرها يجب إيقافه أولًا.',
  },

  update: { ready: 'يتوفّر إصدار جديد.', reload: 'إعادة التحميل' },

  problem: {
    label: 'ما المشكلة',
    dismiss: 'إغلاق',
    view: 'حدث خطأ في هذا العرض. لم تتأثر البيانات ولا التدريب.',
  },

  read: {
    title: 'القراءة',
    pad: (all) =>
      `لوح الكتابة: يُكتب هنا عدد بالفأرة أو القلم أو الإصبع. ${all > 0 ? `عليه ${strokes(all)}` : 'وهو فارغ'}`,
    write: 'اكتب عددًا',
    answer: 'الجواب',
    private: 'كل ما يُكتب يبقى على هذا الجهاز.',
    copy: 'نسخ',
    copied: 'تم النسخ',
    copyFailed: 'لم يسمح المتصفح بالنسخ.',
    tools: 'لوح الكتابة',
    undo: 'تراجع',
    redo: 'إعادة',
    erase: 'ممحاة',
    clear: 'مسح الكل',
    pen: 'القلم',
    penOf: (width) => `القلم: ${width}`,
    penWidth: 'سُمك القلم',
    penWidths: { fine: 'رفيع', medium: 'متوسط', broad: 'عريض' },
    penNote: 'يغيّر ما يُرى فقط، وتُقرأ الأرقام كما هي.',
    fingers: 'الكتابة بالإصبع أيضًا',
    onlyPen: 'القلم وحده يكتب الآن. للكتابة بالإصبع، افتح «القلم» وفعّل «الكتابة بالإصبع أيضًا».',
    withKeys: (name, keys) => `${name} (${leftToRight(keys)})`,
    shortcuts: 'اختصارات لوحة المفاتيح',
    singleKeys: 'استخدام المفاتيح المفردة',
    singleKeysNote: 'تعمل ما دام التركيز على اللوح أو الإجابة. انقر على اللوح لنقل التركيز إليه.',
    correctKey: 'تصحيح الرقم',
    penKeys: 'قلم أرفع أو أعرض',
    boxes: 'الإطارات',
    reading: 'تجري القراءة…',
    loading: 'النموذج في الطريق؛ يمكن البدء بالكتابة.',
    absent: 'لا يوجد نموذج هنا بعد.',
    absentAdvice: 'يمكن تدريب نموذج أو تحميله من ملف',
    failed: 'لا يمكن قراءة شيء الآن.',
    retry: 'إعادة المحاولة',
    broken: 'توقّف المحرّك عند هذا الرسم وأُعيد تشغيله. يمكن مسح اللوح أو متابعة الكتابة.',
    digits: 'الأرقام المقروءة',
    sure: (probability) => `بثقة ${percent(probability)}`,
    number: (probability) => `العدد: بثقة ${percent(probability)}`,
    next: (digit, probability) => `ثم ${digit}، ${likelihood(probability, under)}`,
    either: (digit, other) => `${digit} أو ${other}`,
    or: (other) => `أو ${other}`,
    both: (probability, other) => `${likelihood(probability, under)} و${likelihood(other, under)}`,
    none: 'ليس رقمًا',
    noDigit: 'ليس رقمًا',
    closest: (digit) => `الأقرب ${digit}`,
    announced: (digit, probability) => `${digit}، بثقة ${percent(probability)}`,
    announcedUnsure: (digit, other) => `غير مؤكد: ${digit} أو ${other}`,
    announcedNone: (digit) => `ليس رقمًا، والأقرب ${digit}`,
    announcedAll: (digits) => `${digitsCounted(digits.length)}: ${digits.join('، ')}`,
    announcedEmpty: 'اللوح فارغ.',
    bars: 'احتمال كل رقم',
    bar: (digit, probability) => `${digit}: ${percent(probability)}`,
    seen: 'ما رآه النموذج',
    seenImage: (digit) =>
      `الرسم في 28 في 28 بكسل، ${digit === null ? 'وقد قُرئ أنه ليس رقمًا' : `وقد قُرئ ${digit}`}`,
    seenNothing: 'لا شيء بعد',
    seenNote: `${leftToRight('28 × 28')} بكسل، كما في MNIST`,
  },

  picture: {
    tools: 'الصورة',
    choose: 'صورة',
    examples: 'أمثلة',
    examplesTitle: 'جرّب صورة مثال',
    example: { note: 'ملاحظة', postcode: 'رمز بريدي', chalk: 'سبورة' },
    opening: 'يجري فتح الصورة…',
    drop: 'أفلِت هنا صورة فيها أرقام',
    dropHint: 'أو أفلِت صورة هنا',
    shown: (digits) =>
      `الصورة: ${digits > 0 ? `الأرقام المحدَّدة بإطار: ${count(digits)}` : 'لم يُعثر فيها على رقم'}`,
    back: 'العودة إلى اللوح',
    rotate: 'تدوير',
    crop: 'قص',
    cropHint: 'اسحب فوق الأرقام المراد قراءتها.',
    cropFrom: 'الزاوية العليا اليسرى للقص، تُحرَّك بمفاتيح الأسهم',
    cropTo: 'الزاوية السفلى اليمنى للقص، تُحرَّك بمفاتيح الأسهم',
    cropDone: 'قراءة هذا الجزء',
    whole: 'الصورة كاملة',
    blank: 'لا شيء مكتوب هناك يبرز عن ورقه.',
    broken: 'توقّف المحرّك عند هذه الصورة وأُعيد تشغيله. يمكن العودة إلى اللوح أو اختيار صورة أخرى.',
    unchanged: 'ما كان على اللوح ما زال موجودًا.',
    advice: 'يمكن اختيار ملف PNG أو JPEG أو WebP، أو التقاط صورة بالكاميرا.',
    camera: 'الكاميرا',
    cameraTitle: 'تصوير أرقام',
    cameraView: 'ما تراه الكاميرا',
    waiting: 'في انتظار الكاميرا. قد يسأل المتصفح هل يُسمح لهذه الصفحة باستخدامها.',
    aim: 'يحسن أن تملأ الأرقام معظم المشهد. تبقى الصورة على هذا الجهاز.',
    take: 'التقاط الصورة',
    cancel: 'إلغاء',
  },

  correct: {
    title: 'تصحيحاتك',
    fix: 'خطأ؟ تصحيح',
    which: 'ما هذا الرقم؟',
    orType: 'ويمكن كتابته بلوحة المفاتيح ما دام التركيز على اللوح.',
    itIs: (digit) => `هذا ${digit}`,
    corrected: 'مصحَّح منك',
    readAs: (digit) => `قُرئ ${digit}`,
    forget: 'عدم حفظ هذا التصحيح',
    forgotten: 'لم يُحفظ التصحيح.',
    said: (digit) => `${digit}، مصحَّح منك`,
    announced: (digit, drawings) => `تم التصحيح: هذا ${digit}. عدد التصحيحات: ${count(drawings)}.`,
    summary: (drawings) =>
      drawings > 0 ? `عدد الرسوم: ${count(drawings)}` : 'الأرقام التي قُرئت خطأً',
    empty:
      'عندما يُقرأ رقم خطأً، يمكن اختيار الصحيح بين الأشرطة أو كتابته بلوحة المفاتيح: يُجمع رسمه هنا.',
    private: 'يحفظها هذا المتصفح، ولا تغادر هذا الجهاز أبدًا.',
    unsaved:
      'لا يحفظ هذا المتصفح شيئًا للصفحة أو لم يبقَ فيه متسع: تبقى هذه حتى إغلاقها. من الأفضل حفظها في ملف.',
    drawing: (digit) => `رسم للرقم ${digit}`,
    remove: (digit) => `إزالة هذا الرسم للرقم ${digit}`,
    removeAll: 'إزالة الكل',
    removed: (drawings) => `عدد ما أُزيل: ${count(drawings)}.`,
    undo: 'استرجاع',
    saveStrokes: 'حفظ كخطوط',
    saveCsv: 'حفظ كملف CSV',
    load: 'تحميل من ملف',
    loading: (name) => `تجري قراءة ${name}…`,
    joined: (drawings) => `عدد ما قُرئ وأُضيف: ${count(drawings)}.`,
    imagesOnly: (drawings) => `عدد ما جاء كصور: ${count(drawings)}، ولا يوجد إلا في ملف CSV.`,
    unchanged: 'تصحيحاتك كما كانت.',
    advice:
      'يمكن اختيار ملف أرقام مع تسمياتها: خطوط بصيغة ‎.jsonl أو ملف CSV مثل train.csv من Kaggle.',
    learn: 'التعلّم منها',
    learnNote:
      'تتعلّم نسخة من النموذج قراءتها صحيحةً، وتراجع أرقامًا يرسمها Inkling كي لا تنسى إلا قليلًا.',
    few: (limit) => `بأقل من ${count(limit)} تصحيحات قد تسوء قراءة النموذج لأرقام أخرى.`,
    learning: 'يجري التعلّم من تصحيحاتك…',
    learned: (right, all, before) =>
      `التصحيحات المقروءة صحيحةً الآن: ${count(right)} من ${count(all)}، وقبل ذلك: ${count(before)}.`,
    rehearsed: (digits, before, after) =>
      `من ${count(digits)} رقم رسمها Inkling ولم تُستخدم في التعلّم: ${percent(before)} صحيحة قبله، ${percent(after)} بعده.`,
    adapted: 'يقرأ الآن نموذج تعلّم من تصحيحاتك.',
    modelFleeting: 'لم يحفظ هذا المتصفح ذلك النموذج: يقرأ حتى إغلاق الصفحة.',
    unlearn: 'التراجع عن التعلّم',
    learnAdvice: 'يمكن المحاولة من جديد، أو إزالة تصحيحات قد تكون خاطئة.',
    learnOvertaken: 'حلّ نموذج آخر محل السابق، فأُلغي التعلّم. تصحيحاتك ما زالت هنا.',
  },

  why: {
    title: 'السبب',
    summary: (answer, rival) => `ما يدلّ على ${answer} وما يدلّ على ${rival}`,
    summaryEmpty: 'ما يدلّ على جواب وما يدلّ على غيره',
    empty: 'عند كتابة رقم يظهر هنا أيّ أجزائه كان حاسمًا، وما رأته كل طبقة.',
    busy: 'يجري الحساب…',
    failed: 'تعذّر الحساب. الرسم وجوابه كما كانا.',
    mapTitle: 'أيّ البكسلات كانت حاسمة',
    mapNote:
      'غُيّر كل موضع بدوره، الحبر إلى ورق والورق إلى حبر: كلما زادت كلفة ذلك اشتدّ اللون. والورق الأبيض يدلّ أيضًا.',
    speaksFor: (digit) => `يدلّ على ${digit}`,
    map: (said) => `خريطة حرارية للرسم. ${said.join('. ')}.`,
    loudest: (digit, place) =>
      place
        ? `أكثر ما يدلّ على ${digit}: ${{ ink: 'الحبر', paper: 'الورق الأبيض' }[place.what]} ${places[place.down][place.across]}`
        : `لا شيء يدلّ على ${digit}`,
    layers: 'ما خرج من كل طبقة',
    layersNote: 'كلما اشتدّ الحبر كانت القيمة أعلى بين ما في طبقتها.',
    shape: (height, width, channels) =>
      height * width > 1
        ? `${counted(channels, ['لا قنوات', 'قناة واحدة', 'قناتان', 'قنوات', 'قناة', 'قناة'])} بقياس ${leftToRight(`${count(height)} × ${count(width)}`)}`
        : counted(channels, ['لا أعداد', 'عدد واحد', 'عددان', 'أعداد', 'عددًا', 'عدد']),
    channels: (name, channels) => `ما خرج من ${named(name)}: ${images(channels)}`,
    last: (ranked) => `الأرقام من أعلى عدد إلى أدناه: ${ranked.join('، ')}`,
  },

  train: {
    title: 'التدريب',
    open: (name) => `إظهار ${name}`,
    close: (name) => `إخفاء ${name}`,
    missing: 'تعذّر جلب هذا القسم: لم تستجب الشبكة أو الخادم.',
    reload: 'إعادة تحميل الصفحة',
  },

  data: {
    title: 'البيانات',
    drop: 'أفلت ملف train.csv أو مجلد صور هنا',
    empty:
      'صور أرقام مع تسمياتها: ملف train.csv من Kaggle أو جدول يشبهه، أو ملفات MNIST نفسها، أو صور في مجلدات تحمل أسماء أرقامها.',
    forms: `CSV وARFF وIDX وNumPy (${leftToRight('.npy')} و${leftToRight('.npz')})، وخطوط (${leftToRight('.jsonl')} و${leftToRight('.json')})، وصور PNG وJPEG. ويمكن أن تكون تسمية الصورة في اسمها أو في ملف labels.csv. ملف واحد أو عدة ملفات، وأيضًا بصيغة ${leftToRight('.gz')} أو داخل ${leftToRight('.zip')}.`,
    choose: 'اختيار ملفات',
    chooseFolder: 'اختيار مجلد',
    another: 'اختيار غيرها',
    add: 'إضافة ملفات',
    corrections: (drawings) =>
      `إضافة تصحيحاتك: ${counted(drawings, ['لا رسوم', 'رسم واحد', 'رسمان', 'رسوم', 'رسمًا', 'رسم'])}`,
    correctionsName: 'تصحيحاتك',
    named: (first, more) => (more > 0 ? `${first} و${count(more)} غيره` : first),
    files: (files) =>
      `من ${counted(files, ['لا ملفات', 'ملف واحد', 'ملفين', 'ملفات', 'ملفًا', 'ملف'])}`,
    skippedFiles: (files) =>
      `تُرك ${counted(files, ['لا ملفات', 'ملف واحد', 'ملفان', 'ملفات', 'ملفًا', 'ملف'])}`,
    moreSkippedFiles: (files) => `و${count(files)} غيرها.`,
    sample: 'تجربة ببيانات نموذجية',
    sampleName: 'بيانات نموذجية',
    sampleNote: '4,000 رقم رسمها قلم ببذرة ثابتة: تكفي لرؤية كل شيء يعمل.',
    presetChosen: (preset) =>
      `تغيّر الإعداد المسبق إلى ${named(preset)}، وهو يتعلّم البيانات النموذجية في ثوانٍ.`,
    presetBack: (preset) => `الإبقاء على ${named(preset)}`,
    opening: (name) => `تجري قراءة ${named(name)}`,
    read: (done, total) => `${bytes(done)} من ${bytes(total)}`,
    cancel: 'إلغاء',
    summary: (all, inAll, repaired, leftOut) =>
      [
        images(all),
        inAll > 0 ? classes(inAll) : 'بلا تسميات',
        repaired > 0 ? `أُصلح منها ${cells(repaired)}` : 'لم يُصلح شيء',
        ...(leftOut > 0 ? [`استُبعد منها ${rows(leftOut)}`] : []),
      ].join('، '),
    shape: 'الشكل',
    shapeValue: (rows, columns) => leftToRight(`${count(rows)} × ${count(columns)}`),
    shapeNote: 'الصفوف × الأعمدة، من اليسار',
    shapeOfImages: (all) => leftToRight(`${count(all)} × 28 × 28`),
    shapeOfImagesNote: 'الصور × البكسلات، من اليسار',
    format: 'الصيغة',
    repaired: 'المُصلَح',
    nothingRepaired: 'لا شيء: كل خلية عدد من 0 إلى 255.',
    repairedCells: (all) =>
      `ما كان ناقصًا أو ليس عددًا وقُرئ 0: ${counted(all, ['لا خلايا', 'خلية واحدة', 'خليتان', 'خلايا', 'خلية', 'خلية'])}.`,
    rowsLeftOut: 'الصفوف المستبعدة',
    allRowsUsed: 'لا شيء: كل الصفوف مستخدمة.',
    rowsUsed: (used, all, leftOut) =>
      `المستخدم ${count(used)} من أصل ${count(all)}، والمستبعد ${count(leftOut)}.`,
    histogram: 'عدد صور كل رقم',
    histogramBar: (digit, all) => `${digit}: ${images(all)}`,
    predictable: 'لا تسميات لهذه الصور. لا يمكن التدريب عليها، لكن يمكن لنموذج أن يتوقعها.',
    predict: 'توقّع هذه الصور',
    missing: (digits) => `لا صور للأرقام: ${digits}. يحتاج التدريب إلى صور لكل رقم.`,
    unchanged: (name) => `ما زال ${named(name)} محمّلًا.`,
    nothingChanged: 'لم يتغيّر شيء.',
    advice: 'يمكن اختيار ملفات أخرى أو التجربة بالبيانات النموذجية.',
    lost: 'لم تعد البيانات في الذاكرة.',
  },

  appearance: {
    inverted: 'هذه الصور داكنة على فاتح. يتوقّع Inkling فاتحًا على داكن.',
    invert: 'عكس الألوان',
    invertDone: 'عُكست ألوان الصور.',
    sideways: 'هذه الأرقام مستلقية على جنبها كما في EMNIST. يتوقّعها Inkling قائمة.',
    turn: 'جعلها قائمة',
    turnDone: 'صارت الصور قائمة.',
    notUpright: 'هذه الأرقام ليست قائمة. يلزم تدوير الصور واختيارها من جديد.',
    undo: 'تراجع',
  },

  gallery: {
    title: 'كل الصور',
    filter: 'الصور المعروضة',
    all: 'الكل',
    described: (all) =>
      `${images(all)}. للتنقّل بينها: مفاتيح الأسهم وPage Up وPage Down وHome وEnd.`,
    image: (number, label) =>
      label === undefined ? `الصورة ${count(number)}` : `الصورة ${count(number)}: الرقم ${label}`,
    number: (number) => `الصورة ${count(number)}`,
    labelled: (label) => `التسمية: ${label}`,
    noneShown: 'لا صور لهذا الرقم.',
    mean: (digit) => `الصورة المتوسطة للرقم ${digit}`,
    noneFound: 'لا شيء.',
    changed: 'المُغيَّرة',
    doubted: 'تسميات يُشك فيها',
    duplicates: 'مكرّرة على الأرجح',
    findDuplicates: 'البحث عن المكرّر',
    findDoubted: 'البحث عن التسميات الخاطئة',
    looking: 'يجري فحص كل الصور',
    needsModel: 'تُعرف التسميات الخاطئة من رأي شبكة فيها: فلتُدرَّب واحدة أولًا.',
    excluded: 'مستبعدة',
    nowLabelled: (label) => `الآن ${label}`,
    readAs: (digit, probability, loss) =>
      `قُرئت ${digit}. احتمال التسمية ${likelihood(probability, under)} وخسارتها ${decimal(loss)}.`,
    sameAs: (others, more) => `مطابقة لـ: ${others}${more > 0 ? ` و${count(more)} غيرها` : ''}.`,
    likeOf: (others, more) => `تكاد تطابق: ${others}${more > 0 ? ` و${count(more)} غيرها` : ''}.`,
    relabel: 'التسمية',
    labelIt: (digit) => `تسميتها ${digit}`,
    leaveOut: 'استبعاد',
    takeIn: 'إعادة الإدراج',
    keys: 'بين الصور: المفاتيح من 0 إلى 9 تسمّي المختارة، وx يستبعدها، وu يتراجع.',
    overrides: (relabelled, omitted) =>
      `أُعيدت تسمية ${count(relabelled)}، واستُبعد ${count(omitted)}`,
    overridesNote: 'التدريب التالي يتعلّم من البيانات بعد تغييرها.',
    undo: 'تراجع',
    reset: 'التراجع عن كل التغييرات',
    saveOverrides: 'حفظ التغييرات',
    saveData: 'حفظ البيانات بعد تغييرها',
  },

  importIssues: {
    title: 'كل واحدة منها',
    file: 'الملف',
    row: 'الصف',
    column: 'العمود',
    found: 'ما ورد هناك',
    why: 'السبب',
    missing: 'لا شيء',
    values: (found, wanted) => `عدد قيمه ${found} بدل ${count(wanted)}.`,
    label: (found) => `التسمية هي ${named(found)}، والتسميات من 0 إلى 9.`,
    noLabel: 'التسمية ناقصة.',
    pixel: (found, most) => `القيمة ${found} ليست بين 0 و${count(most)}.`,
    strokes: (found) => `لا تُقرأ خطوطًا: ${leftToRight(found)}.`,
    listed: (shown, kept, all) =>
      `تُعرض ${count(shown)} من ${count(all)}، وفي الملف ${count(kept)}.`,
    save: 'حفظ القائمة',
  },

  glossary: {
    what: (word) => `ما معنى ${named(word)}؟`,
    epoch: 'مرور واحد على كل صور التدريب. في كل دورة ترى الشبكة كل صورة مرة واحدة.',
    loss: 'مقدار ابتعاد التوقعات عن التسميات. يخفضها التدريب، والصفر يعني تطابقًا تامًا.',
    conv: 'الالتفاف: مرشّحات صغيرة تمر على الصورة وتكشف الحواف والمنحنيات وأشكالًا أخرى.',
    norm: 'التسوية: تجعل القيم متقاربة في الحجم، فيصبح التدريب أسرع وأكثر استقرارًا.',
    relu: 'وحدة الخطية المصحَّحة: تجعل القيم السالبة صفرًا، فتتعلم الشبكة أكثر من الخطوط المستقيمة.',
    pool: 'التجميع: يُبقي أكبر قيمة في كل نافذة صغيرة، فتصغر الصورة.',
    dropout: 'يُخفي بعض القيم عشوائيًا أثناء التدريب كي لا تعتمد الشبكة على قيمة بعينها.',
    flatten: 'يرتّب الصورة في صف واحد من الأعداد.',
    dense: 'طبقة كاملة الاتصال: يُحسب كل خرج من كل المدخلات.',
  },

  network: {
    title: 'الشبكة',
    preset: 'الإعداد المسبق',
    presets: {
      article: {
        title: 'شبكة الدرس',
        description: 'طبقتان مخفيتان. يحسب النموذج النهائي متوسط آخر الأوزان لنتائج أكثر استقرارًا.',
      },
      fast: {
        title: 'سريعة',
        description: 'شبكة التفافية صغيرة. تتجاوز 99% على MNIST خلال دورات قليلة.',
      },
      accurate: {
        title: 'دقيقة',
        description: 'شبكة التفافية أعمق تُدرَّب على صور معدَّلة، وهي الأقل خطأ.',
      },
    },
    summary: (title, all) => `${leftToRight(title)}، ${weights(all)}`,
    layer: 'الطبقة',
    output: 'الخرج',
    weights: 'الأوزان',
    total: 'المجموع',
    starting: 'المحرّك يبدأ…',
    note: 'الأوزان هي الأعداد التي يجدها التدريب. والخرج هو شكل ما تسلّمه الطبقة.',
    own: 'شبكة خاصة',
    ownNote: (preset) => `طبقات خاصة، تُدرَّب كما يُدرَّب ${named(preset)}.`,
    replaced: 'طبقاتك الخاصة غير مستخدمة الآن.',
    bringBack: 'استعادتها',
    counts: weights,
    multiplyAdds: 'عمليات الضرب والجمع',
    epochTakes: (ms, all) =>
      `${ms < 1000 ? 'أقل من ثانية' : `نحو ${duration(ms)}`} لكل دورة، وعدد الصور ${count(all)}`,
    measuring: 'تُقاس سرعة التدريب هنا…',
    layers: 'الطبقات',
    edit: 'تحرير الطبقات',
    editDone: 'تم',
    addKind: 'نوع الطبقة',
    add: 'إضافة طبقة',
    undo: 'تراجع',
    toPreset: 'العودة إلى الإعداد المسبق',
    asText: 'في سطر واحد',
    asTextNote:
      'تفصل الأشرطة بين الطبقات. في الأعلى ينقل Alt مع سهم الطبقةَ التي عليها التركيز، ويتراجع Ctrl+Z.',
    fields: {
      size: 'الحجم',
      channels: 'القنوات',
      window: 'النافذة',
      share: 'الحصة المحذوفة',
      units: 'المخارج',
    },
    fieldOf: (field, place) => `${field}، الطبقة ${count(place)}`,
    wholePatches: 'الداخل فقط، بلا حاشية',
    kinds: {
      conv: 'conv: مرشّحات تنزلق على الصورة',
      norm: 'norm: تجعل القيم على مقياس واحد',
      relu: 'relu: تجعل ما دون 0 صفرًا',
      pool: 'pool: تبقي أكبر ما في كل نافذة',
      dropout: 'dropout: تخفي بعض القيم أثناء التعلّم',
      flatten: 'flatten: الصورة صفًّا واحدًا',
      dense: 'dense: كل مدخل إلى كل مخرج',
    },
    up: (place) => `نقل الطبقة ${count(place)} إلى أعلى`,
    down: (place) => `نقل الطبقة ${count(place)} إلى أسفل`,
    remove: (place) => `إزالة الطبقة ${count(place)}`,
  },

  share: {
    copy: 'نسخ الرابط',
    copied: 'نُسخ الرابط: يفتح هذه الشبكة بهذه الإعدادات.',
    denied: 'لم يسمح المتصفّح بنسخ الرابط. ها هو:',
    link: 'رابط هذه الشبكة',
    noSetting: (name) => `يضبط هذا الرابط ${named(name)}، وليس إعدادًا هنا.`,
    noValue: (name, value) => `يضبط هذا الرابط ${named(name)} على ${named(value)}، ولا يجوز ذلك.`,
    unchanged: 'الشبكة والإعدادات كما كانت.',
    advice: 'يمكن طلب الرابط من جديد، أو ضبط ما أُريد به يدويًّا.',
  },

  run: {
    title: 'التشغيل',
    settings: 'الإعدادات',
    summary: (preset, all, batch, rate) =>
      `${leftToRight(preset)}، ${epochs(all)}، حجم الدفعة ${count(batch)}، المعدّل ${decimal(rate)}`,
    epochs: 'الدورات',
    takes: (ms) => (ms < 1000 ? 'أقل من ثانية إجمالًا' : `نحو ${duration(ms)} إجمالًا`),
    batch: 'الدفعة',
    batchNote: 'عدد الصور لكل تحديث للأوزان.',
    updates: (updates) => `عدد التحديثات في كل دورة: ${count(updates)}`,
    rate: 'معدّل التعلّم',
    rateNote: 'حجم خطوة كل تحديث.',
    validation: 'التحقق، %',
    validationNote: 'نسبة الصور التي لا تدخل التدريب بل تُقاس بها الدقة.',
    heldOut: (held, all) => `${count(held)} من ${count(all)} صورة`,
    seed: 'البذرة',
    seedNote: 'البذرة نفسها تعطي الأوزان نفسها.',
    augment: 'زيادة البيانات',
    augmentNote: 'تدوير كل صورة وإزاحتها وتمديدها قليلًا، من جديد في كل دورة. بلا قلب أبدًا.',
    range: (least, most) => `عدد من ${least} إلى ${most}.`,
    wholeRange: (least, most) => `عدد صحيح من ${least} إلى ${most}.`,
    schedule: 'مسار المعدّل',
    scheduleNote: 'كيف يتغيّر معدّل التعلّم أثناء التدريب.',
    schedules: {
      constant: 'ثابت',
      'one-cycle': 'دورة واحدة: صعود ثم هبوط',
      cosine: 'جيب التمام: هبوط دائم',
    },
    steady: (rate) => `معدّل التعلّم: ${rate} طوال التدريب`,
    curve: (first, peak, last) =>
      `معدّل التعلّم: ${first} في البداية، و${peak} على الأكثر، و${last} في النهاية`,
    more: 'إعدادات أخرى',
    optimiser: 'المحسِّن',
    optimiserNote: 'ما يصحّح الأوزان؛ ويتولّى Muon مصفوفات الطبقات الخفية.',
    decay: 'اضمحلال الأوزان',
    decayNote: 'ما تفقده الأوزان في كل خطوة، مضروبًا في المعدّل.',
    smoothing: 'تنعيم التسميات',
    smoothingNote: 'حصة الهدف التي تنالها الأرقام العشرة كلها.',
    average: 'متوسط الأوزان',
    averageNote: 'كم تُبقي الخطوة من المتوسط؛ 0 يعني بلا متوسط.',
    patience: 'الصبر، بالدورات',
    patienceNote: 'ينتهي بعد هذا العدد بلا قراءة أفضل للصور المستبقاة؛ 0 يعني أبدًا.',
    patienceHeldOut: 'يلزمه صور مستبقاة: اجعل التحقق فوق 0.',
    patienceKeepsBest: 'يقترن بأوزان أفضل دورة.',
    keep: 'الأوزان المحفوظة',
    keepNote: 'أيّها النتيجة.',
    keeps: { best: 'أوزان أفضل دورة', last: 'أوزان آخر دورة' },
    preview: 'ما يراه التدريب',
    previewNote: 'الأولى في كل صف من البيانات، والأخرى مصنوعة منها.',
    previewEmpty: 'يلزم اختيار البيانات لرؤية ما تصنعه الزيادة منها.',
    previewImage: (row) => `الصورة ${count(row)}`,
    previewVariant: (row, variant) => `الصورة ${count(row)}، التغيير ${count(variant)}`,
    strengths: 'مدى تغيير الصور',
    strengthsNote: 'كل قيمة هي الحد الأقصى في الاتجاهين؛ و0 يترك الصور كما هي.',
    strength: {
      rotation: 'الدوران، بالدرجات',
      scale: 'الحجم، نسبة',
      aspect: 'العرض إلى الارتفاع، نسبة',
      shear: 'الميل، نسبة',
      shift: 'الإزاحة، بالبكسل',
      stroke: 'سُمك الخط، بالبكسل',
      'stroke chance': 'حصة ما تتغيّر خطوطه',
      elastic: 'الانحناء، بالبكسل',
      blur: 'الضبابية، بالبكسل',
      noise: 'الضجيج، من الورق إلى الحبر',
    },
    rateNow: 'معدّل التعلّم الآن',
    halve: 'تنصيف',
    double: 'مضاعفة',
    toSchedule: 'العودة إلى المسار',
    rateScaled: (scale) => `${decimal(scale)} من معدّل المسار`,
    unfit: 'في الشبكة طبقة لا تصلح.',
    endedEarly: (all, ms) => `انتهى مبكرًا: ${epochs(all)} في ${duration(ms)}`,
    start: 'تدريب',
    again: 'تدريب من الصفر',
    pause: 'إيقاف مؤقت',
    resume: 'متابعة',
    stop: 'إنهاء',
    needsData: 'يلزم اختيار البيانات أولًا.',
    needsLabels: 'لا تسميات في هذه البيانات.',
    needsNetwork: 'لا توجد بعد شبكة لتدريبها.',
    opening: 'تجري قراءة البيانات.',
    ready: 'كل شيء جاهز.',
    invalid: 'أحد الإعدادات خارج مجاله.',
    beginning: 'يجري التحضير…',
    stopping: 'يجري الإيقاف…',
    epoch: (epoch, all) => `الدورة ${count(epoch)} من ${count(all)}`,
    speed: (perSecond) => `${speed(perSecond)}\u00a0صورة/ث`,
    left: (ms) => `بقي ${duration(ms)}`,
    paused: 'متوقّف مؤقتًا',
    finished: (all, ms) => `انتهى: ${epochs(all)} في ${duration(ms)}`,
    stopped: (all) => `توقّف بعد ${ofEpochs(all)}`,
    failed: 'أخفق التشغيل',
    controls: 'التدريب',
    progress: 'تقدّم التدريب',
    modelUnchanged: 'النموذج المستخدم للقراءة كما كان.',
    bestWeightsSaved: 'أفضل الأوزان حتى الآن محفوظة في الأسفل.',
    advice: 'يمكن البدء من جديد، ربما بمعدّل تعلّم أصغر.',
    adviceBroken: 'إن لم تظهر البيانات في الأعلى فيلزم اختيارها من جديد، ثم البدء.',
    chip: (share) => `تدريب، ${percent(Math.floor(share * 100) / 100)}`,
  },

  checkpoints: {
    interrupted: (epoch, all) => `انقطع تدريب في الدورة ${count(epoch)} من ${count(all)}`,
    begun: (when) => `بدأ في ${when}`,
    resume: 'متابعة',
    discard: 'تجاهل',
    restarted: (times) =>
      times === 1
        ? 'توقّف المحرّك على نحو غير متوقع، وتابع التدريب من آخر نقطة حفظ.'
        : `توقّف المحرّك على نحو غير متوقع (عدد المرات: ${count(times)})، وتابع التدريب في كل مرة من آخر نقطة حفظ.`,
    brokeAgain:
      'توقّف في الموضع نفسه مرة أخرى، لذا لا يتابع التدريب من تلقاء نفسه. النموذج المستخدم للقراءة باقٍ كما كان.',
    full: 'لم تبقَ في المتصفح مساحة لحفظ هذا التدريب: إذا أُغلقت الصفحة ضاع. احفظه في ملف لتتابعه لاحقًا.',
    denied:
      'لا يحفظ هذا المتصفح شيئًا للصفحة: إذا أُغلقت ضاع هذا التدريب. احفظه في ملف لتتابعه لاحقًا.',
    save: 'حفظ التدريب حتى الآن',
    load: 'متابعة من نقطة حفظ',
    dataGone: 'تعذّرت استعادة بيانات هذا التدريب.',
    dataAdvice: 'أعد تحميل الصفحة، أو تجاهل التدريب.',
  },

  runs: {
    title: 'التدريبات',
    summary: (runs) => (runs > 0 ? `المحفوظ: ${count(runs)}` : 'لا تدريبات بعد'),
    empty:
      'تُحفظ عمليات التدريب المنتهية في هذا المتصفح. يمكنك مقارنتها أو استعمال نماذجها أو إعادتها.',
    hint: 'اختر تدريبات لعرض منحنياتها بعضها فوق بعض.',
    columns: {
      name: 'الاسم',
      begun: 'البداية',
      data: 'البيانات',
      network: 'الشبكة',
      epochs: 'الدورات',
      elapsed_ms: 'المدة',
      accuracy: 'التحقق',
    },
    compare: 'مقارنة',
    compareOne: (name) => `مقارنة ${name}`,
    nameOf: (name) => `اسم التدريب ${name}`,
    actions: 'ما يمكن فعله به',
    use: (name) => `القراءة باستخدام ${name}`,
    used: (name) => `«${name}» يقرأ اللوح الآن.`,
    again: (name) => `إعادة ${name} مع تغييرات`,
    save: (name) => `حفظ ${name} في ملف`,
    remove: (name) => `إزالة ${name}`,
    removed: (runs) => `أُزيل: ${count(runs)}.`,
    load: 'تحميل تدريب',
    overlay: 'المنحنيات',
    measure: 'ما يُرسم',
    described: (measure, runs) => `${measure} عبر الدورات. ${runs.join('؛ ')}`,
    unsaved: (runs) =>
      `لم يجد المتصفح مساحة لحفظ بعض التدريبات (${count(runs)})، أو لا يحفظ شيئًا للصفحة: احفظ ما تحتاجه في ملفات قبل إغلاقها.`,
    unchanged: 'التدريبات أعلاه باقية كما كانت.',
    advice: 'اختر ملفًا ينتهي بـ ‎.inkling-run.json‎.',
    otherSettings: 'إعدادات هذا التدريب من إصدار آخر من Inkling.',
    refused: {
      tooLarge: () => 'هذا الملف أكبر من 128 ميغابايت: ليس تدريبًا.',
      notJson: () => 'هذا الملف ليس تدريبًا: ليس JSON أو أنه مبتور.',
      otherFile: () => 'هذا الملف ليس تدريبًا حفظه Inkling.',
      newer: () => 'حُفظ هذا التدريب بإصدار آخر من Inkling.',
      damaged: (field) => `هذا التدريب تالف: «${field}» مفقود أو غير صالح.`,
    },
  },

  charts: {
    loss: 'الخسارة',
    lossNote: 'مقدار خطأ الأجوبة: الأقل أفضل.',
    accuracy: 'الدقة',
    accuracyNote: 'حصة الصور المقروءة صوابًا: الأكثر أفضل.',
    batch: 'الدفعة',
    training: 'التدريب',
    validation: 'التحقق',
    best: (epoch) => `أفضل دورة: ${epoch}`,
    described: (name, all, training, validation) =>
      `${name} بعد ${ofEpochs(all)}: التدريب ${training}، التحقق ${validation}`,
    tools: 'طريقة عرض المخططات',
    axis: 'المحور الأفقي',
    horizontal: { epoch: 'الدورة', step: 'الخطوة', time: 'الزمن (ث)' },
    log: 'الخسارة لوغاريتميًا',
    smoothing: 'التنعيم',
    smoothed: 'الخطوط منعّمة؛ أما القيم والجدول وملف CSV فكما قيست.',
    csv: 'القيم (CSV)',
    png: (name) => `حفظ مخطط ${name} بصيغة PNG`,
    values: 'قيم كل دورة',
    table: (name) => `${name} في جدول`,
    tableEmpty: 'تظهر القيم عند نهاية الدورة الأولى.',
    of: (name, line) => `${name}، ${line}`,
  },

  tutorial: {
    enter: 'درس: من train.csv إلى submission.csv',
    enterNote: 'عشر خطوات، تُظهر كل واحدة ما تفعله ببياناتك.',
    title: 'الدرس',
    source: 'يتبع درس Keras المعتاد لمسابقة Kaggle هذه:',
    leave: 'خروج',
    back: 'السابق',
    next: 'التالي',
    finish: 'إنهاء',
    step: (step, steps) => `الخطوة ${count(step)} من ${count(steps)}`,
    needsData: 'اختر بيانات لها تسميات أو البيانات النموذجية للمتابعة.',
    needsNetwork: 'استعمل شبكة الدرس للمتابعة.',
    needsTraining: 'درِّب الشبكة للمتابعة.',
    take: 'استعمال شبكة الدرس',
    taken: 'شبكة الدرس محددة',
    labels: (images) => `عدد التسميات مثل هذه: ${count(images)}`,
    pixels: (images) => `${count(images)} × 784 بكسل، من 0 للورق إلى 255 للحبر`,
    stretch: (row, column) =>
      `عشرة بكسلات من الصف ${count(row)}، ابتداءً من العمود ${count(column)}`,
    before: 'قبل',
    after: 'بعد',
    digit: 'الرقم',
    becomes: (label) => `يصبح ${label}`,
    training: 'صور للتعلّم',
    validation: 'صور محجوبة',
    seed: (seed) =>
      `اختيرت بالبذرة ${seed}: البذرة نفسها تحجب الصور نفسها. يمكن تغيير البذرة والنسبة في الإعدادات.`,
    steps: {
      read: {
        title: 'قراءة الملف',
        note: 'الملف جدول: صف لكل صورة، وعمود لتسميتها، وعمود لكل بكسل من بكسلاتها الـ784.',
      },
      apart: {
        title: 'فصل التسمية عن البكسلات',
        note: 'تقول التسمية ما تُظهره الصورة: هذا ما يُراد تعلّمه. والبكسلات هي ما يُتعلَّم منه.',
      },
      mend: {
        title: 'إصلاح الناقص',
        note: 'تصبح كل خلية فارغة أو ليست عددًا 0، أي ورقًا. ويُذكر عددها.',
      },
      divide: {
        title: 'القسمة على 255',
        note: 'تتعلّم الشبكة أفضل من الأعداد الصغيرة: يصبح كل بكسل عددًا من 0 إلى 1.',
      },
      shape: {
        title: 'العودة إلى الشكل',
        note: 'تعود أعداد الصف الـ784 صورة: 28 صفًا من 28 بكسلًا بقناة واحدة رمادية.',
      },
      oneHot: {
        title: 'ترميز أحادي',
        note: 'تجيب الشبكة بعشرة أعداد، واحد لكل رقم. لذلك تصبح التسمية عشرة أعداد أيضًا: 1 في موضعها و0 في غيره.',
      },
      split: {
        title: 'حجب جزء',
        note: 'لا تتعلّم الشبكة من هذه الصور أبدًا: فهي تُظهر كيف تقرأ ما لم تره.',
      },
      network: {
        title: 'الشبكة',
        note: 'Flatten ثم Dense 128 مع ReLU ثم Dense 64 مع ReLU ثم Dense 10 مع softmax: مجموع الأوزان 109,386.',
      },
      train: {
        title: 'التدريب',
        note: 'يصحّح Adam الأوزان بعد كل 32 صورة بحسب الإنتروبيا المتقاطعة للإجابات، بمعدل 0.001؛ عشر مرات عبر كل الصور. ابدأ التدريب في الأسفل: يظهر سطر لكل دورة.',
      },
      predict: {
        title: 'القياس والتنبؤ',
        note: 'كيف تُقرأ الصور المحجوبة إجمالًا وبحسب الرقم. ثم اختر test.csv: إجاباته هي submission.csv.',
      },
    },
  },

  results: {
    title: 'النتائج',
    summary: (accuracy) => `دقة التحقق ${percent(accuracy)}`,
    none: 'درِّب شبكة لترى هنا دقتها وأخطاءها.',
    validation: 'دقة التحقق',
    validationNote: (right, all) => `قُرئ ${count(right)} من ${count(all)} من الصور المستبقاة صوابًا`,
    drawn: 'رسم Inkling هذه الأرقام بنفسه. الكتابة الحقيقية أصعب، فتوقّع دقة أقل معها.',
    unmeasured: 'لم يُستبقَ شيء، فلم تُقس الدقة.',
    tooShort: 'انتهى التشغيل قبل دورته الأولى، فلم تُقس الدقة.',
    bestEpoch: (epoch) => `أوزان الدورة ${count(epoch)}، الأفضل في التحقق.`,
    used: 'هذا النموذج يقرأ اللوح الآن',
    next: {
      title: 'ما التالي',
      test: 'الإجابة عن ملف اختبار',
      use: 'جرّبه برسم رقم',
      mistakes: 'رؤية أخطائه',
      export: 'أخذه معك',
    },
    confusion: 'مصفوفة الالتباس',
    confusionNote: 'الصفوف: الرقم الحقيقي. الأعمدة: ما قُرئ.',
    confusionCell: (truth, predicted, all) => `${truth} قُرئ ${predicted}: ${count(all)}`,
    mostConfused: (truth, predicted, all) =>
      `أكثر الأخطاء: ${truth} قُرئ ${predicted}، ${times(all)}.`,
  },

  mistakes: {
    choose: 'باختيار خلية تظهر صورها، وتنقل مفاتيح الأسهم من خلية إلى خلية.',
    title: 'الأخطاء والثقة',
    close: 'إغلاق',
    surestFirst: 'الأكثر ثقة أولًا.',
    none: 'لا صور هنا.',
    noMistake: 'لا تُقرأ أي صورة تحقق خطأً.',
    classes: 'رقمًا رقمًا',
    classesNote:
      'الإحكام: مما قُرئ كذا، الحصة التي هي كذا. الاستدعاء: مما هو كذا، الحصة التي قُرئت كذا. F1: كلاهما في عدد واحد.',
    digit: 'الرقم',
    precision: 'الإحكام',
    recall: 'الاستدعاء',
    f1: 'F1',
    images: 'الصور',
    reliability: 'الموثوقية',
    reliabilityNote:
      'يبيّن العمود كم مرة تصيب الأجوبة المتقاربة في الثقة. وعلى الخط المتقطع تصيب بقدر ما تقول.',
    confidence: 'الثقة',
    right: 'صواب',
    worst: 'أكبر الخسائر',
    worstNote: 'الأخطاء التي أعطت التسمية أقل احتمال.',
    pairs: 'أكثر الأزواج التباسًا',
    now: 'المقروء خطأً الآن',
    nowNote: 'بعد أحدث دورة: الأخطاء الأكبر خسارة.',
    compare: 'مقارنة نموذجين',
    compareNote: 'يقرأ كلاهما صور التحقق نفسها، والأول هو المدرَّب هنا.',
    compareInUse: 'مع النموذج المستخدم',
    compareFile: 'مع ملف نموذج',
    comparing: 'النموذج الآخر يقرأ الصور',
    sameModel: 'النموذج المستخدم هو المدرَّب هنا: يلزم اختيار ملف للمقارنة.',
    bothRight: 'كلاهما صواب',
    onlyFirst: 'المدرَّب وحده صواب',
    onlySecond: 'الآخر وحده صواب',
    bothWrong: 'كلاهما خطأ',
    unchanged: 'تبقى النتائج كما كانت.',
    seen: (truth, predicted, sure) => `${truth} قُرئ ${predicted}، بثقة ${percent(sure)}`,
    brief: (truth, predicted, sure) => `${leftToRight(`${truth} → ${predicted}`)}، ${sure}`,
    pair: (truth, predicted) => `${truth} قُرئ ${predicted}`,
    first: (shown, all) => `أول ${count(shown)} من ${count(all)} صورة.`,
    calibrationError: (error, before) =>
      `متوسط الانحراف ${percent(error)} (خطأ المعايرة المتوقع)، ودون المعايرة ${percent(before)}.`,
    differs: (chance) =>
      `فرق يصعب أن تصنعه المصادفة وحدها (اختبار ماكنمار، ${leftToRight(`p = ${decimal(chance)}`)}).`,
    alike: (chance) =>
      `قد تصنع المصادفة وحدها هذا الفرق (اختبار ماكنمار، ${leftToRight(`p = ${decimal(chance)}`)}).`,
  },

  model: {
    title: 'النموذج المستخدم',
    origins: {
      shipped: 'يأتي مع الصفحة',
      trained: 'دُرّب هنا',
      file: 'حُمّل من ملف',
      adapted: 'مكيَّف مع تصحيحاتك',
    },
    facts: (all, accuracy) =>
      accuracy >= 0 ? `${weights(all)}، الدقة المقيسة ${percent(accuracy)}` : weights(all),
    none: 'لا نموذج بعد: يمكن تدريب نموذج أو تحميله.',
    load: 'تحميل نموذج',
    shipped: 'استخدام النموذج المدمج',
    builtIn: 'النموذج المدمج',
    run: (title, run) => `${title}، التدريب ${count(run)}`,
    fromFile: (title) => `${title}، من ملف`,
    corrected: (model, corrections) => `${model} مع تصحيحاتك: ${count(corrections)}`,
    adapted: (model) => `${model} مع تصحيحاتك`,
    chip: (name) => `النموذج: ${name}`,
    details: 'عن هذا النموذج',
    train: 'تدريب نموذجك الخاص',
    share: 'مشاركة كملف',
    shareNote: 'ملف HTML واحد بداخله هذا النموذج. يُفتح في أي متصفح، حتى دون اتصال.',
    shareModel: 'لتحميله في Inkling على جهاز آخر، افتح «التدريب» واختر «حفظ النموذج».',
    unchanged: (title) => `ما زال ${named(title)} مستخدمًا.`,
    nothingChanged: 'لم يتغيّر شيء.',
    advice: `يلزم اختيار ملف ${leftToRight('.safetensors')} حُفظ هنا أو بالأمر inkling.`,
    shippedAdvice: 'يمكن المحاولة لاحقًا.',
  },

  exporting: {
    title: 'للأخذ معك',
    inUse: 'أخذ هذا النموذج',
    formats: {
      safetensors: {
        label: 'حفظ النموذج',
        good: 'الشبكة نفسها (‎.safetensors): يمكن تحميلها هنا من جديد أو استعمالها بالأمر inkling.',
      },
      onnx: {
        label: 'حفظ بصيغة ONNX',
        good: 'لبرامج أخرى: تقرؤها بايثون والخوادم والهواتف بواسطة onnxruntime.',
      },
      page: {
        label: 'حفظ كصفحة',
        good: 'صفحة بداخلها النموذج (‎.html): تُفتح في أي متصفح دون شبكة، وتقرأ ما يُرسم عليها.',
      },
      card: {
        label: 'حفظ بطاقة النموذج',
        good: 'صفحة عنه (‎.md، بالإنجليزية): الطبقات والتدريب والنتائج والحدود.',
      },
    },
    saved: (name: string, size: number) => `حُفظ: ${leftToRight(name)}، ${bytes(size)}.`,
    unchanged: 'النموذج كما كان. حاول مرة أخرى.',
  },

  standalone: {
    pad: 'لوحة الكتابة: اكتب عددًا هنا بالفأرة أو القلم أو الإصبع',
    starting: 'يجري التحضير للقراءة…',
    noScript: 'تقرأ هذه الصفحة بواسطة JavaScript، وهي معطّلة هنا. افتحها في متصفح يشغّلها.',
    model: 'النموذج',
    data: (data: string) => `تعلّم من: ${data}`,
    protocol: (protocol: string) => `القياس: ${protocol}`,
    alone: 'النموذج وكل ما يقرأ به في هذا الملف وحده: لا يطلب شيئًا من أي شبكة.',
    unsure: 'غير مؤكد',
    broken: 'لم تعد القراءة ممكنة. افتح هذه الصفحة من جديد.',
  },

  test: {
    title: 'توقّع ملف اختبار',
    empty:
      'ملف test.csv مثل ملف التدريب لكن بلا تسميات: تُقرأ كل صورة، وتُكتب الإجابات في submission.csv.',
    by: 'يجيب',
    measured: (accuracy) => `الدقة المقيسة ${percent(accuracy)}`,
    choose: 'اختيار test.csv',
    needsModel: 'يلزم نموذج أولًا.',
    busy: (name) => `يجري توقّع ${named(name)}`,
    done: (all) =>
      `تمّ توقّع ${counted(all, ['صفر صور', 'صورة واحدة', 'صورتين', 'صور', 'صورة', 'صورة'])}`,
    submission: 'تنزيل submission.csv',
    predicted: (digit) => `التوقّع: ${digit}`,
    number: 'الرقم',
    image: 'الصورة',
    prediction: 'التوقّع',
    byDoubt: 'التوقعات حسب الثقة',
    confidence: 'الثقة',
    doubtful: 'الأقل يقينًا أولًا. راجعها بنفسك.',
    unchanged: 'النموذج المستخدم كما كان.',
    advice: `يلزم اختيار ملف صور بقياس ${leftToRight('28 × 28')}، مثل test.csv من Kaggle.`,
  },

  about: {
    title: 'عن Inkling',
    what: 'يقرأ Inkling الأرقام المكتوبة باليد، ويتعلّم قراءتها من البيانات التي تُعطى له. كلا الأمرين يحدث في هذه الصفحة وحدها: نواة واحدة بلغة C++ مترجمة إلى WebAssembly تقوم بالعمل، ولا شيء مما يُرسم أو يُختار يغادر هذا الجهاز.',
    readingTitle: 'من القلم إلى الرقم',
    readingSteps: ['الخطوط', '28 × 28', 'الشبكة', 'الجواب'],
    readingNote: `تُقرأ الخطوط نفسها لا بكسلات الشاشة: تُرسم من جديد كما صُنعت MNIST، ضمن ${leftToRight('20 × 20')} ومتمركزة حول كتلتها.`,
    trainingTitle: 'من الملف إلى الشبكة',
    trainingSteps: ['train.csv', 'دفعات', 'تصحيح', 'قياس'],
    trainingNote:
      'تمرّ الصور في الشبكة على دفعات. ومقدار الخطأ يحدّد كيف يُصحَّح كل وزن. والصور المستبقاة تبيّن مدى جودة قراءتها لما لم ترَه قط.',
    figures: 'النموذج الذي يقرأ الآن',
    figuresNone: 'لا نموذج محمّل.',
    modelName: 'الاسم',
    weights: 'الأوزان',
    accuracy: 'الدقة المقيسة',
    unmeasured: 'غير مذكورة',
    architecture: 'الطبقات',
    protocol: 'كيف قيست',
    engine: 'المحرّك',
    release: 'هذا الإصدار',
    version: 'الإصدار',
    licence: 'الرخصة',
    source: 'الشفرة المصدرية',
    card: 'بطاقة النموذج المدمج',
    embed: 'في صفحتك',
    embedNote: 'حقل نموذج للأرقام المكتوبة باليد، تُقرأ على جهاز الزائر.',
    package: 'الحزمة',
  },
};
