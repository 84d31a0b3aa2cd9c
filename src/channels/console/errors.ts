import type { Reply } from '../../conversation/inbound.ts';
import type { Reader, View } from '../../views/view.ts';

/** A line that is none of `chat --json` (F-95). */
export function badInput(reader: Reader): Reply {
  return said(reader, {
    view: 'not-understood',
    because: 'bad-input',
    words: '',
    suggestions: [],
    candidates: [],
    actions: [],
  });
}

/** A person id that does not exist (F-97). */
export function nobody(reader: Reader): Reply {
  return said(reader, { view: 'not-allowed', why: 'no-role', mayClick: [], actions: [] });
}

function said(reader: Reader, view: View): Reply {
  return { view, reader, correlation: '', audience: 'person', replaces: false };
}
