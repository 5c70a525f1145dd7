// The program of a page with an embedded model.
import './look.css';
import { machine } from '../engine/machine';
import { Writing } from '../ink/writing';
import type { Reading } from '../protocol/types';
import { digitsOf } from '../shared/digitReadings';
import { say, show } from './answer';
import { words } from './contents';
import { element } from './elements';
import { startReader } from './reader';

const [undo, clear] = [element('undo'), element('clear')];
const pad = element<HTMLCanvasElement>('pad');
const starting = startReader();

const writing = new Writing<Reading>(pad, {
  changed: showTools,
  read: (reading, settled) => {
    const read = digitsOf(reading);
    show(read);
    if (settled) say(read);
  },
  failed: () => fail(words.broken),
});

function showTools(): void {
  undo.ariaDisabled = String(!writing.canUndo); // unlike `disabled`, keeps the focus
  clear.ariaDisabled = String(writing.empty);
  element('invitation').classList.toggle('gone', !writing.empty);
}

function fail(why: string): void {
  const note = element('note');
  note.textContent = why;
  note.role = 'alert';
}

undo.addEventListener('click', () => {
  if (writing.canUndo) writing.undo();
});
clear.addEventListener('click', () => {
  if (writing.empty) return;
  writing.clear();
  show([]);
  say([]);
  showTools();
});
pad.addEventListener('transitionend', () => writing.repaint()); // redraws in the new colours

writing.open({ read: async (strokes) => (await starting).read(strokes) });
starting.then(
  () => {
    element('note').textContent = words.private;
  },
  () => fail(machine.simd ? words.broken : words.noSimd),
);
