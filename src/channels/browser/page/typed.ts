/** The card with what was typed put back, but for what was wrong: the server never repeats it (F-84). */
export function withTyped(
  card: object,
  typed: Readonly<Record<string, string>>,
  wrong: readonly string[],
): object {
  return refilled(card, (id) => (wrong.includes(id) ? undefined : typed[id])) as object;
}

function refilled(part: unknown, typedFor: (id: string) => string | undefined): unknown {
  if (Array.isArray(part)) return part.map((inner) => refilled(inner, typedFor));
  if (typeof part !== 'object' || part === null) return part;
  const inner = Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, refilled(value, typedFor)]),
  );
  const { type, id } = inner as { readonly type?: unknown; readonly id?: unknown };
  if (typeof type !== 'string' || !type.startsWith('Input.') || typeof id !== 'string') return inner;
  const value = typedFor(id);
  return value === undefined || value === '' ? inner : { ...inner, value };
}
