import type { Byline as Signed } from '#lib/content/model.ts'
import { formatterOfNames } from './format.ts'

interface Props {
  readonly byline: Signed
  readonly locale: string
  /** Names lead to their authors' pages, except on cards, which are one link already. */
  readonly linked?: boolean
}

/** “By A and B, Broadsheet US”, or “By Broadsheet US” where nobody but the edition signs. */
export function Byline({ byline, locale, linked = false }: Props) {
  const { authors, edition } = byline
  if (authors.length === 0) return edition && `By ${edition.name}`
  const names = authors.map((author) => author.name)
  const end = edition ? `, ${edition.name}` : ''
  if (!linked) return `By ${formatterOfNames(locale).format(names)}${end}`
  const ahead = authors.values()
  return (
    <>
      {'By '}
      {formatterOfNames(locale)
        .formatToParts(names)
        .map(({ type, value }) => {
          const author = type === 'element' ? ahead.next().value : undefined
          if (!author) return value
          return (
            <a key={author.slug} className="link font-semibold text-ink" href={author.href} rel="author">
              {author.name}
            </a>
          )
        })}
      {end}
    </>
  )
}
