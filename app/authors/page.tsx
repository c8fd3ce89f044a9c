import type { Metadata } from 'next'
import { describe } from '#app/describe.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { AuthorsView } from '#components/page/authors-view.tsx'
import { getAuthors } from '#lib/content/queries/authors.ts'
import { getPublication } from '#lib/content/queries/publication.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getPublication()
  return describe({ title: 'Authors', description: `Who writes ${name}.`, href: '/authors' })
}

export default async function Page() {
  const [publication, authors] = await Promise.all([getPublication(), getAuthors()])
  return (
    <Shell publication={publication} current="/authors">
      <AuthorsView publication={publication} authors={authors} />
    </Shell>
  )
}
