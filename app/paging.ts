import { permanentRedirect } from 'next/navigation'

/** What a route gets from Next for the part of an address after `?`. */
export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/**
 * Where a page of a list begins as its address says after `?before=`; null for the first page. One that is repeated
 * comes as what is no position.
 *
 * Pages had numbers once. What stood on page 7 stands nowhere in particular today, so that their addresses lead to the
 * list for good.
 * @param href the address of the list
 */
export async function readBefore(searchParams: SearchParams, href: string): Promise<string | null> {
  const { before, page } = await searchParams
  if (page !== undefined) permanentRedirect(href)
  return before === undefined ? null : String(before)
}
