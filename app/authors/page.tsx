import type { Metadata } from 'next'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { AuthorsView } from '#components/page/authors-view.tsx'
import { getAuthors } from '#lib/content/queries/authors.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { listGraph } from '#lib/seo/json-ld/lists.ts'
import { describe } from '#lib/seo/metadata/describe.ts'

export async function generateMetadata(): Promise<Metadata> {
  const publication = await getPublication()
  return describe(publication, { title: 'Authors', description: `Who writes ${publication.name}.`, href: '/authors' })
}

export default async function Page() {
  const [publication, logo, authors] = await Promise.all([getPublication(), getLogo(), getAuthors()])
  return (
    <Shell publication={publication} current="/authors">
      <AuthorsView publication={publication} authors={authors} />
      <JsonLd graph={listGraph({ publication, logo }, { title: 'Authors', href: '/authors', items: authors })} />
    </Shell>
  )
}
