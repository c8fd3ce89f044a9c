import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { findPeriod } from '#app/archive/period.ts'
import type { SearchParams } from '#app/paging.ts'
import { DayView } from '#components/archive/day-view.tsx'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { stretchOf } from '#lib/content/calendar/names.ts'
import { getArchiveDay } from '#lib/content/queries/archive.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { periodGraph } from '#lib/seo/json-ld/archive.ts'
import { describePeriod } from '#lib/seo/metadata/archive.ts'

interface Props {
  readonly params: Promise<{ year: string; month: string; day: string }>
  readonly searchParams: SearchParams
}

/** Asks once for the head and the page of a request. @see https://react.dev/reference/react/cache */
const readDay = cache(getArchiveDay)

async function findDay({ params, searchParams }: Props) {
  const { year, month, day } = await params
  const { after = null } = await searchParams
  // Given twice.
  if (Array.isArray(after)) notFound()
  return findPeriod([year, month, day], (period) => readDay(period, after))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [publication, page] = await Promise.all([getPublication(), findDay(props)])
  return describePeriod(publication, page)
}

export default async function Page(props: Props) {
  const page = await findDay(props)
  const [publication, logo] = await Promise.all([getPublication(), getLogo()])
  const { period, query } = page
  const stretch = stretchOf(page, publication)
  const items = page.stories.map(({ href }) => href)
  return (
    <Shell publication={publication} current="/archive">
      <DayView publication={publication} day={page} />
      <JsonLd graph={periodGraph({ publication, logo }, { period, items, query, stretch })} />
    </Shell>
  )
}
