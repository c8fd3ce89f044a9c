import type { Metadata } from 'next'
import { elsewhere } from '#app/elsewhere.ts'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { SeriesView } from '#components/page/series-view.tsx'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { getSeries, getSeriesStories } from '#lib/content/queries/series.ts'
import { seriesGraph } from '#lib/seo/json-ld/lists.ts'
import { describe } from '#lib/seo/metadata/describe.ts'

interface Props {
  readonly params: Promise<{ slug: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const series = await getSeries((await params).slug)
  return series ? describe(await getPublication(), series) : {}
}

export default async function Page({ params }: Props) {
  const { slug } = await params
  const [publication, series] = await Promise.all([getPublication(), getSeries(slug)])
  if (!series) return elsewhere(slug, 'series')
  const [stories, logo] = await Promise.all([getSeriesStories(slug), getLogo()])
  return (
    <Shell publication={publication} current={series.href}>
      <SeriesView publication={publication} series={series} stories={stories} />
      <JsonLd graph={seriesGraph({ publication, logo }, series, stories)} />
    </Shell>
  )
}
