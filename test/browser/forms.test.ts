import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { changing, E5_ID, stored } from '../conversation/changing.ts';
import type { Talking } from '../conversation/support.ts';
import { lastCard, openChromium, say } from '../support/chromium.ts';
import { type PageServer, servePage } from '../support/pageServer.ts';

/** A browser beside everything else on two cores. */
jest.setTimeout(60_000);

let browser: Browser;
let desk: Talking;
let server: PageServer;
let page: Page;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  desk = await changing();
  server = await servePage(desk.desk);
  page = await browser.newPage({ viewport: { width: 360, height: 900 } });
  await page.goto(`${server.url}/?as=agent-1`);
  await page.locator('article.card').first().waitFor();
});
afterEach(async () => {
  await page.close();
  await server.stop();
  await desk.close();
});

describe('forms on the page', () => {
  test('a change at renewal: present values, one of them changed, confirmed', async () => {
    await say(page, 'schedule a change for S-1017');
    expect(await lastCard(page).getByLabel('Licences').inputValue()).toBe('25');
    expect(await lastCard(page).getByLabel('Term').inputValue()).toBe('P1Y');
    await lastCard(page).getByLabel('Licences').fill('20');
    await lastCard(page)
      .getByRole('button', { name: /Continue/ })
      .click();
    await page.locator('article.card[data-view=confirm]').waitFor();
    await lastCard(page).getByRole('button', { name: 'Schedule the change' }).click();
    await page.locator('article.card[data-view=receipt]').waitFor();
    expect((await stored(desk, 'S-1017')).scheduledNextTermInstructions?.quantity).toBe(20);
  });

  test.each(['0', '301', '1.5'])(
    '%s is stopped before the click, or refused; nothing changes',
    async (typed) => {
      await say(page, 'schedule a change for S-1017');
      await lastCard(page).getByLabel('Licences').fill(typed);
      await lastCard(page)
        .getByRole('button', { name: /Continue/ })
        .click();
      await page
        .getByText(/Write a whole number from 1 to 300|Nothing scheduled/)
        .first()
        .waitFor();
      expect((await stored(desk, 'S-1017')).scheduledNextTermInstructions).toBeNull();
    },
  );

  test('an upgrade from the subscription’s card, part of it into an existing one', async () => {
    await say(page, 'show S-1017');
    await lastCard(page).getByRole('button', { name: 'Upgrade…' }).click();
    await page.locator('article.card[data-view=ask]').waitFor();
    const card = lastCard(page);
    await card.getByLabel('Product').selectOption(E5_ID);
    await card.getByLabel('Licences', { exact: false }).first().fill('4');
    await card.getByLabel('The licences go to').selectOption('S-1077');
    await card.getByLabel('When').selectOption('now');
    await card.getByRole('button', { name: /Continue/ }).click();
    await page.locator('article.card[data-view=confirm]').waitFor();
    expect(await lastCard(page).innerText()).toMatch(
      /Cannot be undone[\s\S]*S-1077, which then has 7 licences/,
    );
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await lastCard(page).getByRole('button', { name: 'Upgrade now' }).click();
    await page.locator('article.card[data-view=receipt]').waitFor();
    expect((await stored(desk, 'S-1077')).quantity).toBe(7);
  });
});
