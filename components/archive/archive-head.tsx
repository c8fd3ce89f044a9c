import { Fragment } from 'react'
import { formatCount } from '#components/text/format.ts'
import { nameOf } from '#lib/content/calendar/names.ts'
import { around, hrefOf } from '#lib/content/calendar/period.ts'
import type { Publication } from '#lib/content/model.ts'
import type { Counted } from '#lib/content/queries/archive.ts'

interface Props {
  readonly publication: Publication
  readonly page: Counted
  /** Which part of it is shown, where it has several. */
  readonly stretch?: string | null
}

/** The way to a period from the archive, its name, and how many stories it has. */
export function ArchiveHead({ publication, page, stretch = null }: Props) {
  const { locale } = publication
  const above = around(page.period).map((period) => ({ title: nameOf(period, locale), href: hrefOf(period) }))
  return (
    <header className="border-ink border-b-2 pt-8 pb-5 lg:pt-12">
      <nav aria-label="Breadcrumb" className="mb-2">
        <ol className="label flex flex-wrap gap-x-2 text-quiet">
          {[{ title: 'Archive', href: '/archive' }, ...above].map(({ title, href }, before) => (
            <Fragment key={href}>
              {before > 0 && (
                <li aria-hidden="true" className="py-1.5">
                  /
                </li>
              )}
              <li>
                <a className="headlink inline-block min-w-6 py-1.5" href={href}>
                  {title}
                </a>
              </li>
            </Fragment>
          ))}
        </ol>
      </nav>
      <h1 className="text-d6 font-semibold">{nameOf(page.period, locale, 'title')}</h1>
      <p className="meta mt-3">
        {stretch !== null && `${stretch}, of `}
        {page.count === 0 ? 'No stories' : formatCount(page.count, 'story', 'stories', publication)}
      </p>
    </header>
  )
}
