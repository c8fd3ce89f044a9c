import { Shell } from '#components/chrome/shell.tsx'
import { PlainView } from '#components/page/plain-view.tsx'
import type { Page, Publication } from '#lib/content/model.ts'

export function PlainPage({ publication, page }: { readonly publication: Publication; readonly page: Page }) {
  return (
    <Shell publication={publication} current={page.href}>
      <PlainView publication={publication} page={page} />
    </Shell>
  )
}
