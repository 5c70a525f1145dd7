import type { Messages } from './en';
import { bytes, count, decimal, duration, likelihood, percent, speed } from './format';

const under = (least: string) => `${least}未満`;
const images = (value: number) => `${count(value)}枚`;
const weights = (value: number) => `重み${count(value)}個`;
const epochs = (value: number) => `${count(value)}エポック`;

const places = {
  top: { left: '左上', middle: '上', right: '右上' },
  middle: { left: '左', middle: '中央', right: '右' },
  bottom: { left: '左下', middle: '下', right: '右下' },
};

export const ja: Messages = {
  name: 'Inkling',
  rooms: { label: '画面', read: '読む', train: '学習', about: '概要' },

  language: {
    name: '言語',
    failed: (name) =>
      `「${name}」を読み込めませんでした。ネットワークまたはサーバーの応答がありません。`,
  },

  theme: {
    system: '配色: システムに合わせる',
    light: '配色: ライト',
    dark: '配色: ダーク',
  },

  engine: {
    name: 'エンジン',
    starting: '起動中',
    failed: '停止中',
    about:
      'WebAssembly にコンパイルした 1 つの C++ コアが、専用のワーカーですべての計算を行います。',
    reading:
      '1 つのワーカーが書かれたものを読み、もう 1 つが学習します。外部には何も送信しません。',
    named: ({ variant, threads }) =>
      `${variant.startsWith('relaxed') ? 'Relaxed SIMD' : 'SIMD'}、${threads > 1 ? `${count(threads)}スレッド` : '1スレッド'}`,
    reads: (running) => `読み取りは ${running}。起動が最も速いためです。`,
    trains: (running) => `学習は ${running}。`,
    willTrain: (planned) => `学習には ${planned} を使います。`,
    fellBack: 'ここではスレッドを起動できなかったため、1 スレッドで動作しています。',
    unknownWish: (wish) => `「${wish}」というエンジンはありません。`,
    refusedWish: (wish) => `アドレスで指定された「${wish}」は、ここでは動作しません。`,
    others: 'ここで動作するもの',
    missing: {
      simd: 'このブラウザーには SIMD がありません',
      relaxed: 'このブラウザーには Relaxed SIMD がありません',
      isolated: 'ページが分離されていないため、スレッド間でメモリを共有できません',
      cores: 'この端末のコアは 1 つです',
    },
  },

  failures: {
    broken: 'エンジンが予期せず停止しました。',
    noSimd:
      'このブラウザーには WebAssembly の SIMD がありません。最新のブラウザーなら対応しています。',
    modelUnreachable:
      'モデルを読み込めませんでした。ネットワークまたはサーバーの応答がありません。',
    modelTooLarge: 'このファイルは 256 MB を超えています。このページのモデルではありません。',
    emptyFile: 'このファイルは空です。',
    zip: 'これは zip アーカイブです。展開して中の CSV ファイルを選んでください。.gz ファイルはそのまま読み込めます。',
    unreadable: 'このファイルを最後まで読めませんでした。破損しているか、途中で変更されています。',
    gzip: 'この .gz ファイルを最後まで展開できませんでした。破損しているか、分割して圧縮されています。展開してから CSV ファイルを選んでください。',
    fileTooLarge: 'このファイルは展開すると 1 GB を超えます。読み込めるのは 1 GB までです。',
    noData: '学習に使うデータがまだありません。',
    noRun: '調べられる完了した学習がありません。もう一度学習してください。',
    noPicture: 'このファイルはブラウザーで表示できる画像ではないか、破損しています。',
    pictureTooLarge:
      'この画像は大きすぎます。読み取れるのは 1 億 2000 万画素、100 MB までです。小さくしてください。',
    cameraDenied:
      'このページはカメラを使えません。ブラウザーのサイト設定で許可してもう一度試すか、画像を選んでください。',
    cameraAbsent: 'カメラが見つかりません。接続してもう一度試すか、画像を選んでください。',
    cameraBusy:
      'カメラの映像が届きません。カメラを使っているほかのプログラムを閉じて、もう一度試してください。',
    cameraInsecure:
      'ブラウザーは HTTPS で開いたページにだけカメラを使わせます。代わりに画像を選んでください。',
    noLabels: 'これらの数字にはラベルがありません。それぞれ何の数字かが必要です。',
    tooManyDrawings: '2,000 件を超えています。ファイルの一部を選んでください。',
  },

  problem: { label: '問題の内容', dismiss: '閉じる' },

  read: {
    title: '読む',
    pad: (strokes) =>
      `手書きパッド: マウス、ペン、指で数を書きます。${strokes > 0 ? `${count(strokes)}画あります` : '空です'}`,
    write: '数を書いてください',
    answer: '答え',
    private: 'すべてこの端末に留まります。',
    tools: '手書きパッド',
    undo: '元に戻す',
    redo: 'やり直す',
    erase: '消しゴム',
    clear: 'すべて消す',
    withKeys: (name, keys) => `${name} (${keys})`,
    boxes: '枠を表示',
    reading: '読み取り中…',
    loading: 'モデルを読み込み中です。もう書き始められます。',
    absent: 'まだモデルがありません。',
    absentAdvice: '学習するか、ファイルから読み込む',
    failed: '現在、読み取りができません。',
    retry: 'もう一度試す',
    broken:
      'この筆跡の処理中にエンジンが停止し、再起動しました。パッドを消すか、続けて書いてください。',
    digits: '読み取った数字',
    sure: (probability) => `確信度 ${percent(probability)}`,
    next: (digit, probability) => `次は ${digit}、${likelihood(probability, under)}`,
    either: (digit, other) => `${digit} または ${other}`,
    or: (other) => `または ${other}`,
    both: (probability, other) => `${likelihood(probability, under)}と${likelihood(other, under)}`,
    none: '数字ではない',
    noDigit: '数字ではありません',
    closest: (digit) => `最も近いのは ${digit}`,
    announced: (digit, probability) => `${digit}、確信度 ${percent(probability)}`,
    announcedUnsure: (digit, other) => `不確か: ${digit} または ${other}`,
    announcedNone: (digit) => `数字ではありません。最も近いのは ${digit}`,
    announcedAll: (digits) => `数字 ${count(digits.length)} 個: ${digits.join('、')}`,
    announcedEmpty: 'パッドは空です。',
    bars: '各数字の確率',
    bar: (digit, probability) => `${digit}: ${percent(probability)}`,
    seen: 'モデルが見たもの',
    seenImage: (digit) =>
      `筆跡の 28×28 ピクセルの画像、${digit === null ? '数字ではないと判定' : `${digit} と読み取り`}`,
    seenNothing: 'まだ何もありません',
    seenNote: '28 × 28 ピクセル、MNIST と同じ',
  },

  picture: {
    tools: '画像',
    choose: '画像',
    opening: '画像を開いています…',
    drop: '数字の画像をここにドロップ',
    shown: (digits) =>
      `画像: ${digits > 0 ? `数字 ${count(digits)} 個を見つけて枠で囲みました` : '数字は見つかりません'}`,
    back: 'パッドに戻る',
    blank: '紙と見分けられる文字は書かれていません。',
    broken:
      'この画像の処理中にエンジンが停止し、再起動しました。パッドに戻るか、別の画像を選んでください。',
    kept: 'パッドの内容はそのまま残っています。',
    advice: 'PNG、JPEG、WebP のファイルを選ぶか、カメラで撮影してください。',
    camera: 'カメラ',
    cameraTitle: '数字を撮影',
    cameraView: 'カメラの映像',
    waiting: 'カメラを待っています。ブラウザーが使用の許可を求めることがあります。',
    aim: '数字が画面の大部分を占めるようにしてください。写真はこの端末に留まります。',
    take: '撮影する',
    cancel: 'キャンセル',
  },

  correct: {
    title: '訂正',
    hint: '違いますか。正しい数字をここで選ぶか、キーで入力してください。',
    itIs: (digit) => `これは ${digit}`,
    corrected: '訂正済み',
    readAs: (digit) => `${digit} と読まれました`,
    said: (digit) => `${digit}、訂正済み`,
    announced: (digit, drawings) =>
      `訂正しました：これは ${digit} です。訂正は ${count(drawings)} 件です。`,
    summary: (drawings) => (drawings > 0 ? `${count(drawings)} 件の手書き` : '読み違えられた数字'),
    empty:
      '数字が読み違えられたら、棒グラフで正しい数字を選ぶか、キーで入力してください。その手書きがここに集まります。',
    private: 'このブラウザーに保存され、この端末の外には出ません。',
    fleeting:
      'このブラウザーはページのデータを保存しないか、空きがありません。閉じるまでしか残らないので、ファイルに保存してください。',
    drawing: (digit) => `${digit} の手書き`,
    remove: (digit) => `この ${digit} の手書きを削除`,
    removeAll: 'すべて削除',
    removed: (drawings) => `${count(drawings)} 件を削除しました。`,
    undo: '元に戻す',
    saveStrokes: '筆跡として保存',
    saveCsv: 'CSV として保存',
    load: 'ファイルから読み込む',
    loading: (name) => `${name} を読み込んでいます…`,
    joined: (drawings) => `${count(drawings)} 件を読み込み、加えました。`,
    imagesOnly: (drawings) => `${count(drawings)} 件は画像なので、CSV にだけ入ります。`,
    kept: '訂正は元のままです。',
    advice:
      'ラベル付きの数字のファイルを選んでください。筆跡の .jsonl か、Kaggle の train.csv のような CSV です。',
    learn: 'ここから学習',
    learnNote:
      'モデルの複製がこれらを正しく読むことを学び、忘れにくくするために Inkling が描く数字も復習します。',
    learning: '訂正から学習しています…',
    learned: (right, all, before) =>
      `訂正 ${count(all)} 件のうち、今は ${count(right)} 件、以前は ${count(before)} 件を正しく読みます。`,
    rehearsed: (digits, before, after) =>
      `学習に使わなかった、Inkling が描いた数字 ${count(digits)} 件の正答：以前 ${percent(before)}、以後 ${percent(after)}。`,
    adapted: '訂正から学習したモデルが読んでいます。',
    modelFleeting:
      'このブラウザーはそのモデルを保存できませんでした。ページを閉じるまで使われます。',
    unlearn: '学習を取り消す',
    learnAdvice: 'もう一度試すか、間違っているかもしれない訂正を削除してください。',
  },

  why: {
    title: '理由',
    summary: (answer, rival) => `${answer} の根拠と ${rival} の根拠`,
    summaryEmpty: '答えを支持するものと、しないもの',
    empty: '数字を書くと、決め手になった部分と、各層が見たものがここに表示されます。',
    busy: '計算中…',
    failed: '計算できませんでした。筆跡と答えは元のままです。',
    mapTitle: '決め手になったピクセル',
    mapNote:
      '各箇所のインクを紙に、紙をインクに順に変えて調べました。失うものが大きいほど色が濃くなります。余白も語ります。',
    speaksFor: (digit) => `${digit} を支持`,
    map: (said) => `筆跡のヒートマップ。${said.join('。')}。`,
    loudest: (digit, place) =>
      place
        ? `${digit} を最も支持するのは${places[place.down][place.across]}の${{ ink: 'インク', paper: '余白' }[place.what]}`
        : `${digit} を支持するものはありません`,
    layers: '各層の出力',
    layersNote: 'インクが濃いほど、その層の中で値が高いことを示します。',
    shape: (height, width, channels) =>
      height * width > 1
        ? `${count(height)} × ${count(width)} が${count(channels)}チャネル`
        : `数${count(channels)}個`,
    channels: (name, channels) => `${name} の出力: 画像${count(channels)}枚`,
    last: (ranked) => `値の高い順の数字: ${ranked.join('、')}`,
  },

  train: {
    title: '学習',
    open: (name) => `${name}を表示`,
    close: (name) => `${name}を隠す`,
    missing: 'この画面を読み込めませんでした。ネットワークまたはサーバーの応答がありません。',
    reload: 'ページを再読み込み',
  },

  data: {
    title: 'データ',
    drop: 'train.csv をここにドロップ',
    empty:
      '28 × 28 の数字の画像を 1 行に 1 枚、ラベル付きで。Kaggle の train.csv や同様のファイルです。',
    forms: 'CSV または .csv.gz。見出し行の有無は問いません。ラベルは先頭または末尾。',
    choose: 'ファイルを選ぶ',
    another: '別のファイルを選ぶ',
    sample: 'サンプルデータで試す',
    sampleName: 'サンプルデータ',
    sampleNote: `シードに基づくペンが描いた 4,000 個の数字。ひととおり試すには十分です。`,
    opening: (name) => `${name} を読み込み中`,
    read: (done, total) => `${bytes(done)} / ${bytes(total)}`,
    cancel: 'キャンセル',
    summary: (all, classes, repaired) =>
      [
        `画像${images(all)}`,
        classes > 0 ? `${count(classes)}クラス` : 'ラベルなし',
        repaired > 0 ? `${count(repaired)}セルを補正` : '補正なし',
      ].join('、'),
    shape: '形状',
    shapeValue: (rows, columns) => `${count(rows)} × ${count(columns)}`,
    shapeNote: '行 × 列',
    shapeOfImages: (all) => `${count(all)} × 28 × 28`,
    shapeOfImagesNote: '画像 × ピクセル',
    format: '形式',
    repaired: '補正',
    nothingRepaired: 'なし。すべてのセルが 0 から 255 の数です。',
    histogram: '数字ごとの画像数',
    histogramBar: (digit, all) => `${digit}: ${images(all)}`,
    unlabelled: 'このデータにはラベルがないため、学習できません。',
    kept: (name) => `「${name}」は読み込まれたままです。`,
    keptNothing: '何も変更されていません。',
    advice: '別のファイルを選ぶか、サンプルデータで試してください。',
    lost: 'データはメモリから失われました。',
  },

  gallery: {
    title: 'すべての画像',
    filter: '表示する画像',
    all: 'すべて',
    described: (all) =>
      `画像${images(all)}。矢印キー、Page Up、Page Down、Home、End で移動します。`,
    image: (number, label) =>
      label === undefined ? `画像 ${count(number)}` : `画像 ${count(number)}: ${label}`,
    number: (number) => `画像 ${count(number)}`,
    labelled: (label) => `ラベル: ${label}`,
    noneShown: 'この数字の画像はありません。',
    mean: (digit) => `${digit} の平均画像`,
    noneFound: 'ありません。',
    changed: '変更済み',
    doubted: 'ラベル違いの疑い',
    duplicates: '重複の疑い',
    findDuplicates: '重複を探す',
    findDoubted: '誤ったラベルを探す',
    looking: 'すべての画像を調べています',
    needsModel: '誤ったラベルはネットワークの判断から見つけます。まず学習させてください。',
    leftOut: '除外',
    nowLabelled: (label) => `現在は ${label}`,
    readAs: (digit, probability, loss) =>
      `${digit} と読みました。ラベルの確率は ${likelihood(probability, under)}、損失は ${decimal(loss)} です。`,
    sameAs: (others, more) => `${others}${more > 0 ? `、ほか ${count(more)} 枚` : ''}と同じです。`,
    likeOf: (others, more) =>
      `${others}${more > 0 ? `、ほか ${count(more)} 枚` : ''}とほぼ同じです。`,
    relabel: 'ラベル',
    labelIt: (digit) => `ラベルを ${digit} にする`,
    leaveOut: '除外する',
    takeIn: '元に戻す',
    keys: '画像の中で 0 から 9 は選んだ画像のラベル、x は除外、u は取り消しです。',
    changes: (relabelled, omitted) =>
      `ラベル変更 ${count(relabelled)} 枚、除外 ${count(omitted)} 枚`,
    changesNote: '次の学習は変更後のデータを使います。',
    undo: '取り消す',
    reset: 'すべての変更を取り消す',
    saveChanges: '変更を保存',
    saveData: '変更後のデータを保存',
  },

  repairs: {
    title: '一つずつ見る',
    row: '行',
    column: '列',
    found: '元の内容',
    missing: '空',
    listed: (shown, kept, all) =>
      `全 ${count(all)} 件のうち ${count(shown)} 件を表示、ファイルには ${count(kept)} 件。`,
    save: '一覧を保存',
  },

  network: {
    title: 'ネットワーク',
    preset: 'プリセット',
    summary: (title, all) => `${title}、${weights(all)}`,
    layer: '層',
    output: '出力',
    weights: '重み',
    total: '合計',
    starting: 'エンジンを起動中…',
    note: '重みは学習で求める数です。出力は層が次に渡すものの形状です。',
  },

  run: {
    title: '実行',
    settings: '設定',
    summary: (preset, all, batch, rate) =>
      `${preset}、${epochs(all)}、バッチ ${count(batch)}、学習率 ${decimal(rate)}`,
    epochs: 'エポック数',
    epochsNote: '各画像を見る回数。',
    batch: 'バッチ',
    batchNote: '重みを 1 回修正するまでの画像数。',
    rate: '学習率',
    rateNote: '1 回の修正の大きさ。',
    validation: '検証、%',
    validationNote: '学習に使わず、精度の測定に取り分ける割合。',
    seed: 'シード',
    seedNote: '同じシードなら同じ重みになります。',
    augment: 'データ拡張',
    augmentNote: '各画像をエポックごとに少し回転、移動、伸縮します。反転はしません。',
    start: '学習する',
    again: 'もう一度学習',
    pause: '一時停止',
    resume: '再開',
    stop: '停止',
    needsData: '先にデータを選んでください。',
    needsLabels: 'このデータにはラベルがありません。',
    needsNetwork: '学習するネットワークがまだありません。',
    opening: 'データを読み込んでいます。',
    ready: '開始できます。',
    invalid: '範囲外の設定があります。',
    beginning: '準備中…',
    epoch: (epoch, all) => `エポック ${count(epoch)} / ${count(all)}`,
    speed: (perSecond) => `${speed(perSecond)}\u00a0枚/秒`,
    left: (ms) => `残り ${duration(ms)}`,
    paused: '一時停止中',
    finished: (all, ms) => `完了: ${epochs(all)}、${duration(ms)}`,
    stopped: (all) => `${epochs(all)}で停止`,
    failed: '学習に失敗しました',
    empty: 'ネットワークが学習する間、損失と正解率がここに描かれます。',
    controls: '学習',
    progress: '学習の進み具合',
    keptModel: '読み取りに使うモデルは元のままです。',
    keptBest: 'これまでで最良の重みは下に残っています。',
    advice: '学習率を下げるなどして、もう一度開始してください。',
    adviceBroken: '上にデータが表示されていなければ選び直して、もう一度開始してください。',
    chip: (share) => `学習中、${percent(Math.floor(share * 100) / 100)}`,
  },

  charts: {
    loss: '損失',
    lossNote: '答えの誤りの大きさ。低いほど良い。',
    accuracy: '正解率',
    accuracyNote: '正しく読めた画像の割合。高いほど良い。',
    batch: 'バッチ',
    training: '学習',
    validation: '検証',
    described: (name, all, training, validation) =>
      `${epochs(all)}後の${name}: 学習 ${training}、検証 ${validation}`,
    tools: 'グラフの表示',
    axis: '横軸',
    horizontal: { epoch: 'エポック', step: 'ステップ', time: '時間 (秒)' },
    log: '損失を対数で',
    smoothing: '平滑化',
    smoothed: '線は平滑化されています。値、表、CSV は測定値です。',
    csv: '値 (CSV)',
    png: (name) => `「${name}」のグラフを PNG で保存`,
    values: 'エポックごとの値',
    table: (name) => `${name}の表`,
    tableEmpty: '最初のエポックが終わると値が出ます。',
    of: (name, line) => `${name}、${line}`,
  },

  results: {
    title: '結果',
    summary: (accuracy) => `学習していない画像で ${percent(accuracy)} 正解`,
    none: '学習したネットワーク、混同行列、読み誤りがここに表示されます。',
    validation: '検証の正解率',
    validationNote: (right, all) =>
      `取り分けた${images(all)}のうち${count(right)}枚を正しく読み取り`,
    unmeasured: '取り分けた画像がないため、正解率は測定されていません。',
    tooShort: '最初のエポックの前に終了したため、正解率は測定されていません。',
    bestEpoch: (epoch) => `検証で最良だったエポック ${count(epoch)} の重み。`,
    use: 'このモデルで読む',
    used: 'このモデルで読み取り中',
    save: 'モデルを保存',
    confusion: '混同行列',
    confusionNote: '行: 実際の数字。列: 読み取った数字。',
    confusionCell: (truth, predicted, all) => `${truth} を ${predicted} と読み取り: ${count(all)}`,
    mostConfused: (truth, predicted, all) =>
      `最も多い誤り: ${truth} を ${predicted} と読み取り、${count(all)}回。`,
  },

  mistakes: {
    choose: 'セルを選ぶと画像が表示されます。矢印キーでセルを移動できます。',
    close: '閉じる',
    surestFirst: '確信の高い順。',
    none: 'ここに画像はありません。',
    noMistake: '読み誤った検証画像はありません。',
    classes: '数字ごと',
    classesNote:
      '適合率: そう読んだもののうち実際にそうである割合。再現率: 実際にそうであるもののうちそう読めた割合。F1: 両方を一つにした値。',
    digit: '数字',
    precision: '適合率',
    recall: '再現率',
    f1: 'F1',
    images: '画像',
    reliability: '信頼性',
    reliabilityNote:
      '棒は、同じくらい確信した答えがどれだけ正しいかを示します。破線上なら、確信どおりに正しいということです。',
    sure: '確信',
    right: '正解',
    worst: '損失の大きいもの',
    worstNote: 'ラベルの確率が最も低かった誤り。',
    pairs: '混同の多い組',
    now: 'いま読み誤るもの',
    nowNote: '直近のエポックの後、損失が最も大きい誤り。',
    compare: '2 つのモデルを比べる',
    compareNote: '同じ検証画像を両方が読みます。1 つ目はここで学習したモデルです。',
    compareInUse: '使用中のモデルと',
    compareFile: 'モデルファイルと',
    comparing: 'もう一方のモデルが画像を読んでいます',
    sameModel: '使用中のモデルはここで学習したものです。比べるファイルを選んでください。',
    bothRight: '両方正解',
    onlyFirst: '学習したモデルだけ正解',
    onlySecond: 'もう一方だけ正解',
    bothWrong: '両方誤り',
    kept: '結果はそのままです。',
    seen: (truth, predicted, sure) => `${truth} を ${predicted} と読み取り、確信 ${percent(sure)}`,
    brief: (truth, predicted, sure) => `${truth} → ${predicted}、${sure}`,
    pair: (truth, predicted) => `${truth} を ${predicted} と読み取り`,
    first: (shown, all) => `${count(all)}枚のうち最初の${count(shown)}枚。`,
    calibrationError: (error, before) =>
      `平均のずれは ${percent(error)} (期待較正誤差)。較正なしでは ${percent(before)}。`,
    differs: (chance) =>
      `偶然だけではまず生じない差です (マクネマー検定、p = ${decimal(chance)})。`,
    alike: (chance) => `偶然だけでも生じうる差です (マクネマー検定、p = ${decimal(chance)})。`,
  },

  model: {
    title: '使用中のモデル',
    origins: {
      shipped: 'ページに付属',
      trained: 'ここで学習',
      file: 'ファイルから読み込み',
      adapted: '訂正に合わせたもの',
    },
    facts: (all, accuracy) =>
      accuracy >= 0 ? `${weights(all)}、測定値 ${percent(accuracy)}` : weights(all),
    none: 'まだありません。学習するか、読み込んでください。',
    load: 'モデルを読み込む',
    shipped: 'ページ付属のモデルに戻す',
    kept: (title) => `「${title}」を引き続き使用しています。`,
    keptNone: '何も変更されていません。',
    advice:
      'ここで保存した、または inkling コマンドで保存した .safetensors ファイルを選んでください。',
    shippedAdvice: '後でもう一度試してください。',
  },

  test: {
    title: 'テストファイルを予測',
    empty:
      '学習用ファイルと同じ形式でラベルのない test.csv。上のネットワークがすべての画像を読み、submission.csv に書き出します。',
    trained: '学習したばかりのネットワークで読みます。',
    inUse: '使用中のモデルで読みます。',
    choose: 'test.csv を選ぶ',
    needsModel: '先にモデルが必要です。',
    busy: (name) => `${name} を予測中`,
    done: (all) => `${images(all)}を予測しました`,
    submission: 'submission.csv をダウンロード',
    predicted: (digit) => `予測: ${digit}`,
    kept: '使用中のモデルは元のままです。',
    advice: 'Kaggle の test.csv のような、28 × 28 の画像のファイルを選んでください。',
  },

  about: {
    title: 'Inkling について',
    what: 'Inkling は手書きの数字を読み、与えられたデータから読み方を学びます。どちらもこのページの中だけで行われます。WebAssembly にコンパイルした 1 つの C++ コアが動作し、描いたものも選んだファイルもこの端末の外に出ません。',
    readingTitle: 'ペンから数字へ',
    readingSteps: ['筆跡', '28 × 28', 'ネット', '答え'],
    readingNote:
      '読むのは画面のピクセルではなく、筆跡そのものです。MNIST と同じ方法で描き直し、20 × 20 に収め、重心を中央に置きます。',
    trainingTitle: 'ファイルからネットワークへ',
    trainingSteps: ['train.csv', 'バッチ', '修正', '測定'],
    trainingNote:
      '画像はバッチごとにネットワークを通ります。誤りの大きさから、各重みの直し方が決まります。取り分けた画像で、見たことのないものをどれだけ読めるかがわかります。',
    figures: '現在読み取りに使うモデル',
    figuresNone: 'モデルが読み込まれていません。',
    modelName: '名前',
    weights: '重み',
    accuracy: '測定された正解率',
    unmeasured: '記載なし',
    architecture: '層',
    protocol: '測定方法',
    engine: 'エンジン',
  },
};
