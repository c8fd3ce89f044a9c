import { SearchLink, SiteSearch } from '#components/search/site-search.tsx'
import { dayOf, formatTime } from '#components/text/format.ts'
import type { Publication } from '#lib/content/model.ts'
import { Editions } from './editions.tsx'
import { Menu } from './menu.tsx'
import { Sections } from './sections.tsx'

interface Props {
  readonly publication: Publication
  readonly current?: string
  readonly front?: { readonly now: number; readonly href: string }
}

export function Masthead({ publication, current, front }: Props) {
  return (
    <header className="chrome wrap">
      {front ? <Flag {...{ publication, front }} /> : <Strip {...{ publication, current }} />}
    </header>
  )
}

/** A front's own head: the day as its edition writes it, the editions, the name at full size. */
function Flag({ publication, front }: Pick<Props, 'publication'> & { readonly front: { now: number; href: string } }) {
  const { timeZone } = publication
  const locale = publication.editions.find(({ href }) => href === front.href)?.locale ?? publication.locale
  return (
    <>
      <div className="meta flex items-center justify-between pt-2.5">
        <time dateTime={dayOf(front.now, timeZone)}>{formatTime(front.now, 'today', { locale, timeZone })}</time>
        <div className="flex items-center gap-x-3 md:gap-x-6">
          <Editions editions={publication.editions} current={front.href} />
          <SearchLink className="-my-2 -mr-2 md:hidden" />
          <SiteSearch name={publication.name} className="hidden w-44 md:block" />
        </div>
      </div>
      <div className="pt-3 pb-4 text-center md:pt-5 md:pb-6">
        <p className="nameplate text-d8 font-semibold">
          <a href={front.href}>{publication.name}</a>
        </p>
        {publication.tagline && <p className="meta mt-2">{publication.tagline}</p>}
      </div>
      <Sections links={publication.navigation} className="border-ink border-t border-b py-1" />
    </>
  )
}

/** Every other page's head: the name, the sections and the search in one line; the page for searches has a form itself. */
function Strip({ publication, current }: Pick<Props, 'publication' | 'current'>) {
  return (
    <div className="strip">
      <p className="nameplate text-d4 font-semibold">
        <a href="/">{publication.name}</a>
      </p>
      <Sections links={publication.navigation} current={current} className="hidden md:block" />
      {current !== '/search' && (
        <>
          <SearchLink className="-my-2 mr-28 self-center md:mr-0 lg:hidden" />
          <SiteSearch name={publication.name} className="hidden w-40 lg:block xl:w-48" />
        </>
      )}
      <Menu publication={publication} current={current} />
    </div>
  )
}
