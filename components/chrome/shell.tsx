import type { ReactNode } from 'react'
import { languageWithin } from '#components/text/language.ts'
import type { Publication } from '#lib/content/model.ts'
import { OPENSEARCH_TYPE } from '#lib/seo/opensearch.ts'
import { Footer } from './footer.tsx'
import { Masthead } from './masthead.tsx'

interface Props {
  readonly publication: Publication
  /** The address of the section or page that is open, to mark it in the navigation. */
  readonly current?: string
  /** Fronts carry the large nameplate and the day; any other page the small one. */
  readonly front?: { readonly now: number; readonly href: string }
  /** Whether its foot asks for an address; not where the page does. */
  readonly asks?: boolean
  readonly children: ReactNode
}

/** What stands around every page. */
export function Shell({ publication, current, front, asks = true, children }: Props) {
  const edition = front && publication.editions.find(({ href }) => href === front.href)
  return (
    <>
      <link rel="search" type={OPENSEARCH_TYPE} title={publication.name} href="/opensearch.xml" />
      <a className="label skip text-paper" href="#main">
        Skip to the main content
      </a>
      <Masthead publication={publication} current={current} front={front} />
      <main id="main" tabIndex={-1} className="outline-none" {...languageWithin(edition?.locale, publication.locale)}>
        {children}
      </main>
      <Footer publication={publication} asks={asks} />
    </>
  )
}
