/** Packages of the gallery that bring no types. */
declare module 'react-dom' {
  export function flushSync(act: () => void): void;
}
declare module 'react-dom/client' {
  export function createRoot(holder: Element): { render(content: unknown): void };
}
declare module '*.css';
