// Fails the build when what a browser must load before the first conversation shows is more than the budget allows.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_KIB = 200;
const CONVERSATION = 'src/features/chat/ChatPage.tsx';
const BUILT = '../../../target/frontend';

const manifest = JSON.parse(readFileSync(`${BUILT}/.vite/manifest.json`, 'utf8'));
const needed = new Set();
const follow = (key) => {
  const chunk = manifest[key];
  if (needed.has(chunk.file)) return;
  needed.add(chunk.file);
  (chunk.imports ?? []).forEach(follow);
};
Object.keys(manifest)
  .filter((key) => manifest[key].isEntry || key === CONVERSATION)
  .forEach(follow);
if (!manifest[CONVERSATION]) throw new Error(`${CONVERSATION} is not a chunk of its own any more.`);
if (needed.size === 0) throw new Error('No entry was built, so nothing could be measured.');

const sizes = [...needed].map((file) => [file, gzipSync(readFileSync(`${BUILT}/${file}`)).length / 1024]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
if (total > BUDGET_KIB) {
  sizes.forEach(([file, size]) => console.error(`${size.toFixed(1).padStart(7)} KiB  ${file}`));
  console.error(`The first conversation needs ${total.toFixed(1)} KiB of script; the budget is ${BUDGET_KIB} KiB.`);
  process.exit(1);
}
console.log(`The first conversation needs ${total.toFixed(1)} of ${BUDGET_KIB} KiB of script.`);
