/** The few words of the page itself; everything on a card comes from views/wording. */
export const WORDS = {
  en: {
    who: 'Who I am',
    say: 'Say what you want done',
    send: 'Send',
    example: 'pause subscription contoso e3 for non-payment',
    roles: {
      'admin-agent': 'admin agent',
      'billing-admin': 'billing admin',
      'global-admin': 'global admin',
      'support-agent': 'support agent',
      'sales-agent': 'sales agent',
    } as Readonly<Record<string, string>>,
    noRole: 'no role',
    notSent: 'The desk did not answer.',
    again: 'Try again',
    arrived: 'It had arrived already and was not done twice. Say “my requests” to see it.',
    changed: 'A card changed:',
  },
  sv: {
    who: 'Vem jag är',
    say: 'Säg vad du vill få gjort',
    send: 'Skicka',
    example: 'pausa contoso e3 på grund av utebliven betalning',
    roles: {
      'admin-agent': 'administratörsagent',
      'billing-admin': 'faktureringsadministratör',
      'global-admin': 'global administratör',
      'support-agent': 'supportagent',
      'sales-agent': 'säljagent',
    } as Readonly<Record<string, string>>,
    noRole: 'ingen roll',
    notSent: 'Programmet svarade inte.',
    again: 'Försök igen',
    arrived:
      'Det hade redan kommit fram och gjordes inte två gånger. Skriv ”mina begäranden” för att se det.',
    changed: 'Ett kort ändrades:',
  },
} as const;

export type PageWords = Omit<{ readonly [K in keyof (typeof WORDS)['en']]: string }, 'roles'>;
