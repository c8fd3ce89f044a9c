import { catalog as open } from '../catalog/store.ts'
import type { Page } from '../model.ts'
import { toBody } from './body.ts'

/** The plain page at `/<slug>`. */
export async function getPage(slug: string): Promise<Page | null> {
  const catalog = await open()
  const page = catalog.entries.find('pages', slug)
  if (page === null) return null
  return {
    slug,
    href: `/${slug}`,
    title: page.title,
    description: page.description ?? null,
    body: toBody(catalog, page.body),
  }
}
