export interface Sheet {
  readonly name: string;
  readonly chat: 'teams' | 'slack';
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'sv';
  /** Width of a card in pixels: 360 is a phone. */
  readonly width: number;
  readonly columns: number;
}

export const SHEETS: readonly Sheet[] = [
  { name: 'teams-light-400', chat: 'teams', theme: 'light', language: 'en', width: 400, columns: 6 },
  { name: 'teams-dark-400', chat: 'teams', theme: 'dark', language: 'en', width: 400, columns: 6 },
  { name: 'teams-light-360', chat: 'teams', theme: 'light', language: 'en', width: 360, columns: 6 },
  { name: 'teams-dark-360-sv', chat: 'teams', theme: 'dark', language: 'sv', width: 360, columns: 6 },
  { name: 'teams-light-400-sv', chat: 'teams', theme: 'light', language: 'sv', width: 400, columns: 6 },
  { name: 'slack-520', chat: 'slack', theme: 'light', language: 'en', width: 520, columns: 4 },
  { name: 'slack-360-sv', chat: 'slack', theme: 'light', language: 'sv', width: 360, columns: 6 },
];
