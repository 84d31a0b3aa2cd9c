/**
 * Everything that this database does; whatever is not here is refused by its name. The README's table says the same, and
 * a test holds both against what src/storage sends (test/contracts/plainMongo.contract.ts).
 */
export const LIST = {
  commands: [
    'hello',
    'ismaster',
    'ping',
    'createIndexes',
    'insert',
    'find',
    'getMore',
    'update',
    'findAndModify',
    'delete',
  ],
  'options of every command': ['$db'],
  'options of ping': [],
  'options of createIndexes': ['indexes', 'writeConcern'],
  'options of an index': ['key', 'name', 'unique'],
  'options of insert': ['documents', 'ordered', 'writeConcern'],
  'options of find': ['filter', 'sort', 'limit', 'projection', 'singleBatch'],
  'options of getMore': ['collection'],
  'options of update': ['updates', 'ordered', 'writeConcern'],
  'options of one update': ['q', 'u'],
  'options of findAndModify': ['query', 'sort', 'update', 'new', 'writeConcern'],
  'options of delete': ['deletes', 'ordered', 'writeConcern'],
  'options of one delete': ['q', 'limit'],
  'filter operators': ['$in', '$ne', '$lt', '$lte', '$gt', '$gte', '$exists', '$or'],
  'update operators': ['$set', '$unset', '$inc', '$push'],
  'options of $push': ['$each'],
  'types of a range': ['int32', 'int64', 'double', 'string', 'date'],
  'types of values': ['null', 'boolean', 'int32', 'int64', 'double', 'string', 'date', 'document', 'array'],
} as const;

type Listed = keyof typeof LIST;
type Of<L extends Listed> = (typeof LIST)[L][number];

export type CommandName = Of<'commands'>;
export type FilterOperator = Of<'filter operators'>;
export type UpdateOperator = Of<'update operators'>;
export type ValueType = Of<'types of values'>;

/** What has options of its own. */
export type OptionsOf = Listed extends infer L ? (L extends `options of ${infer W}` ? W : never) : never;

/** Is it a word of that part of the list? */
export function isListed<L extends Listed>(part: L, word: string): word is Of<L> {
  return (LIST[part] as readonly string[]).includes(word);
}
