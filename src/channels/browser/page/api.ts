/** What the server tells the page (adapter.ts, `toPage`). */
export interface PageReply {
  readonly view: string;
  readonly language: 'en' | 'sv';
  readonly title: string;
  readonly summary: string;
  readonly replaces: boolean;
  readonly operation: string | null;
  readonly revision: number | null;
  readonly card: object;
  /** Inputs that were missing or wrong (F-84). */
  readonly wrong: readonly string[];
}

export interface PagePerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly language: 'en' | 'sv';
}

export type Said =
  | { readonly text: string }
  | { readonly action: string; readonly on: string; readonly inputs: Record<string, string> };

export interface TurnRequest {
  readonly as: string;
  readonly window: string;
  /** Drawn once, kept when it is tried again: the server does nothing twice. */
  readonly event: string;
}

export async function people(): Promise<readonly PagePerson[]> {
  const response = await fetch('/page/people');
  return (await answered(response)) as readonly PagePerson[];
}

export async function turn(request: TurnRequest & Said): Promise<PageReply | 'duplicate'> {
  const reply = (await post('/page/turn', request)) as PageReply | { readonly duplicate: true };
  return 'duplicate' in reply ? 'duplicate' : reply;
}

/** Waits for the server's next look; null for an operation that is not there. */
export async function changes(
  operations: readonly string[],
): Promise<Readonly<Record<string, number | null>>> {
  return (await post('/page/changes', { operations })) as Readonly<Record<string, number | null>>;
}

export async function card(as: string, on: string): Promise<PageReply> {
  return (await post('/page/card', { as, on })) as PageReply;
}

async function post(path: string, body: object): Promise<unknown> {
  return answered(
    await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

async function answered(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.json();
}
