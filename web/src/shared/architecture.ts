// A network's last layer has one output per class. Settings always say `dense 10`, and the engine adapts it to
// the data, so that the same settings fit any data. The page shows the adapted network.

const ten = /dense\s+10\s*$/;

export const withOutputs = (architecture: string, classes: number): string =>
  architecture.replace(ten, `dense ${classes}`);

/** Converts an adapted network back to `dense 10`. */
export function withoutOutputs(architecture: string, classes: number): string {
  return architecture.replace(new RegExp(`dense\\s+${classes}\\s*$`), 'dense 10');
}
