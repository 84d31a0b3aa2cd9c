// `npm test`: jest as native ESM. The browser tests need a Chromium; where a newcomer has none they are left out, and it
// is said; CI installs one and must run them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CANDIDATES = [
  process.env.SUBDESK_TEST_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const chromium = CANDIDATES.find((path) => path !== undefined && existsSync(path));
const isLeftOut = chromium === undefined && process.env.CI === undefined;
if (isLeftOut) {
  process.stderr.write(
    'No Chromium here: the tests of the page and of the playground’s page (test/browser) are left out.\n',
  );
}
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    ...(isLeftOut ? ['--testPathIgnorePatterns', '/node_modules/', '<rootDir>/test/browser/'] : []),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, SUBDESK_TEST_CHROMIUM: chromium ?? '' } },
);
process.exitCode = status ?? 1;
