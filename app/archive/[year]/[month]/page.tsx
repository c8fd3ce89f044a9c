import type { Metadata } from 'next'
import { cache } from 'react'
import { findPeriod } from '#app/archive/period.ts'
import { MonthView } from '#components/archive/month-view.tsx'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { getArchiveMonth } from '#lib/content/queries/archive.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { periodGraph } from '#lib/seo/json-ld/archive.ts'
import { describePeriod } from '#lib/seo/metadata/archive.ts'

interface Props {
  readonly params: Promise<{ year: string; month: string }>
}

/** Asks once for the head and the page of a request. @see https://react.dev/reference/react/cache */
const readMonth = cache(getArchiveMonth)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { year, month } = await params
  const [publication, page] = await Promise.all([getPublication(), findPeriod([year, month], readMonth)])
  return describePeriod(publication, page)
}

export default async function Page({ params }: Props) {
  const { year, month } = await params
  const page = await findPeriod([year, month], readMonth)
  const [publication, logo] = await Promise.all([getPublication(), getLogo()])
  const items = page.days.flatMap(({ stories }) => stories.map(({ href }) => href))
  return (
    <Shell publication={publication} current="/archive">
      <MonthView publication={publication} month={page} />
      <JsonLd graph={periodGraph({ publication, logo }, { period: page.period, items })} />
    </Shell>
  )
}
