// Reads the files of a folder and asks the published connector's guard about each.
//
// usage: node guard.mjs PACKAGES FOLDER, PACKAGES/node_modules holding @logto/connector-twilio-sms
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, folder] = process.argv.slice(2);
const require = createRequire(join(resolve(packages), 'index.js'));
const { default: create } = await import(pathToFileURL(require.resolve('@logto/connector-twilio-sms')));
const { configGuard } = await create({ getConfig: async () => ({}) });

let accepted = 0;
for (const name of readdirSync(folder)) {
  if (configGuard.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).success) {
    accepted++;
  }
}
console.log(`${accepted} accepted`);
