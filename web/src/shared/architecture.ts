// A network's last layer has an output for each class. Settings say `dense 10` for any number of classes, and the
// engine puts in the data's: so the same settings fit all data. The page shows what that comes to.

const ten = /dense\s+10\s*$/;

export const withOutputs = (architecture: string, classes: number): string =>
  architecture.replace(ten, `dense ${classes}`);

/** The other way round. */
export function withoutOutputs(architecture: string, classes: number): string {
  return architecture.replace(new RegExp(`dense\\s+${classes}\\s*$`), 'dense 10');
}
