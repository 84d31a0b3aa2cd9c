/** One thing that `doctor` looked at. */
export interface Finding {
  readonly well: boolean;
  readonly what: string;
  readonly fix?: string;
}
