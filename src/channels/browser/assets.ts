import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';

/** Bundled by the build; the same place seen from src and from dist. */
const FOLDER = new URL('../../../dist/channels/browser/assets/', import.meta.url);

/** Nothing from elsewhere, no inline script or style, no frame. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const ASSETS = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/assets/page.js': ['page.js', 'text/javascript; charset=utf-8'],
  '/assets/page.css': ['page.css', 'text/css; charset=utf-8'],
  '/assets/icon.svg': ['icon.svg', 'image/svg+xml'],
} as const;

export function sendAsset(response: ServerResponse, path: keyof typeof ASSETS): void {
  const [file, type] = ASSETS[path];
  const content = readFileSync(new URL(file, FOLDER));
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  });
  response.end(content);
}
