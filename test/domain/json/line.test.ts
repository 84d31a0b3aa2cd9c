import { describe, expect, test } from '@jest/globals';
import { parseLine } from '../../../src/domain/json/line.ts';
import { aCustomer, aPartner, aSubscription } from '../../support/builders.ts';

const PERSON = {
  id: 'agent-1',
  name: 'Ada',
  roles: ['support-agent'],
  language: 'en',
  timeZone: 'Europe/Stockholm',
  identities: [{ channel: 'teams', tenant: 't', user: 'u' }],
};
const OFFER = {
  offerId: 'o',
  offerName: 'Visio Plan 2',
  productId: 'p',
  skuId: '0001',
  publisherName: 'Microsoft',
  billingType: 'license',
  minimumQuantity: 1,
  maximumQuantity: 300,
  limitOnePerCustomer: false,
  countries: null,
  cspOptOut: false,
  exclusiveTo: null,
  transactable: true,
};

function parsed(line: object) {
  return parseLine(JSON.stringify(line));
}

describe('a line of import', () => {
  test.each([
    ['partner', aPartner()],
    ['customer', aCustomer()],
    ['subscription', aSubscription()],
    ['person', PERSON],
    ['offer', OFFER],
  ])('F-94: a good %s is read as it is', (kind, value) => {
    expect(parsed({ kind, ...value })).toEqual({ ok: true, value: { kind, value } });
  });

  test.each([
    ['an unknown kind', { kind: 'tenant' }],
    ['no kind', aCustomer()],
    ['an unknown role', { kind: 'person', ...PERSON, roles: ['owner'] }],
    ['an unknown zone', { kind: 'person', ...PERSON, timeZone: 'Mars/Olympus' }],
    [
      'an identity of another chat',
      { kind: 'person', ...PERSON, identities: [{ channel: 'irc', nick: 'a' }] },
    ],
    ['an unknown key', { kind: 'customer', ...aCustomer(), vat: '1' }],
    ['a missing key', { kind: 'offer', ...OFFER, transactable: undefined }],
    ['an empty id', { kind: 'partner', ...aPartner({ id: ' ' }) }],
  ])('F-94: %s is a bad line', (_name, line) => {
    expect(parsed(line)).toMatchObject({ ok: false, problem: expect.any(String) });
  });

  test('F-94: the problem names the key', () => {
    expect(parsed({ kind: 'subscription', ...aSubscription({ unitPrice: 'free' }) })).toEqual({
      ok: false,
      problem: 'subscription.unitPrice must be a decimal like "36.50"',
    });
  });
});
