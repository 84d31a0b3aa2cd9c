import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, describe as group, test } from '@jest/globals';
import { renderSlack } from '../../src/rendering/slack.ts';
import { renderTeams } from '../../src/rendering/teams.ts';
import { renderText } from '../../src/rendering/text.ts';
import { describe } from '../../src/views/describe.ts';
import type { ViewKind } from '../../src/views/view.ts';
import { slackProblems, teamsProblems } from '../support/cardChecks.ts';
import { EXAMPLES, exampleOf } from '../support/exampleViews.ts';

const CARDS = fileURLToPath(new URL('../../cards/', import.meta.url));
const KINDS = readdirSync(CARDS).filter((name) => name !== 'parts' && !name.includes('.')) as ViewKind[];
const LANGUAGES = ['en', 'sv'] as const;
const CASES = EXAMPLES.flatMap((example) =>
  LANGUAGES.map((language) => ({ ...example, language, label: `${example.name} ${language}` })),
);

group('cards', () => {
  test.each(CASES)(
    '$label fills its Teams template and keeps to the limits',
    ({ view, reader, language }) => {
      const card = renderTeams(describe(view, { ...reader, language }), { refreshFor: ['29:one'] });
      expect(teamsProblems(card)).toEqual([]);
    },
  );

  test.each(CASES)(
    '$label fills its Slack template and keeps to the limits',
    ({ view, reader, language }) => {
      expect(slackProblems(renderSlack(describe(view, { ...reader, language })))).toEqual([]);
    },
  );

  test.each(KINDS)(
    'cards/%s/example.json is the typed example, drawn (npm run gallery writes it)',
    (kind) => {
      const { view, reader } = exampleOf(kind);
      const stored: unknown = JSON.parse(readFileSync(`${CARDS}${kind}/example.json`, 'utf8'));
      const statement = describe(view, reader);
      expect({
        teams: renderTeams(statement, { refreshFor: [] }),
        slack: renderSlack(statement),
        text: renderText(statement).split('\n'),
      }).toEqual(stored);
    },
  );

  test('there is one folder a view', () => {
    const kinds = new Set(EXAMPLES.map(({ view }) => view.view));
    expect([...kinds].sort()).toEqual([...KINDS].sort());
  });
});
