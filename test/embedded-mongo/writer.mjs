// A process of its own that opens the embedded database and writes; it prints one line for each acknowledged write.
// node writer.mjs DATA_DIR RUN WRITERS — "owner" or "client" first, "serving" once it is the owner.
import mongoose from 'mongoose';
import { openEmbedded } from '../../dist/embedded-mongo/open.js';

const [dataDir = '', run = '', writers = '0'] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${line}\n`);

const embedded = await openEmbedded({ dataDir });
say(embedded.owner() ? 'owner' : 'client');
const watch = setInterval(() => {
  if (!embedded.owner()) return;
  clearInterval(watch);
  say('serving');
}, 5);

const client = await mongoose.mongo.MongoClient.connect(embedded.uri);
const things = client.db().collection('things');

async function write(writer) {
  for (let i = 0; ; i += 1) {
    const _id = `${run}-${writer}-${i}`;
    await things.insertOne({ _id, unique: `u-${_id}`, state: 'new', list: [writer, i] });
    say(`insert ${_id}`);
    await things.updateOne({ unique: `u-${_id}` }, { $set: { state: 'done' }, $push: { list: 'x' } });
    say(`update ${_id}`);
  }
}

for (let writer = 0; writer < Number(writers); writer += 1) {
  write(writer).catch(() => undefined);
}
