import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { lastCard, openChromium, say } from '../support/chromium.ts';
import { type TestDesk, testDesk } from '../support/desk.ts';
import { aBuyer, aStored } from '../support/operations.ts';
import { type PageServer, servePage } from '../support/pageServer.ts';

/** A browser beside everything else on two cores. */
jest.setTimeout(30_000);

const CUSTOMER = aBuyer({ name: 'Contoso', domain: 'contoso.com' });

let browser: Browser;
let desks: TestDesk;
let server: PageServer;
let page: Page;

beforeAll(async () => {
  browser = await openChromium();
});
afterAll(() => browser.close());

beforeEach(async () => {
  const at = { customerId: CUSTOMER.id, unitPrice: '36.50' };
  desks = await testDesk({
    customers: [CUSTOMER],
    subscriptions: [
      aStored({ ...at, id: 'visio', reference: 'S-1042', offerName: 'Visio Plan 2' }),
      aStored({
        ...at,
        id: 'e3',
        reference: 'S-1017',
        offerName: 'Microsoft 365 E3',
        orderPlacedAt: '2021-03-01T00:00:00.000Z',
        effectiveStartDate: '2021-03-01T00:00:00.000Z',
        commitmentEndDate: '2022-03-01T00:00:00.000Z',
      }),
    ],
  });
  server = await servePage(desks.desk);
  page = await openPage();
});
afterEach(async () => {
  await page.context().close();
  await server.stop();
  await desks.close();
});

async function openPage(as = 'agent-1'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
  const opened = await context.newPage();
  await opened.goto(`${server.url}/?as=${as}`);
  await opened.locator('article.card').first().waitFor();
  await opened.waitForFunction(() => document.activeElement?.id === 'text');
  return opened;
}

async function statusOf(id: string): Promise<string | undefined> {
  const stored = await desks.desk.subscriptions.get(id);
  return stored?.subscription.suspensionKind ?? stored?.subscription.status;
}

describe('on the page', () => {
  test('a pause: the warning, the click, the receipt in the same place', async () => {
    await say(page, 'pause contoso e3 for non-payment');
    const card = lastCard(page);
    expect(await card.innerText()).toMatch(/blocked at once[\s\S]*keep being billed/);
    await card.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.locator('article.card[data-view=receipt]').waitFor();
    expect(await statusOf('e3')).toBe('paused');
    expect(await lastCard(page).getByRole('button', { name: 'Pause', exact: true }).count()).toBe(0);
  });

  test('a cancel asks for the reason and the typed domain, and a wrong one keeps what was typed', async () => {
    await say(page, 'cancel S-1042');
    const card = lastCard(page);
    expect(await card.innerText()).toMatch(/Cannot be undone/);
    await card.getByLabel('Reason', { exact: false }).first().selectOption('customer-request');
    await card.getByLabel(/Type contoso\.com/).fill('fabrikam.com');
    const answered = page.waitForResponse('**/page/turn');
    await card.getByRole('button', { name: 'Yes, cancel' }).click();
    await answered;
    await page.locator('article.card[data-view=confirm]:not(.busy)').waitFor();
    expect(await statusOf('visio')).toBe('active');
    expect(await lastCard(page).getByLabel('Reason').first().inputValue()).toBe('customer-request');
    expect(
      await lastCard(page)
        .getByLabel(/Type contoso\.com/)
        .inputValue(),
    ).toBe('');
    await lastCard(page)
      .getByLabel(/Type contoso\.com/)
      .fill(' Contoso.COM ');
    await lastCard(page).getByRole('button', { name: 'Yes, cancel' }).click();
    await page.locator('article.card[data-view=receipt]').waitFor();
    expect(await statusOf('visio')).toBe('deleted');
  });

  test('a cancel that the rules refuse says since when, and offers what can be done', async () => {
    await say(page, 'cancel contoso e3');
    const card = lastCard(page);
    expect(await card.getAttribute('data-view')).toBe('refused');
    expect(await card.innerText()).toMatch(/31\sMar\s2021[\s\S]*Nothing has changed/);
    expect(await card.getByRole('button').count()).toBeGreaterThanOrEqual(2);
  });

  test('a click after the prompt’s time changes nothing and offers a new confirmation', async () => {
    await say(page, 'pause contoso e3 because fraud');
    desks.clock.set('2021-09-03T12:15:00.000Z');
    await lastCard(page).getByRole('button', { name: 'Pause', exact: true }).click();
    await page.locator('article.card[data-view=expired]').waitFor();
    expect(await statusOf('e3')).toBe('active');
    await lastCard(page).getByRole('button', { name: 'Show new confirmation' }).click();
    await page.locator('article.card[data-view=confirm]').waitFor();
  });

  test('two windows on one card: one click does it, the other window sees it without a click', async () => {
    await say(page, 'pause contoso e3 for non-payment');
    const operation = await lastCard(page).getAttribute('data-operation');
    const other = await openPage();
    await say(other, `status ${operation}`);
    await lastCard(page).getByRole('button', { name: 'Pause', exact: true }).click();
    await other.locator('article.card[data-view=receipt]').waitFor();
    expect((await desks.desk.subscriptions.get('e3'))?.version).toBe(1);
    await other.context().close();
  });

  test('somebody without a role sees no customer', async () => {
    await page.getByLabel('Who I am').selectOption('guest');
    await say(page, 'show contoso e3');
    expect(await lastCard(page).getAttribute('data-view')).toBe('not-allowed');
    expect(await lastCard(page).innerText()).not.toMatch(/Contoso/);
  });
});

describe('the page itself', () => {
  test('works by keyboard alone, and the focus is on the answer', async () => {
    await page.keyboard.type('pause contoso e3 for non-payment');
    await page.keyboard.press('Enter');
    await page.locator('article.card[data-view=confirm]').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('article.card[data-view=confirm]'));
    for (let tab = 0; tab < 20; tab += 1) {
      await page.keyboard.press('Tab');
      if ((await page.evaluate(() => document.activeElement?.textContent)) === 'Pause') break;
    }
    await page.keyboard.press('Enter');
    await page.locator('article.card[data-view=receipt]').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('article.card[data-view=receipt]'));
  });

  test('says its answers to a screen reader and names every card and input', async () => {
    await say(page, 'cancel S-1042');
    expect(await page.getByRole('status').textContent()).toMatch(/Visio Plan 2.*Contoso/);
    expect(await lastCard(page).getAttribute('aria-label')).toMatch(/Visio Plan 2/);
    const unnamed = await lastCard(page)
      .locator('input, select')
      .evaluateAll(
        (inputs) =>
          inputs.filter(
            (input) =>
              !(input as HTMLInputElement).labels?.length &&
              !input.getAttribute('aria-labelledby') &&
              !input.getAttribute('aria-label'),
          ).length,
      );
    expect(unnamed).toBe(0);
  });

  test.each([
    ['light', 360],
    ['dark', 360],
    ['light', 1000],
  ] as const)('in %s at %i pixels nothing is cut off', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await say(page, 'cancel S-1042');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('nothing is asked of any other host, and the policy stops nothing of ours', async () => {
    const asked: string[] = [];
    const refused: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.reload();
    await page.locator('article.card').first().waitFor();
    await say(page, 'show S-1042');
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
    expect(refused).toEqual([]);
  });
});
