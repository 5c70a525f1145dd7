// The one small set of icons: paths on a 24 x 24 grid, drawn with a round pen of 1.75.
export const icons = {
  clear: 'M4 7h16M9 7V4.5h6V7M6.5 7l1 12.5h9L17.5 7M10.5 11v5M13.5 11v5',
  undo: 'M8.5 5 4.5 9l4 4M4.5 9h9a5.25 5.25 0 0 1 0 10.5H9',
  redo: 'M15.5 5l4 4-4 4M19.5 9h-9a5.25 5.25 0 0 0 0 10.5H15',
  eraser:
    'M8.5 19.5 4.2 15.2a1 1 0 0 1 0-1.4l8.6-8.6a1 1 0 0 1 1.4 0l4.6 4.6a1 1 0 0 1 0 1.4l-8.3 8.3zM8.5 9.5l6 6M8.5 19.5h11',
  widths: 'M5 6h14M5 11.25h14v1H5zM5 16.5h14v2.25H5z',
  boxes: 'M4.5 6h6v12h-6zM13.5 6h6v12h-6z',
  picture: 'M4 5.5h16v13H4zM4 15.5l4.5-4.5 4 4 3-2.5 4.5 3.5M15.25 8.5a1 1 0 1 0 0 2a1 1 0 1 0 0-2',
  gallery: 'M4 4.5h7v7H4zM13.5 4.5H20v7h-6.5zM4 14h7v5.5H4zM13.5 14H20v5.5h-6.5z',
  camera: 'M4 8h4l1.5-2.5h5L16 8h4v10.5H4zM12 9.75a3.25 3.25 0 1 0 0 6.5a3.25 3.25 0 1 0 0-6.5',
  rotate: 'M19 5v5h-5M19 10a7.5 7.5 0 1 0 .5 4.5',
  crop: 'M7 3v14h14M3 7h14v14',
  pad: 'M4 5.5h16v13H4zM7 15.5h10M8 12.5c1.5-4 3-4 3-1.5s1.5 2 2.5-.5 2-1.5 2.5 0',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  stop: 'M7 7h10v10H7z',
  download: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 19.5h14',
  upload: 'M12 15V4M7.5 8.5 12 4l4.5 4.5M5 19.5h14',
  plus: 'M12 5v14M5 12h14',
  folder: 'M4 6h5.5l2 2.5H20v10H4z',
  table: 'M4 5.5h16v13H4zM4 10h16M4 14.25h16M9.5 5.5v13',
  form: 'M5 3.5h14v17H5zM8 7.5h5M8 11.5h3v3H8zM13 11.5h3v3h-3zM8 17.5h8',
  print: 'M7.5 9V4h9v5M7.5 16.5H4V9h16v7.5h-3.5M7.5 13.5h9V20h-9z',
  grid: 'M4 4h16v16H4zM4 9.33h16M4 14.67h16M9.33 4v16M14.67 4v16',
  sparkle: 'M12 4c.8 4.7 3.3 7.2 8 8-4.7.8-7.2 3.3-8 8-.8-4.7-3.3-7.2-8-8 4.7-.8 7.2-3.3 8-8z',
  model:
    'M4.5 7a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0M4.5 17a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0M16 12a1.75 1.75 0 1 0 3.5 0a1.75 1.75 0 1 0-3.5 0M7.8 7.9l8.2 3.4M7.8 16.1l8.2-3.4',
  copy: 'M9 9h10.5v10.5H9zM15 9V4.5H4.5V15H9',
  chip: 'M7.5 7.5h9v9h-9zM10 4v3.5M14 4v3.5M10 16.5V20M14 16.5V20M4 10h3.5M4 14h3.5M16.5 10H20M16.5 14H20',
  light:
    'M12 8.25a3.75 3.75 0 1 0 0 7.5a3.75 3.75 0 1 0 0-7.5M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M18.4 5.6l-1.1 1.1M6.7 17.3l-1.1 1.1',
  dark: 'M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z',
  system: 'M12 4.5a7.5 7.5 0 1 0 0 15zM12 4.5a7.5 7.5 0 1 1 0 15',
  chevron: 'M6.5 9.5 12 15l5.5-5.5',
  up: 'M12 19V5M6.5 10.5 12 5l5.5 5.5',
  down: 'M12 5v14M6.5 13.5 12 19l5.5-5.5',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  dot: 'M12 9.5a2.5 2.5 0 1 0 0 5a2.5 2.5 0 1 0 0-5',
  language:
    'M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16M4 12h16M12 4c-5.4 4.9-5.4 11.1 0 16c5.4-4.9 5.4-11.1 0-16',
  check: 'M5 12.5 10 17.5 19.5 7',
  busy: 'M12 4.5a7.5 7.5 0 1 1-7.5 7.5',
  alert: 'M12 4.5 21 19.5H3zM12 10v4.5M12 17v.2',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  lock: 'M6.5 11h11v8.5h-11zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  read: 'M5 19l1-4L16 5l3 3L9 18zM13.5 7.5l3 3',
} as const;

export type IconName = keyof typeof icons;

/** Those that point along the line that is written, which may run from right to left. */
export const directed: ReadonlySet<IconName> = new Set(['undo', 'redo']);
