// Runs a TypeScript program of the tests (the gallery, the bench): Node 20 does not read TypeScript by itself.
// usage: node test/run.mjs test/bench/bench.ts [arguments]
import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry, ...rest] = process.argv.slice(2);
const outfile = `dist/test/${basename(entry, '.ts')}.mjs`;
await mkdir('dist/test', { recursive: true });
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
  // What is ours runs from the build: cards, assets and worker threads are found from there.
  plugins: [{ name: 'ours-from-dist', setup: fromDist }],
});
process.argv = [process.argv[0], entry, ...rest];
await import(pathToFileURL(outfile).href);

function fromDist(bundler) {
  bundler.onResolve({ filter: /\/src\/.*\.ts$/ }, ({ path }) => ({
    // Beside the bundle, which lies in dist/test.
    path: `../${path.replace(/^.*\/src\//, '').replace(/\.ts$/, '.js')}`,
    external: true,
  }));
}
