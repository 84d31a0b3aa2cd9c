import { mkdir, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { LANGUAGES } from '../../src/domain/person.ts';
import { renderSlack } from '../../src/rendering/slack.ts';
import { renderTeams } from '../../src/rendering/teams.ts';
import { describe } from '../../src/views/describe.ts';
import { openChromium } from '../support/chromium.ts';
import { EXAMPLES } from '../support/exampleViews.ts';
import { exampleFiles } from './examples.ts';
import { SHEETS } from './sheets.ts';

/** Every example as Teams and Slack draw it, in both languages: .gallery/index.html and one picture a sheet. */
await mkdir('.gallery', { recursive: true });
for (const { path, text } of exampleFiles()) await writeFile(path, text);

const drawn = EXAMPLES.flatMap(({ name, view, reader }) =>
  LANGUAGES.map((language) => {
    const statement = describe(view, { ...reader, language });
    return {
      name,
      language,
      teams: renderTeams(statement, { refreshFor: [] }),
      slack: renderSlack(statement),
    };
  }),
);
await writeFile('.gallery/data.js', `window.EXAMPLES = ${JSON.stringify(drawn)};`);
await writeFile('.gallery/index.html', page());
await build({
  entryPoints: ['test/gallery/page.ts'],
  outfile: '.gallery/page.js',
  bundle: true,
  format: 'iife',
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});

const browser = await openChromium();
for (const sheet of SHEETS) {
  const tab = await browser.newPage({
    viewport: { width: sheet.columns * (sheet.width + 20) + 20, height: 800 },
  });
  await tab.goto(`${pathToFileURL('.gallery/index.html').href}#${sheet.name}`);
  await tab.waitForSelector('body.drawn');
  await tab.screenshot({ path: `.gallery/${sheet.name}.png`, fullPage: true });
  const found: unknown = await tab.evaluate('window.MEASURED');
  await writeFile(`.gallery/${sheet.name}.json`, JSON.stringify(found, null, 1));
  await tab.close();
}
await browser.close();

function page(): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Subdesk's cards</title>
<link rel="stylesheet" href="page.css"><body><nav></nav><main></main>
<script src="data.js"></script><script src="page.js"></script></body></html>`;
}
