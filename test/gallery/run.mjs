import { mkdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// Node 20 strips no types, and cards/ is found two steps up from the module (template.ts): hence .gallery/build/.
const outfile = '.gallery/build/gallery.mjs';
await mkdir('.gallery/build', { recursive: true });
await build({
  entryPoints: ['test/gallery/gallery.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
