#!/usr/bin/env node
import { processIo, type Verb } from './cli/io.ts';

/** One line a verb; each is loaded only when it is asked for, so that `parse` does not load three SDKs. */
const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  serve: async () => (await import('./cli/serve.ts')).serveVerb,
  worker: async () => (await import('./cli/worker.ts')).workerVerb,
  demo: async () => (await import('./cli/demo.ts')).demoVerb,
  chat: async () => (await import('./cli/chat.ts')).chatVerb,
  parse: async () => (await import('./cli/parse.ts')).parseVerb,
  decide: async () => (await import('./cli/decide.ts')).decideVerb,
  due: async () => (await import('./cli/due.ts')).dueVerb,
  import: async () => (await import('./cli/import.ts')).importVerb,
  export: async () => (await import('./cli/export.ts')).exportVerb,
  backup: async () => (await import('./cli/backup.ts')).backupVerb,
  manifest: async () => (await import('./cli/manifest.ts')).manifestVerb,
  rules: async () => (await import('./cli/rules.ts')).rulesVerb,
  doctor: async () => (await import('./cli/doctor.ts')).doctorVerb,
};

const USAGE = `usage: subdesk <verb> [options]; verbs: ${Object.keys(VERBS).join(', ')}. subdesk <verb> --help tells more.`;

async function main(argv: readonly string[]): Promise<number> {
  const [first, ...rest] = argv;
  const name = first === undefined || first.startsWith('-') ? 'serve' : first;
  const load = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  const io = processIo();
  if (first === '--help' || first === '-h') {
    io.stdout(USAGE);
    return 0;
  }
  if (load === undefined) {
    io.stderr(`subdesk: unknown verb ${name}\n${USAGE}`);
    return 2;
  }
  try {
    return await (await load())(name === first ? rest : argv, io);
  } catch (error) {
    // A person reads one line; whoever looks for a defect asks for the stack.
    const { message, stack = message } = error as Error;
    io.stderr(`subdesk ${name}: ${io.env['LOG_LEVEL'] === 'debug' ? stack : message}`);
    return 1;
  }
}

// `subdesk rules | head`: whoever reads no more wants no stack.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await main(process.argv.slice(2));
// A terminal that is still being read would keep the process alive.
process.stdin.destroy();
