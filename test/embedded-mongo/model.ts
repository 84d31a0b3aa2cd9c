// What a database that was killed must still hold: everything acknowledged, and of what was under way all or nothing.

export interface Thing {
  readonly _id: string;
  readonly group: string;
  readonly key: string;
  /** Of the write that came last; everything below follows from it and from the writes before. */
  readonly token: string;
  readonly log: readonly string[];
  readonly count: number;
  readonly state: string;
  readonly due: number;
  readonly sub: { readonly kind: string };
  readonly maybe?: number;
}

/** A write that was sent: its token, and the documents that it makes or removes. */
export interface Attempt {
  readonly kind: 'insert' | 'update' | 'delete';
  readonly token: string;
  readonly ids: readonly string[];
}

const STATES = ['new', 'open', 'done'];

/** The fields that a write with this token sets together. */
export function fieldsOf(token: string) {
  const number = Number(token.split(':')[1]);
  const state = STATES[number % STATES.length] ?? '';
  return { token, state, due: (number * 7919) % 1000, sub: { kind: `${state}-${number % 5}` } };
}

/** Every other write leaves this field behind, the others take it away. */
export function hasMaybe(token: string): boolean {
  return Number(token.split(':')[1]) % 2 === 0;
}

export interface Model {
  /** Ids of the living documents that this test has been told of. */
  ids(): readonly string[];
  begin(attempt: Attempt): void;
  acknowledge(attempt: Attempt, ids: readonly string[]): void;
  /** Compares with what is there, in words; from then on what is there counts. */
  settle(things: readonly Thing[]): string[];
  /** How many writes, in all. */
  acknowledged(): number;
}

export function createModel(): Model {
  let known = new Map<string, Set<string>>();
  let gone = new Set<string>();
  let open = new Set<Attempt>();
  let acknowledged = 0;

  function remember(id: string, token: string): void {
    if (gone.has(id)) return;
    const tokens = known.get(id) ?? new Set();
    known.set(id, tokens.add(token));
  }

  return {
    ids: () => [...known.keys()],
    acknowledged: () => acknowledged,
    begin: (attempt) => void open.add(attempt),
    acknowledge(attempt, ids) {
      acknowledged += 1;
      open.delete(attempt);
      for (const id of ids) {
        if (attempt.kind !== 'delete') remember(id, attempt.token);
        else if (known.delete(id)) gone.add(id);
      }
    },
    settle(things) {
      const found = new Map(things.map((thing) => [thing._id, thing]));
      const problems = [
        ...lost(known, found, open),
        ...halves(found, known, open),
        ...things.flatMap((thing) => unknownParts(thing, known, open)),
        ...things.flatMap(brokenParts),
      ];
      known = new Map(things.map(({ _id, log }) => [_id, new Set(log)]));
      gone = new Set();
      open = new Set();
      return problems;
    },
  };
}

type Known = ReadonlyMap<string, ReadonlySet<string>>;
type Found = ReadonlyMap<string, Thing>;
type Open = ReadonlySet<Attempt>;

function lost(known: Known, found: Found, open: Open): string[] {
  const maybeGone = new Set(ofKind(open, 'delete').flatMap(({ ids }) => ids));
  return [...known].flatMap(([id, tokens]) => {
    const thing = found.get(id);
    if (thing === undefined) return maybeGone.has(id) ? [] : [`${id} is lost`];
    return [...tokens].filter((token) => !thing.log.includes(token)).map((token) => `${id} lost ${token}`);
  });
}

/** A command is one commit: all of its documents, or none. */
function halves(found: Found, known: Known, open: Open): string[] {
  return [...open].flatMap(({ kind, ids, token }) => {
    const there = ids.filter((id) => found.has(id));
    const could = ids.filter((id) => kind === 'insert' || known.has(id));
    const isHalf = kind !== 'update' && there.length > 0 && there.length < could.length;
    return isHalf ? [`${kind} ${token} did ${there.join()} of ${could.join()}`] : [];
  });
}

/** Documents and writes that nobody has asked for, or that were taken back before. */
function unknownParts({ _id, log }: Thing, known: Known, open: Open): string[] {
  const isNew = ofKind(open, 'insert').some(({ ids }) => ids.includes(_id));
  const tokens = known.get(_id);
  if (tokens === undefined && !isNew) return [`${_id} came back, or from nowhere`];
  const under = new Set([...open].map(({ token }) => token));
  return log
    .filter((token) => !tokens?.has(token) && !under.has(token))
    .map((token) => `${_id} has ${token} from nowhere`);
}

function brokenParts(thing: Thing): string[] {
  const { token, state, due, sub } = fieldsOf(thing.token);
  const isWhole =
    thing.log.at(-1) === token &&
    new Set(thing.log).size === thing.log.length &&
    thing.count === thing.log.length &&
    thing.state === state &&
    thing.due === due &&
    thing.sub.kind === sub.kind &&
    (thing.maybe !== undefined) === hasMaybe(token);
  return isWhole ? [] : [`${thing._id} is half written: ${JSON.stringify(thing)}`];
}

function ofKind(open: Open, kind: Attempt['kind']): Attempt[] {
  return [...open].filter((attempt) => attempt.kind === kind);
}
