import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { CardView } from '#components/embed/card-view.tsx'
import { findCard } from '#lib/content/queries/cards.ts'
import { getPublication } from '#lib/content/queries/publication.ts'
import { absolute, embedAddress } from '#lib/seo/addresses.ts'
import { UNLISTED } from '#lib/seo/metadata/robots.ts'

interface Props {
  readonly params: Promise<{ slug: string }>
}

/** Nobody comes here by a search: the card speaks for the story's page. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findCard((await params).slug)
  if (found?.type !== 'found') return {}
  const { url } = await getPublication()
  const { headline, dek, href } = found.story
  return {
    title: { absolute: headline },
    description: dek ?? headline,
    robots: UNLISTED,
    alternates: { canonical: absolute(url, href) },
  }
}

/** What may frame it, and what it may load, is in `next.config.ts`. */
export default async function Page({ params }: Props) {
  const found = await findCard((await params).slug)
  if (found?.type === 'moved') permanentRedirect(embedAddress(found.slug))
  if (!found) notFound()
  return <CardView publication={await getPublication()} story={found.story} />
}
