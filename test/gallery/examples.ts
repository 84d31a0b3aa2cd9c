import { renderSlack } from '../../src/rendering/slack.ts';
import { renderTeams } from '../../src/rendering/teams.ts';
import { renderText } from '../../src/rendering/text.ts';
import { describe } from '../../src/views/describe.ts';
import { EXAMPLES, exampleOf } from '../support/exampleViews.ts';

/** What cards/<view>/example.json holds: the first example of the kind, drawn for both chats and as text. */
export function exampleFiles(): readonly { readonly path: string; readonly text: string }[] {
  const kinds = [...new Set(EXAMPLES.map(({ view }) => view.view))];
  return kinds.map((kind) => {
    const { view, reader } = exampleOf(kind);
    const statement = describe(view, reader);
    const drawn = {
      teams: renderTeams(statement, { refreshFor: [] }),
      slack: renderSlack(statement),
      text: renderText(statement).split('\n'),
    };
    return { path: `cards/${kind}/example.json`, text: `${JSON.stringify(drawn, null, 2)}\n` };
  });
}
