/** A rendering under way, and the changes that came while it read. */
export class Flight<T> {
  readonly #changes: { readonly at: number; readonly keys: ReadonlySet<string> | null }[] = []
  /** Set by whoever starts it. */
  outcome: Promise<T> | undefined

  /** Reading begins now: what changed before is no matter. */
  begin(): void {
    this.#changes.length = 0
  }

  note(at: number, keys: ReadonlySet<string> | null): void {
    this.#changes.push({ at, keys })
  }

  /**
   * The number of the change from which on what was read is out of date; Infinity when it is not.
   * @param read the keys that were read, or `null` when that is not known
   */
  staleSince(read: ReadonlySet<string> | null): number {
    const change = this.#changes.find(({ keys }) => keys === null || read === null || !keys.isDisjointFrom(read))
    return change?.at ?? Number.POSITIVE_INFINITY
  }
}
