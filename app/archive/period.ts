import { notFound, permanentRedirect } from 'next/navigation'
import { hrefOf, type Period, readPeriod } from '#lib/content/calendar/period.ts'

/** A period's page for the address that names it; a missing page is Next's to show. @param parts year, month and day as written */
export async function findPeriod<Page>(
  parts: readonly string[],
  read: (period: Period) => Promise<Page | null>,
): Promise<Page> {
  const period = readPeriod(parts)
  const page = period && (await read(period))
  if (!page) notFound()
  // `/archive/2022/4` is another way to write `/archive/2022/04`.
  if (parts.join('-') !== period) permanentRedirect(hrefOf(period))
  return page
}
