/** What is to be tried on the sample desk on any day: each row is one subscription, its start counted back from now. */
export interface SampleCase {
  readonly offer: string;
  readonly quantity: number | null;
  /** How long ago it was ordered and started. */
  readonly ago: {
    readonly days?: number;
    readonly hours?: number;
    readonly minutes?: number;
    readonly months?: number;
  };
  readonly state?: 'paused' | 'suspended' | 'auto-renew-off' | 'trial' | 'pending' | 'deleted';
  /** For suspended and paused ones: how many days ago. */
  readonly since?: number;
  /** Fewer licences scheduled at the renewal. */
  readonly scheduled?: number;
  readonly addOns?: readonly { readonly offer: string; readonly quantity: number }[];
}

/** Named ones, for README, manifests and help: customer → cases. Their references are fixed (S-1042 …), the first being the one in every example. */
export const NAMED_CASES: readonly (readonly [string, SampleCase])[] = [
  ['Contoso', { offer: 'visio', quantity: 10, ago: { days: 2, hours: 12 } }],
  [
    'Contoso',
    {
      offer: 'e3',
      quantity: 25,
      ago: { months: 6 },
      scheduled: 20,
      addOns: [{ offer: 'audio', quantity: 10 }],
    },
  ],
  ['Contoso', { offer: 'o365-e1', quantity: 40, ago: { months: 9 } }],
  ['Contoso', { offer: 'power-bi', quantity: 15, ago: { hours: 23, minutes: 30 } }],
  ['Contoso Retail', { offer: 'project', quantity: 5, ago: { days: 20 } }],
  ['Contoso Retail', { offer: 'bp', quantity: 12, ago: { months: 3 } }],
  ['Fabrikam', { offer: 'visio', quantity: 4, ago: { days: 29, hours: 22 } }],
  ['Fabrikam', { offer: 'power-bi', quantity: 30, ago: { days: 12 } }],
  ['Fabrikam', { offer: 'insights', quantity: 5, ago: { days: 9 } }],
  ['Fabrikam', { offer: 'o365-e1', quantity: 60, ago: { months: 14 } }],
  ['Fabrikam', { offer: 'telemetry', quantity: null, ago: { months: 4 } }],
  ['Tailspin Toys', { offer: 'e3', quantity: 40, ago: { days: 64 } }],
  [
    'Tailspin Toys',
    { offer: 'e3', quantity: 200, ago: { days: 4, hours: 6 }, addOns: [{ offer: 'audio', quantity: 50 }] },
  ],
  ['Litware', { offer: 'e5', quantity: 18, ago: { months: 5 }, state: 'paused', since: 11 }],
  ['Litware', { offer: 'backup', quantity: 10, ago: { days: 13, hours: 23 } }],
  ['Adventure Works', { offer: 'o365-e3', quantity: 22, ago: { months: 11 }, state: 'suspended', since: 40 }],
  ['Adventure Works', { offer: 'insights', quantity: 8, ago: { hours: 3 } }],
  ['Alpine Ski House', { offer: 'bp', quantity: 9, ago: { days: 12 }, state: 'trial' }],
  ['Blue Yonder Airlines', { offer: 'dynamics', quantity: 6, ago: { days: 21 } }],
  ['Coho Winery', { offer: 'project', quantity: 3, ago: { months: 2, days: 3 }, state: 'auto-renew-off' }],
  ['Fourth Coffee', { offer: 'bp', quantity: 14, ago: { minutes: 20 }, state: 'pending' }],
  ['Wingtip Toys', { offer: 'backup', quantity: 20, ago: { days: 15 }, state: 'suspended', since: 5 }],
  ['Humongous Insurance', { offer: 'e5', quantity: 320, ago: { days: 6 } }],
  ['Södra Skogsbruk', { offer: 'e3', quantity: 75, ago: { months: 11, days: 20 }, scheduled: 60 }],
  ['Åkessons Åkeri', { offer: 'visio', quantity: 2, ago: { hours: 23, minutes: 50 } }],
  ['Berg <b>& Co</b>', { offer: 'e3', quantity: 7, ago: { days: 8 } }],
];

/** What every other customer gets in turn, so that each has three or four. */
export const EVERYDAY_CASES: readonly SampleCase[] = [
  { offer: 'e3', quantity: 35, ago: { months: 7 } },
  { offer: 'power-bi', quantity: 12, ago: { days: 17 } },
  { offer: 'insights', quantity: 6, ago: { months: 8 } },
  { offer: 'bp', quantity: 18, ago: { months: 2 }, addOns: [{ offer: 'phone', quantity: 6 }] },
  { offer: 'visio', quantity: 5, ago: { days: 5 } },
  { offer: 'o365-e1', quantity: 44, ago: { months: 10 } },
  { offer: 'e5', quantity: 16, ago: { months: 1, days: 2 }, scheduled: 12 },
  { offer: 'telemetry', quantity: null, ago: { months: 3 } },
  { offer: 'project', quantity: 8, ago: { days: 28, hours: 20 } },
  { offer: 'backup', quantity: 25, ago: { days: 4 } },
  { offer: 'e3-monthly', quantity: 9, ago: { months: 4 }, state: 'paused', since: 6 },
  { offer: 'o365-e3', quantity: 30, ago: { months: 13 }, state: 'suspended', since: 75 },
  { offer: 'insights', quantity: 3, ago: { hours: 20 } },
];
