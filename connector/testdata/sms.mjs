// Answers for each text on standard input what the published packages make of
// it. Usage: node sms.mjs FOLDER, where FOLDER holds node_modules.
//
// In, one JSON a line: the payload first, then the texts, each a string; or, of
// {payload, text}, a text with a payload of its own, of which the rendered one is
// measured.
// Out, one JSON a line and text: {rendered, encoding, segments, characters,
// used, clusters, nonGSM}. rendered is base64 of UTF-16LE, so that lone surrogates
// survive; used are the septets or UTF-16 code units of the last segment, clusters
// are lengths in UTF-16 code units, nonGSM is how many of them are not GSM-7.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const modules = resolve(process.argv[2], 'node_modules');
const kit = pathToFileURL(`${modules}/@logto/connector-kit/lib/index.js`);
const { replaceSendMessageHandlebars } = await import(kit);
const { SegmentedMessage } = createRequire(`${modules}/`)('sms-segments-calculator');

const answer = (text, payload) => {
  const message = new SegmentedMessage(text);
  return {
    rendered: Buffer.from(replaceSendMessageHandlebars(text, payload), 'utf16le').toString('base64'),
    encoding: message.encodingName,
    segments: message.segmentsCount,
    characters: message.numberOfCharacters,
    used: message.segments.at(-1).messageSizeInBits() / (message.encodingName === 'GSM-7' ? 7 : 16),
    clusters: message.graphemes.map((cluster) => cluster.length),
    nonGSM: message.getNonGsmCharacters().length,
  };
};

let payload;
for await (const line of createInterface({ input: process.stdin })) {
  const value = JSON.parse(line);
  if (value.text !== undefined) {
    const body = replaceSendMessageHandlebars(value.text, value.payload);
    process.stdout.write(`${JSON.stringify(answer(body, {}))}\n`);
  } else if (payload) {
    process.stdout.write(`${JSON.stringify(answer(value, payload))}\n`);
  } else {
    payload = value;
  }
}
