import type { Metadata } from 'next'
import { cache } from 'react'
import { findPeriod } from '#app/archive/period.ts'
import { YearView } from '#components/archive/year-view.tsx'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { hrefOf } from '#lib/content/calendar/period.ts'
import { getArchiveYear } from '#lib/content/queries/archive.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { periodGraph } from '#lib/seo/json-ld/archive.ts'
import { describePeriod } from '#lib/seo/metadata/archive.ts'

interface Props {
  readonly params: Promise<{ year: string }>
}

/** Asks once for the head and the page of a request. @see https://react.dev/reference/react/cache */
const readYear = cache(getArchiveYear)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year } = await params
  const [publication, page] = await Promise.all([getPublication(), findPeriod([year], readYear)])
  return describePeriod(publication, page)
}

export default async function Page({ params }: Props) {
  const { year } = await params
  const page = await findPeriod([year], readYear)
  const [publication, logo] = await Promise.all([getPublication(), getLogo()])
  const items = page.months.filter(({ count }) => count > 0).map(({ period }) => hrefOf(period))
  return (
    <Shell publication={publication} current="/archive">
      <YearView publication={publication} year={page} />
      <JsonLd graph={periodGraph({ publication, logo }, { period: page.period, items })} />
    </Shell>
  )
}
