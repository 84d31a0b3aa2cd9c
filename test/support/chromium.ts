import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** test/jest.mjs finds it. */
const CHROMIUM = process.env['SUBDESK_TEST_CHROMIUM'] || '/usr/bin/chromium';

/** What keeps a headless Chromium from talking to anybody but the page. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The machine's Chromium; throws with what to install where there is none. */
export async function openChromium(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error('the browser tests need Chromium: apt-get install chromium');
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: FLAGS });
}

/** Says a sentence in the page's text box and waits for the card that answers it. */
export async function say(page: Page, sentence: string): Promise<void> {
  const before = await page.locator('article.card').count();
  await page.getByLabel(/Say what you want done|Säg vad du vill/).fill(sentence);
  await page.keyboard.press('Enter');
  await page.locator('article.card').nth(before).waitFor();
}

export function lastCard(page: Page) {
  return page.locator('article.card').last();
}
