// A process of its own that opens the embedded database when told to ("go" on its input) and writes; it prints one line
// for each acknowledged write. node writer.mjs DATA_DIR RUN WRITERS — "ready", then "owner" or "client", and "owner"
// again when it takes over. It ends with what the product would print when its database fails.
import mongoose from 'mongoose';
import { openEmbedded } from '../../dist/embedded-mongo/open.js';

const [dataDir = '', run = '', writers = '0'] = process.argv.slice(2);
const say = (line) => process.stdout.write(`${line}\n`);
const pause = (milliseconds = 5) => new Promise((resolve) => setTimeout(resolve, milliseconds));

say('ready');
await new Promise((resolve) => process.stdin.once('data', resolve));

const embedded = await openEmbedded({
  dataDir,
  onFatal: (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
}).catch((error) => {
  say(`refused ${error.message}`);
  process.exit(1);
});
say(embedded.owner() ? 'owner' : 'client');
if (!embedded.owner()) void watch();

async function watch() {
  while (!embedded.owner()) await pause();
  say('owner');
}

if (Number(writers) > 0) {
  const client = await mongoose.mongo.MongoClient.connect(embedded.uri);
  const things = client.db().collection('things');
  await again(() => things.createIndex({ unique: 1 }, { unique: true }));
  for (let writer = 0; writer < Number(writers); writer += 1) void write(things, writer);
}

async function write(things, writer) {
  for (let i = 0; ; i += 1) {
    const _id = `${run}-${writer}-${i}`;
    await insert(things, _id);
    await again(() => things.updateOne({ unique: `u-${_id}` }, { $set: { state: 'done' } }));
    say(`update ${_id}`);
    await pause(20);
  }
}

// An insert whose answer is lost with its owner is asked for again: then it is either new or already there.
async function insert(things, _id) {
  await again(() =>
    things.insertOne({ _id, unique: `u-${_id}`, state: 'new' }).catch((error) => {
      if (error.code !== 11000) throw error;
    }),
  );
  say(`insert ${_id}`);
}

async function again(work) {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof mongoose.mongo.MongoServerError) throw error;
      await pause();
    }
  }
}

// Without writers nothing else would keep it alive.
setInterval(() => undefined, 60_000);
