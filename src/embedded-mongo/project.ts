import { asNumber, type Doc, isDocument, isTrue } from './bson.ts';
import { commandError, refused } from './errors.ts';
import { splitPath } from './paths.ts';

type Tree = Map<string, Tree | 'whole'>;

/** A function that keeps the fields asked for, undefined for whole documents; only inclusion (and leaving `_id` out) is on the list. */
export function parseProjection(projection: Doc | undefined): ((document: Doc) => Doc) | undefined {
  const entries = Object.entries(projection ?? {});
  if (entries.length === 0) return undefined;
  for (const [path, value] of entries) checkValue(path, value);
  const wanted = entries.filter(([, value]) => isTrue(value)).map(([path]) => path);
  if (wanted.length === 0) throw refused('a projection that only leaves fields out');
  const tree: Tree = new Map();
  for (const path of wanted) grow(tree, splitPath(path), path);
  if (!entries.some(([path]) => path === '_id' || path.startsWith('_id.'))) tree.set('_id', 'whole');
  return (document) => keep(document, tree);
}

function checkValue(path: string, value: unknown): void {
  if (typeof value !== 'boolean' && asNumber(value) === undefined)
    throw refused(`a projection of ${path} by a value`);
  if (path.split('.').some((part) => part === '' || part.startsWith('$')))
    throw refused(`a projection of ${path}`);
  if (!isTrue(value) && path !== '_id') throw refused('a projection that leaves fields out');
}

function grow(tree: Tree, parts: readonly string[], path: string): void {
  const [part = '', ...rest] = parts;
  const below = tree.get(part);
  if (below === 'whole' || (below !== undefined && rest.length === 0)) {
    throw commandError(31249, `Path collision at ${path}`);
  }
  if (rest.length === 0) {
    tree.set(part, 'whole');
    return;
  }
  const branch: Tree = below ?? new Map();
  tree.set(part, branch);
  grow(branch, rest, path);
}

/** Fields in the document's own order; of arrays the documents in them, of scalars on the way nothing. */
function keep(document: Doc, tree: Tree): Doc {
  const kept: Doc = {};
  for (const [name, value] of Object.entries(document)) {
    const below = tree.get(name);
    if (below === undefined) continue;
    const part = below === 'whole' ? value : keepBelow(value, below);
    if (part !== undefined) kept[name] = part;
  }
  return kept;
}

function keepBelow(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value))
    return value.map((each) => keepBelow(each, tree)).filter((each) => each !== undefined);
  return isDocument(value) ? keep(value, tree) : undefined;
}
