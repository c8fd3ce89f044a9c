import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { describe } from '#app/describe.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { SeriesView } from '#components/page/series-view.tsx'
import { getPublication } from '#lib/content/queries/publication.ts'
import { getSeries, getSeriesStories } from '#lib/content/queries/series.ts'

interface Props {
  readonly params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const series = await getSeries((await params).slug)
  return series ? describe(series) : {}
}

export default async function Page({ params }: Props) {
  const { slug } = await params
  const [publication, series] = await Promise.all([getPublication(), getSeries(slug)])
  if (!series) notFound()
  const stories = await getSeriesStories(slug)
  return (
    <Shell publication={publication} current={series.href}>
      <SeriesView publication={publication} series={series} stories={stories} />
    </Shell>
  )
}
