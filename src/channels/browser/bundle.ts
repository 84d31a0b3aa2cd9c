import { cp, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** A step of the build: the page and all that it needs in three files of its own, nothing from elsewhere. */
const ROOT = new URL('../../../', import.meta.url);
const PAGE = new URL('src/channels/browser/page/', ROOT);
const ASSETS = new URL('dist/channels/browser/assets/', ROOT);

await mkdir(ASSETS, { recursive: true });
await build({
  entryPoints: { page: fileURLToPath(new URL('main.ts', PAGE)) },
  outdir: fileURLToPath(ASSETS),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
});
for (const file of ['index.html', 'page.css', 'icon.svg'])
  await cp(new URL(file, PAGE), new URL(file, ASSETS));
