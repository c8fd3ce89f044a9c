import { Fragment } from 'react'
import type { Byline as Signed } from '#lib/content/model.ts'

interface Props {
  readonly byline: Signed
  readonly locale: string
  /** Names lead to their authors' pages, except on cards, which are one link already. */
  readonly linked?: boolean
}

/** “By A and B, Broadsheet US”, or “By Broadsheet US” where nobody but the edition signs. */
export function Byline({ byline, locale, linked = false }: Props) {
  const { authors, edition } = byline
  if (authors.length === 0) return edition && <>By {edition.name}</>
  const parts = new Intl.ListFormat(locale, { type: 'conjunction' }).formatToParts(authors.map((author) => author.name))
  const ahead = authors.values()
  return (
    <>
      By{' '}
      {parts.map((part, place) => {
        const author = part.type === 'element' ? ahead.next().value : undefined
        const key = `${place} ${part.value}`
        if (!author || !linked) return <Fragment key={key}>{part.value}</Fragment>
        return (
          <a key={key} className="link font-semibold text-ink" href={author.href} rel="author">
            {author.name}
          </a>
        )
      })}
      {edition && `, ${edition.name}`}
    </>
  )
}
