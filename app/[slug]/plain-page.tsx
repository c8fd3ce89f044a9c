import { JsonLd } from '#components/chrome/json-ld.tsx'
import { Shell } from '#components/chrome/shell.tsx'
import { PlainView } from '#components/page/plain-view.tsx'
import type { Page, Publication } from '#lib/content/model.ts'
import { getLogo } from '#lib/content/queries/publication.ts'
import { pageGraph } from '#lib/seo/json-ld/pages.ts'

export async function PlainPage({ publication, page }: { readonly publication: Publication; readonly page: Page }) {
  const logo = await getLogo()
  return (
    <Shell publication={publication} current={page.href}>
      <PlainView publication={publication} page={page} />
      <JsonLd graph={pageGraph({ publication, logo }, page)} />
    </Shell>
  )
}
