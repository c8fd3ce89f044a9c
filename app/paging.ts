/** What a route gets from Next for the part of an address after `?`. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** The number of a page as `?page=` gives it: 1 without it, null for anything that is no page's number. */
export function readPage(value: string | string[] | undefined): number | null {
  if (value === undefined) return 1
  if (typeof value !== 'string' || !/^[1-9]\d{0,5}$/.test(value)) return null
  return Number(value)
}
