// Other programs, run one at a time.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What the program writes to stdout; throws the last line of what it complains of. */
export function outputOf(program, parameters, input = '', environment = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { cwd: root, env: environment });
    let output = '';
    let complaint = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(complaint.trim().split('\n').pop() || `${program} ended with ${code}`));
    });
    child.stdin.on('error', () => {}); // it ended before it read everything: close tells why
    child.stdin.end(input);
  });
}
