import { afterAll, beforeAll, describe } from '@jest/globals';
import type { OpenStores } from '../support/storage.ts';
import { directoryCases } from './directory.contract.ts';
import { dueWorkCases } from './dueWork.contract.ts';
import { holdCases } from './holds.contract.ts';
import { messageCases } from './messages.contract.ts';
import { movingCases } from './moving.contract.ts';
import { boardCases } from './noticeBoards.contract.ts';
import { cardCases } from './operationCards.contract.ts';
import { operationCases } from './operations.contract.ts';
import { operationWorkCases } from './operationWork.contract.ts';
import { plainMongoCases } from './plainMongo.contract.ts';
import { subscriptionCases } from './subscriptions.contract.ts';
import { trailCases } from './trail.contract.ts';

/** The suite of cases gets the stores when its tests run. */
export type Opened = () => OpenStores;

/** What every implementation of the storage ports holds, whatever server is beneath. */
export function describeStores(name: string, open: () => Promise<OpenStores>): void {
  describe(name, () => {
    let stores: OpenStores | undefined;
    beforeAll(async () => {
      stores = await open();
    }, 30_000);
    afterAll(() => stores?.close());
    const opened: Opened = () => {
      if (!stores) throw new Error('not open');
      return stores;
    };
    describe('subscriptions', () => subscriptionCases(opened));
    describe('holds and commits', () => holdCases(opened));
    describe('due work', () => dueWorkCases(opened));
    describe('operations', () => operationCases(opened));
    describe('operations as work', () => operationWorkCases(opened));
    describe('cards of operations', () => cardCases(opened));
    describe('audit trail', () => trailCases(opened));
    describe('directory and catalogue', () => directoryCases(opened));
    describe('drafts, inbox, deliveries, addresses', () => messageCases(opened));
    describe('boards and what is coming', () => boardCases(opened));
    describe('moving to another database', () => movingCases(opened));
    describe('what is asked of a server', () => plainMongoCases(opened));
  });
}
