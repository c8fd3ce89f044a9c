/** Where the catalog says what an operator should know, a line at a time. */
export interface Log {
  info(line: string): void
  warn(line: string): void
  error(line: string): void
}
