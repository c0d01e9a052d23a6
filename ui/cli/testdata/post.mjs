// Lets the published connector send one message of each usage type, to a
// simulated Twilio in place of https://api.twilio.com. Prints one line a type:
// "sent", or the connector's error.
//
// usage: node post.mjs FOLDER CONFIG BASE, FOLDER/node_modules holding
// @logto/connector-twilio-sms, CONFIG a saved file, BASE the simulated Twilio.
// In, one JSON: {to, payload, types}.
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const [folder, file, base] = process.argv.slice(2);

// The connector posts with got, which posts with this.
https.request = (url, options, callback) => {
  if (url.origin !== 'https://api.twilio.com') {
    throw new Error(`a request to ${url.origin}`);
  }
  return http.request(new URL(url.pathname + url.search, base), { ...options, protocol: 'http:', agent: undefined }, callback);
};

const require = createRequire(join(resolve(folder), 'index.js'));
const { default: create } = await import(pathToFileURL(require.resolve('@logto/connector-twilio-sms')));
const config = JSON.parse(readFileSync(file, 'utf8'));
const { configGuard, sendMessage } = await create({ getConfig: async () => config });
configGuard.parse(config);

const { to, payload, types } = JSON.parse(await text(process.stdin));
for (const type of types) {
  const outcome = await sendMessage({ to, type, payload }).then(
    () => 'sent',
    (error) => `${error.code}: ${error.message}`
  );
  console.log(outcome);
}
