import type { Metadata } from 'next'
import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { NewslettersView } from '#components/page/newsletters-view.tsx'
import { getNewsletters } from '#lib/content/queries/newsletters.ts'
import { getLogo, getPublication } from '#lib/content/queries/publication.ts'
import { formToken } from '#lib/newsletter/signup/pages.ts'
import { listGraph } from '#lib/seo/json-ld/lists.ts'
import { describe } from '#lib/seo/metadata/describe.ts'

export async function generateMetadata(): Promise<Metadata> {
  const publication = await getPublication()
  const description = `The newsletters of ${publication.name}.`
  return describe(publication, { title: 'Newsletters', description, href: '/newsletters' })
}

export default async function Page() {
  const [publication, logo, newsletters, token] = await Promise.all([
    getPublication(),
    getLogo(),
    getNewsletters(),
    formToken('newsletters', Date.now()),
  ])
  return (
    <Shell publication={publication} current="/newsletters" asks={false}>
      <NewslettersView publication={publication} newsletters={newsletters} token={token} />
      <JsonLd
        graph={listGraph({ publication, logo }, { title: 'Newsletters', href: '/newsletters', items: newsletters })}
      />
    </Shell>
  )
}
