import { ConnectorError } from './errors.ts';
import { TEAMS_LIMITS } from './limits.ts';

/** The request as the SDK hands it to an HTTP client. */
interface WebRequest {
  readonly url: string;
  readonly method: string;
  readonly body?: unknown;
  readonly headers: { toJson(): Record<string, string> };
}

/** Sends the connector's requests. The SDK's own client retries a POST, which may post twice (platforms.md 2.3); a thrown error it does not retry. */
export function connectorHttpClient() {
  return { sendRequest };
}

async function sendRequest(request: WebRequest) {
  const response = await ask(request);
  const bodyAsText = await response.text();
  if (!response.ok) {
    throw new ConnectorError(response.status, codeOf(bodyAsText), retryAfterOf(response.headers));
  }
  const headers = Object.fromEntries(response.headers);
  return { status: response.status, bodyAsText, request, headers: { toJson: () => headers } };
}

async function ask(request: WebRequest): Promise<Response> {
  try {
    return await fetch(request.url, {
      method: request.method,
      headers: request.headers.toJson(),
      redirect: 'error',
      signal: AbortSignal.timeout(TEAMS_LIMITS.connectorTimeoutMilliseconds),
      ...(typeof request.body === 'string' ? { body: request.body } : {}),
    });
  } catch (error) {
    throw new ConnectorError(0, error instanceof Error ? error.name : 'unreachable', null);
  }
}

/** Seconds, as Teams sends it; a date would need a clock and is taken as "soon". */
function retryAfterOf(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? 'none');
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : null;
}

/** {"error":{"code":"BotNotInConversationRoster",…}}; its message may hold names and is not kept. */
function codeOf(body: string): string {
  return /"code"\s*:\s*"([A-Za-z]{1,60})"/.exec(body)?.[1] ?? '';
}
