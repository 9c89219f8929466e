// Installs the packages of the lock file, unless the last install was of the same lock file with the same Node.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const OLDEST = [20, 19];
const MARKER = 'node_modules/.parley-install';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(`Parley needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

const hash = createHash('sha256').update(process.version);
['package.json', 'package-lock.json'].forEach((file) => hash.update(readFileSync(file)));
const wanted = hash.digest('hex');
if (existsSync(MARKER) && readFileSync(MARKER, 'utf8') === wanted) process.exit(0);

const { status } = spawnSync('npm', ['ci', '--loglevel=error'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
if (status !== 0) process.exit(status ?? 1);
writeFileSync(MARKER, wanted);
