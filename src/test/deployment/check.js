// Checks compose file and Dockerfile without a container engine: the first by the schema and the rules of dclint, the
// second by those of dockerfile-utils. The tools are installed once, and again when their lock file changes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const docker = join(here, '../../../server-config/docker');
const marker = join(here, 'node_modules/.parley-install');
const wanted = createHash('sha256')
  .update(readFileSync(join(here, 'package-lock.json')))
  .digest('hex');

if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
  run('npm', ['ci', '--loglevel=error'], ['inherit', 'ignore', 'inherit']);
  writeFileSync(marker, wanted);
}
run(process.execPath, [
  join(here, 'node_modules/dclint/bin/dclint.cjs'),
  '--max-warnings=0',
  join(docker, 'compose.yaml'),
]);
checkDockerfile(join(docker, 'Dockerfile'));

function run(program, parameters, stdio = 'inherit') {
  const { status } = spawnSync(program, parameters, {
    cwd: here,
    stdio,
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

function checkDockerfile(file) {
  const { validate } = createRequire(import.meta.url)('dockerfile-utils');
  const faults = validate(readFileSync(file, 'utf8'));
  faults.forEach(({ range, message }) => console.error(`${file}:${range.start.line + 1} ${message}`));
  if (faults.length > 0) process.exit(1);
}
