const COLUMNS = ['', '', 'sm:grid-cols-2', 'sm:grid-cols-3', 'sm:grid-cols-2 lg:grid-cols-4', 'lg:grid-cols-5'] as const

/** The columns for so many stories of one rank: rows as even as they can be. */
export function columnsFor(count: number): string {
  const even = COLUMNS[count]
  if (even !== undefined) return even
  return count % 3 === 0 ? COLUMNS[3] : COLUMNS[4]
}
