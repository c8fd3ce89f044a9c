/** A story in its place by rank. */
export interface Placed {
  readonly score: number
  readonly authors: readonly string[]
}

export interface Ties<Item> {
  /** Whether two tell the same in the same words. */
  readonly isCopy: (a: Item, b: Item) => boolean
  /** Whether two tell of the same step of a storyline. */
  readonly isStep: (a: Item, b: Item) => boolean
}

/** How many in a row may be by one author or of one step; how good, of what would stand there, another must be. */
const [IN_A_ROW, GOOD] = [2, 0.6]

/**
 * Takes the first of ranked stories, without copies of those taken, and so that no more than two in a row have an author
 * or a step in common, as long as there is another that is nearly as good.
 * @param first stories that stand before them, whatever they are
 */
export function spread<Item extends Placed>(
  ranked: readonly Item[],
  limit: number,
  { isCopy, isStep }: Ties<Item>,
  first: readonly Item[] = [],
): Item[] {
  const taken = first.slice(0, limit)
  let left = ranked.filter((item) => !first.some((other) => other === item || isCopy(other, item)))
  while (taken.length < limit) {
    const [best] = left
    if (best === undefined) break
    const row = taken.slice(-IN_A_ROW)
    const fits = (item: Item) =>
      item.score >= GOOD * best.score && (row.length < IN_A_ROW || !(sameAuthor(row, item) || sameStep(row, item)))
    const next = left.find(fits) ?? best
    taken.push(next)
    left = left.filter((item) => item !== next && !isCopy(next, item))
  }
  return taken

  function sameStep(row: readonly Item[], item: Item): boolean {
    return row.every((other) => isStep(other, item))
  }
}

const sameAuthor = <Item extends Placed>(row: readonly Item[], { authors }: Item): boolean =>
  authors.some((author) => row.every((other) => other.authors.includes(author)))
