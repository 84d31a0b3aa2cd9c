/** Cuts at the end with an ellipsis; never inside a pair of surrogates. */
export function clip(text: string, max: number): string {
  const letters = [...text];
  if (letters.length <= max) return text;
  return `${letters
    .slice(0, max - 1)
    .join('')
    .trimEnd()}…`;
}
