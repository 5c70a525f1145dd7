// Runs other programs, one at a time.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Returns the program's stdout. Throws the last line of its stderr. */
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
    child.stdin.on('error', () => {}); // it ended before reading everything; 'close' tells why
    child.stdin.end(input);
  });
}
