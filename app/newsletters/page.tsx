import type { Metadata } from 'next'
import { describe } from '#app/describe.ts'
import { Shell } from '#components/chrome/shell.tsx'
import { NewslettersView } from '#components/page/newsletters-view.tsx'
import { getNewsletters } from '#lib/content/queries/newsletters.ts'
import { getPublication } from '#lib/content/queries/publication.ts'

export async function generateMetadata(): Promise<Metadata> {
  const { name } = await getPublication()
  return describe({ title: 'Newsletters', description: `The newsletters of ${name}.`, href: '/newsletters' })
}

export default async function Page() {
  const [publication, newsletters] = await Promise.all([getPublication(), getNewsletters()])
  return (
    <Shell publication={publication} current="/newsletters">
      <NewslettersView publication={publication} newsletters={newsletters} />
    </Shell>
  )
}
