import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { getRevision } from '#lib/content/queries/changes.ts'
import { findPublication } from '#lib/content/queries/publication.ts'
import { newsreader, publicSans } from './fonts.ts'
import './globals.css'

// Every page is made from the content folder when it is asked for, never at build time.
export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbf9f4' },
    { media: '(prefers-color-scheme: dark)', color: '#171614' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const publication = await findPublication()
  if (publication === null) return {}
  return {
    metadataBase: new URL(publication.url),
    title: { default: publication.name, template: `%s | ${publication.name}` },
    description: publication.description,
  }
}

export default async function Layout({ children }: { readonly children: ReactNode }) {
  const publication = await findPublication()
  return (
    <html lang={publication?.locale ?? 'en'} className={`${newsreader.variable} ${publicSans.variable}`}>
      <body className="text-body">
        {children}
        {process.env.NODE_ENV === 'development' && <script src={`/dev/reload?since=${await getRevision()}`} async />}
      </body>
    </html>
  )
}
