// Installs the packages of the lock file, unless the last install was of the same lock file with the same Node and
// is still whole.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const OLDEST = [20, 19];
const MARKER = 'node_modules/.parley-install';
const TOOLS = ['vite', 'tsc', 'eslint', 'vitest'].map((tool) => `node_modules/.bin/${tool}`);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `Parley needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  );
  process.exit(1);
}

const hash = createHash('sha256').update(process.version);
['package.json', 'package-lock.json'].forEach((file) => hash.update(readFileSync(file)));
const wanted = hash.digest('hex');
const whole = TOOLS.every((tool) => existsSync(tool));
if (whole && existsSync(MARKER) && readFileSync(MARKER, 'utf8') === wanted) process.exit(0);
rmSync(MARKER, { force: true });

const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
  // What it has done is of no interest; what it could not do is.
  stdio: ['inherit', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(status ?? 1);
writeFileSync(MARKER, wanted);
