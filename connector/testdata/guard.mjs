// Answers whether Logto accepts a configuration: reads one JSON string a line,
// which is the text of a file, and writes one JSON value a line: true where
// JSON.parse takes the text and the published connector's guard its value, false
// where the guard refuses it, null where it is no JSON.
//
// usage: node guard.mjs FOLDER PACKAGE, FOLDER/node_modules holding PACKAGE
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, name] = process.argv.slice(2);
const require = createRequire(join(resolve(folder), 'index.js'));
const { default: create } = await import(pathToFileURL(require.resolve(name)));
const { configGuard } = await create({ getConfig: async () => ({}) });

const verdict = (text) => {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  return configGuard.safeParse(value).success;
};

const answers = [];
for await (const line of createInterface({ input: process.stdin })) {
  answers.push(verdict(JSON.parse(line)));
}
process.stdout.write(answers.map((answer) => `${answer}\n`).join(''));
