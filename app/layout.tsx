import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { languageOf } from '#components/text/language.ts'
import { getRevision } from '#lib/content/queries/changes.ts'
import { findPublication } from '#lib/content/queries/publication.ts'
import { describeSite } from '#lib/seo/metadata/site.ts'
import { PAPER } from '#lib/seo/paper.ts'
import { newsreader, publicSans } from './fonts.ts'
import './globals.css'

// Every page is made from the content folder when it is asked for, never at build time.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: PAPER.light },
    { media: '(prefers-color-scheme: dark)', color: PAPER.dark },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const publication = await findPublication()
  return publication ? describeSite(publication) : {}
}

export default async function Layout({ children }: { readonly children: ReactNode }) {
  const publication = await findPublication()
  return (
    <html {...languageOf(publication?.locale ?? 'en')} className={`${newsreader.variable} ${publicSans.variable}`}>
      <body className="text-body">
        {children}
        {process.env.NODE_ENV === 'development' && <script src={`/dev/reload?since=${await getRevision()}`} async />}
      </body>
    </html>
  )
}
