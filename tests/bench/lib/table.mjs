// Writes the results as Markdown: first the targets, then everything.
import { figure, lessIsBetter, short } from './results.mjs';
import { targets } from './targets.mjs';

/** Returns how many times better the first is. */
export const ratio = (ours, peers) =>
  lessIsBetter(ours) ? peers.median / ours.median : ours.median / peers.median;

const percent = (share) => `${(100 * share).toFixed(1)} %`;

function byFigure(ours, { reach, orShare }) {
  const less = lessIsBetter(ours);
  const met = less ? ours.median <= reach : ours.median >= reach || ours.share_of_peak >= orShare;
  const share = orShare ? `, or ${percent(orShare)} of the peak` : '';
  return { wanted: `${less ? 'at most' : 'at least'} ${short(reach)} ${ours.unit}${share}`, met };
}

function byPeer(ours, { times }, peer) {
  const wanted = `${short(times)}x the peer`;
  if (!peer) return { wanted, met: undefined };
  return { wanted, over: ratio(ours, peer), met: ratio(ours, peer) >= times };
}

/** @returns the outcome of a target; `met` is undefined if a row is missing. */
export function judge(target, results) {
  const ours = results.rows.find(
    (row) =>
      row.who === target.ours[0] &&
      row.name === target.ours[1] &&
      (!target.ours[2] || row.threads === target.ours[2]),
  );
  if (!ours) return { ...target, wanted: '', met: undefined };
  if (target.share) {
    const met = ours.share_of_peak >= target.share;
    return { ...target, row: ours, wanted: `at least ${percent(target.share)}`, met };
  }
  if (!target.peers) return { ...target, row: ours, ...byFigure(ours, target) };
  const peer = results.bestOf(target.peers, target.ours[1]);
  return { ...target, row: ours, peer, ...byPeer(ours, target, peer) };
}

const verdict = { true: 'met', false: 'not met', undefined: 'not measured' };

function targetLine(judged) {
  const { what, wanted, row, peer, over, met } = judged;
  const share = row?.share_of_peak ? `, ${percent(row.share_of_peak)} of the peak` : '';
  const peers = peer ? `${peer.who} (${peer.threads}): ${figure(peer)}` : '';
  const ratioText = over ? `${short(over)}x` : '';
  return `| ${[what, wanted, figure(row) + share, peers, ratioText, verdict[met]].join(' | ')} |`;
}

const rowLine = (row) =>
  `| ${[row.name, row.who, row.threads, figure(row), row.share_of_peak ? percent(row.share_of_peak) : ''].join(' | ')} |`;

export function markdown(results) {
  const byName = [...results.rows].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return [
    '| what | wanted | ours | best peer | ratio | |',
    '| --- | --- | --- | --- | --- | --- |',
    ...targets.map((target) => targetLine(judge(target, results))),
    '',
    '| row | who | threads | median (least to most) | of the peak |',
    '| --- | --- | --- | --- | --- |',
    ...byName.map(rowLine),
    '',
    ...results.missing.map(({ who, reason }) => `Not measured: ${who}: ${reason}`),
  ].join('\n');
}
