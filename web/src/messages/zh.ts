import type { Messages } from './en';
import { bytes, count, decimal, duration, likelihood, percent, speed } from './format';

const under = (least: string) => `不到 ${least}`;
const images = (value: number) => `${count(value)} 张图像`;
const weights = (value: number) => `${count(value)} 个权重`;
const epochs = (value: number) => `${count(value)} 轮`;

const places = {
  top: { left: '左上方', middle: '上方', right: '右上方' },
  middle: { left: '左侧', middle: '中间', right: '右侧' },
  bottom: { left: '左下方', middle: '下方', right: '右下方' },
};

export const zh: Messages = {
  name: 'Inkling',
  rooms: { label: '页面', read: '识别', train: '训练', about: '关于' },

  language: {
    name: '语言',
    failed: (name) => `无法载入“${name}”：网络或服务器没有响应。`,
  },

  theme: {
    system: '颜色：跟随系统',
    light: '颜色：浅色',
    dark: '颜色：深色',
  },

  engine: {
    name: '引擎',
    starting: '正在启动',
    failed: '未运行',
    about: '所有计算都由一个编译成 WebAssembly 的 C++ 核心在独立的 Worker 中完成。',
    reading: '一个 Worker 识别所写内容，另一个负责训练。两者都不向外发送任何数据。',
    named: ({ variant, threads }) =>
      `${variant.startsWith('relaxed') ? 'Relaxed SIMD' : 'SIMD'}，${threads > 1 ? `${count(threads)} 个线程` : '单线程'}`,
    reads: (running) => `识别使用 ${running}：启动最快。`,
    trains: (running) => `训练使用 ${running}。`,
    willTrain: (planned) => `训练将使用 ${planned}。`,
    fellBack: '多线程在此未能启动，因此由单线程工作。',
    unknownWish: (wish) => `没有名为“${wish}”的引擎。`,
    refusedWish: (wish) => `地址要求使用“${wish}”，但它无法在此运行。`,
    others: '此处可运行的引擎',
    missing: {
      simd: '此浏览器不支持 SIMD',
      relaxed: '此浏览器不支持 Relaxed SIMD',
      isolated: '页面未与其他页面隔离，线程无法共享内存',
      cores: '此设备只有一个核心',
    },
  },

  failures: {
    broken: '引擎意外停止。',
    noSimd: '此浏览器缺少 WebAssembly 的 SIMD。任何较新的浏览器都支持它。',
    modelUnreachable: '无法载入模型：网络或服务器没有响应。',
    modelTooLarge: '此文件大于 256 MB，不是本页面可用的模型。',
    emptyFile: '此文件是空的。',
    zip: '这是一个 zip 压缩包。请解压后选择其中的 CSV 文件；.gz 文件可直接读取。',
    unreadable: '此文件无法完整读取：它已损坏，或在读取期间被修改。',
    gzip: '此 .gz 文件无法完整解压：它已损坏，或是分卷压缩的。请自行解压后选择 CSV 文件。',
    fileTooLarge: '此文件解压后超过 1 GB。最多读取 1 GB。',
    noData: '还没有可供学习的数据。',
  },

  problem: { label: '出了什么问题', dismiss: '关闭' },

  read: {
    title: '识别',
    pad: (strokes) =>
      `手写板：用鼠标、触控笔或手指在这里写一个数。${strokes > 0 ? `已有 ${count(strokes)} 笔` : '现在是空的'}`,
    write: '写一个数',
    answer: '结果',
    private: '所写的内容只留在这台设备上。',
    tools: '手写板',
    undo: '撤销',
    redo: '重做',
    erase: '橡皮擦',
    clear: '清空',
    withKeys: (name, keys) => `${name} (${keys})`,
    boxes: '显示方框',
    reading: '正在识别…',
    loading: '模型正在载入；现在就可以写。',
    absent: '这里还没有模型。',
    absentAdvice: '训练一个，或从文件载入',
    failed: '暂时无法识别。',
    retry: '重试',
    broken: '引擎在处理这幅笔迹时停止，现已重新启动。请清空手写板或继续书写。',
    digits: '识别出的数字',
    sure: (probability) => `把握 ${percent(probability)}`,
    next: (digit, probability) => `其次是 ${digit}，${likelihood(probability, under)}`,
    either: (digit, other) => `${digit} 或 ${other}`,
    or: (other) => `或 ${other}`,
    both: (probability, other) =>
      `${likelihood(probability, under)} 和 ${likelihood(other, under)}`,
    none: '不是数字',
    noDigit: '不是数字',
    closest: (digit) => `最像 ${digit}`,
    announced: (digit, probability) => `${digit}，把握 ${percent(probability)}`,
    announcedUnsure: (digit, other) => `不确定：${digit} 或 ${other}`,
    announcedNone: (digit) => `不是数字，最像 ${digit}`,
    announcedAll: (digits) => `${count(digits.length)} 个数字：${digits.join('、')}`,
    announcedEmpty: '手写板是空的。',
    bars: '每个数字的可能性',
    bar: (digit, probability) => `${digit}：${percent(probability)}`,
    seen: '模型所见',
    seenImage: (digit) =>
      `笔迹的 28 乘 28 像素图像，${digit === null ? '不是数字' : `识别为 ${digit}`}`,
    seenNothing: '还没有内容',
    seenNote: '28 × 28 像素，与 MNIST 相同',
  },

  why: {
    title: '原因',
    summary: (answer, rival) => `什么支持 ${answer}，什么支持 ${rival}`,
    summaryEmpty: '什么支持这个结果，什么反对它',
    empty: '写一个数字：这里会显示哪些部分起了决定作用，以及每一层看到了什么。',
    busy: '正在计算…',
    failed: '无法算出。笔迹和结果没有改变。',
    mapTitle: '哪些像素起了决定作用',
    mapNote: '逐处把墨变成纸、把纸变成墨：这样做的代价越大，颜色越深。空白的纸也会说话。',
    speaksFor: (digit) => `支持 ${digit}`,
    map: (said) => `笔迹的热力图。${said.join('。')}。`,
    loudest: (digit, place) =>
      place
        ? `最支持 ${digit} 的是${places[place.down][place.across]}的${{ ink: '墨迹', paper: '空白' }[place.what]}`
        : `没有什么支持 ${digit}`,
    layers: '每一层的输出',
    layersNote: '墨色越深，数值在该层中越高。',
    shape: (height, width, channels) =>
      height * width > 1
        ? `${count(channels)} 个 ${count(height)} × ${count(width)} 通道`
        : `${count(channels)} 个数`,
    channels: (name, channels) => `${name} 的输出：${count(channels)} 张图`,
    last: (ranked) => `数值从高到低的数字：${ranked.join('、')}`,
  },

  train: {
    title: '训练',
    open: (name) => `显示${name}`,
    close: (name) => `隐藏${name}`,
    missing: '无法载入此页面：网络或服务器没有响应。',
    reload: '重新载入',
  },

  data: {
    title: '数据',
    drop: '把 train.csv 拖到这里',
    empty: '28 × 28 的数字图像，每行一张并带有标签：Kaggle 的 train.csv，或类似的文件。',
    forms: 'CSV 或 .csv.gz；有无表头均可；标签在首列或末列。',
    choose: '选择文件',
    another: '选择其他文件',
    sample: '用示例数据试试',
    sampleName: '示例数据',
    sampleNote: `由固定种子的画笔绘制的 4,000 个数字：足以看到全部过程。`,
    opening: (name) => `正在读取 ${name}`,
    read: (done, total) => `${bytes(done)} / ${bytes(total)}`,
    cancel: '取消',
    summary: (all, classes, repaired) =>
      [
        images(all),
        classes > 0 ? `${count(classes)} 个类别` : '没有标签',
        repaired > 0 ? `修复 ${count(repaired)} 个单元格` : '无需修复',
      ].join('，'),
    shape: '形状',
    shapeValue: (rows, columns) => `${count(rows)} × ${count(columns)}`,
    shapeNote: '行 × 列',
    shapeOfImages: (all) => `${count(all)} × 28 × 28`,
    shapeOfImagesNote: '图像 × 像素',
    format: '格式',
    repaired: '修复',
    nothingRepaired: '无：每个单元格都是 0 到 255 的数。',
    histogram: '每个数字的图像数',
    histogramBar: (digit, all) => `${digit}：${images(all)}`,
    first: '前几张图像',
    image: (label) => (label === undefined ? '一张图像' : `${label} 的图像`),
    unlabelled: '这些数据没有标签，无法从中学习。',
    kept: (name) => `“${name}”仍处于载入状态。`,
    keptNothing: '没有任何改动。',
    advice: '请选择其他文件，或用示例数据试试。',
    lost: '数据已不在内存中。',
  },

  network: {
    title: '网络',
    preset: '预设',
    summary: (title, all) => `${title}，${weights(all)}`,
    layer: '层',
    output: '输出',
    weights: '权重',
    total: '合计',
    starting: '引擎正在启动…',
    note: '权重是训练所求的数。输出是一层传给下一层的数据的形状。',
  },

  run: {
    title: '运行',
    settings: '设置',
    summary: (preset, all, batch, rate) =>
      `${preset}，${epochs(all)}，每批 ${count(batch)} 张，学习率 ${decimal(rate)}`,
    epochs: '轮数',
    epochsNote: '每张图像被看到多少次。',
    batch: '批大小',
    batchNote: '每修正一次权重所用的图像数。',
    rate: '学习率',
    rateNote: '每次修正的幅度。',
    validation: '验证集，%',
    validationNote: '留出的比例，用从未学习过的图像来衡量。',
    seed: '随机种子',
    seedNote: '种子相同，权重就相同。',
    augment: '数据增强',
    augmentNote: '每一轮都重新把每张图像稍加旋转、平移和拉伸。从不镜像。',
    start: '训练',
    again: '重新训练',
    pause: '暂停',
    resume: '继续',
    stop: '停止',
    needsData: '请先选择数据。',
    needsLabels: '这些数据没有标签。',
    needsNetwork: '还没有可训练的网络。',
    opening: '正在读取数据。',
    ready: '可以开始。',
    invalid: '有一项设置超出范围。',
    beginning: '正在准备…',
    epoch: (epoch, all) => `第 ${count(epoch)} 轮，共 ${count(all)} 轮`,
    speed: (perSecond) => `${speed(perSecond)}\u00a0张/秒`,
    left: (ms) => `剩余 ${duration(ms)}`,
    paused: '已暂停',
    finished: (all, ms) => `完成：${epochs(all)}，用时 ${duration(ms)}`,
    stopped: (all) => `${epochs(all)}后停止`,
    failed: '运行失败',
    empty: '网络学习时，损失和准确率会画在这里。',
    controls: '训练',
    progress: '训练进度',
    keptModel: '用于识别的模型没有改变。',
    keptBest: '目前最好的权重保存在下方。',
    advice: '请重新开始，可尝试更小的学习率。',
    adviceBroken: '如果上方没有显示数据，请重新选择，然后再次开始。',
    chip: (share) => `训练中，${percent(Math.floor(share * 100) / 100)}`,
  },

  charts: {
    loss: '损失',
    lossNote: '答案错得有多远：越低越好。',
    accuracy: '准确率',
    accuracyNote: '正确识别的图像所占比例：越高越好。',
    epoch: '轮',
    batch: '批次',
    training: '训练',
    validation: '验证',
    described: (name, all, training, validation) =>
      `${epochs(all)}后的${name}：训练 ${training}，验证 ${validation}`,
  },

  results: {
    title: '结果',
    summary: (accuracy) => `在从未学习过的图像上正确率为 ${percent(accuracy)}`,
    none: '训练好的网络、它的混淆矩阵和识别错误会显示在这里。',
    validation: '验证准确率',
    validationNote: (right, all) => `${images(all)}留出，正确识别 ${count(right)} 张`,
    unmeasured: '没有留出图像，因此未测量准确率。',
    tooShort: '运行在第一轮结束前就停止了，因此未测量准确率。',
    bestEpoch: (epoch) => `第 ${count(epoch)} 轮的权重，验证结果最好。`,
    use: '用此模型识别',
    used: '现在由此模型识别',
    save: '保存模型',
    confusion: '混淆矩阵',
    confusionNote: '行：实际数字。列：识别结果。',
    confusionCell: (truth, predicted, all) => `${truth} 识别为 ${predicted}：${count(all)}`,
    mostConfused: (truth, predicted, all) =>
      `最常见的错误：${truth} 识别为 ${predicted}，${count(all)} 次。`,
  },

  model: {
    title: '当前模型',
    origins: {
      shipped: '随页面提供',
      trained: '在此训练',
      file: '从文件载入',
    },
    facts: (all, accuracy) =>
      accuracy >= 0 ? `${weights(all)}，实测 ${percent(accuracy)}` : weights(all),
    none: '还没有：请训练或载入一个。',
    load: '载入模型',
    shipped: '恢复页面自带的模型',
    kept: (title) => `“${title}”仍在使用。`,
    keptNone: '没有任何改动。',
    advice: '请选择在此保存或由 inkling 命令保存的 .safetensors 文件。',
    shippedAdvice: '请稍后重试。',
  },

  test: {
    title: '预测测试文件',
    empty:
      '一个 test.csv，格式同训练文件但没有标签：上面的网络识别每张图像，并写入 submission.csv。',
    trained: '使用刚训练好的网络。',
    inUse: '使用当前模型。',
    choose: '选择 test.csv',
    needsModel: '需要先有一个模型。',
    busy: (name) => `正在预测 ${name}`,
    done: (all) => `已预测 ${images(all)}`,
    submission: '下载 submission.csv',
    predicted: (digit) => `预测：${digit}`,
    kept: '当前模型没有改变。',
    advice: '请选择 28 × 28 图像的文件，例如 Kaggle 的 test.csv。',
  },

  about: {
    title: '关于 Inkling',
    what: 'Inkling 识别手写数字，也能从提供的数据中学会识别。两者都只在本页面内进行：一个编译成 WebAssembly 的 C++ 核心完成全部工作，所画所选的内容都不会离开这台设备。',
    readingTitle: '从笔到数字',
    readingSteps: ['笔画', '28 × 28', '网络', '结果'],
    readingNote:
      '识别的是笔画本身，而不是屏幕像素：笔画按 MNIST 的制作方式重新绘制，缩放到 20 × 20，并以重心居中。',
    trainingTitle: '从文件到网络',
    trainingSteps: ['train.csv', '分批', '修正', '测量'],
    trainingNote:
      '图像分批通过网络。错误的大小决定如何修正每个权重。留出的图像表明网络识别从未见过的内容有多好。',
    figures: '当前用于识别的模型',
    figuresNone: '没有载入模型。',
    modelName: '名称',
    weights: '权重',
    accuracy: '实测准确率',
    unmeasured: '未注明',
    architecture: '层',
    protocol: '测量方式',
    engine: '引擎',
  },
};
