import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { openChromium } from '../support/chromium.ts';
import { type TeamsDemo, teamsDemo } from '../support/teams/demo.ts';

/** What an agent does with the mouse and the keyboard on the playground's own page. */
describe('the playground’s page', () => {
  let demo: TeamsDemo;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [demo, browser] = await Promise.all([teamsDemo(), openChromium()]);
    page = await browser.newPage({ viewport: { width: 1280, height: 1400 }, locale: 'en-US' });
    await page.goto(demo.playground.url);
    await cards().first().waitFor();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  function cards(): Locator {
    return page.locator('.ac-adaptiveCard');
  }

  async function say(sentence: string): Promise<Locator> {
    const before = await cards().count();
    await page.locator('[role=textbox][contenteditable=true]').click();
    await page.keyboard.type(sentence);
    await page.locator('button[aria-label="Send Message"]').click();
    await cards().nth(before).waitFor();
    return cards().nth(before);
  }

  test('greets on opening', async () => {
    expect(await cards().first().innerText()).toMatch(/Subdesk|help/i);
  });

  test('pauses by a sentence and a click', async () => {
    const card = await say('pause contoso e3 for non-payment');
    expect(await card.innerText()).toContain('You keep being billed');
    await card.getByRole('button', { name: 'Pause', exact: true }).click();
    await page
      .getByText(/^Paused: /)
      .first()
      .waitFor();
    expect(await card.getByRole('button', { name: 'Pause', exact: true }).count()).toBe(0);
    expect(await demo.desk.statusOf('S-1017')).toBe('suspended');
  }, 30_000);

  test('cancels only after the typed check', async () => {
    const card = await say('cancel contoso visio because fraud');
    const confirm = card.getByRole('button', { name: /^Yes, cancel/ });
    await confirm.click();
    await card
      .getByText(/contoso\.com/)
      .first()
      .waitFor();
    expect(await demo.desk.statusOf('S-1042')).toBe('active');
    await card.getByRole('textbox').last().fill('contoso.com');
    await confirm.click();
    await page
      .getByText(/^Cancelled: /)
      .first()
      .waitFor();
    expect(await demo.desk.statusOf('S-1042')).toBe('deleted');
  }, 30_000);
});
