import { FeedLink } from '#components/page/feed-link.tsx'
import { formatTime, type Place } from '#components/text/format.ts'
import type { Newsletter } from '#lib/content/model.ts'
import type { IssueList as Issues } from '#lib/newsletter/web/issues.ts'

interface Props {
  readonly newsletter: Newsletter
  /** Null while they cannot be shown. */
  readonly list: Issues | null
  readonly place: Place
}

/** The day of an issue, as its address has it, in words. */
export const dayInWords = (date: string, locale: string): string =>
  formatTime(Date.parse(`${date}T12:00:00Z`), 'today', { locale, timeZone: 'UTC' })

/** The issues that were sent, each with its web version. */
export function IssueList({ newsletter, list, place }: Props) {
  return (
    <section aria-labelledby="issues" className="mt-12">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-ink border-b-2 pb-2">
        <h2 id="issues" className="text-d3 font-semibold">
          Past issues
        </h2>
        <p className="font-sans text-small">
          <FeedLink href={newsletter.href} title={`issues of ${newsletter.title}`} />
        </p>
      </div>
      {list === null && (
        <p className="mt-4 text-base text-quiet">Past issues cannot be shown just now. Try again in a minute.</p>
      )}
      {list?.issues.length === 0 && <p className="mt-4 text-base text-quiet">None has been sent yet.</p>}
      <ul>
        {list?.issues.map(({ date, href, content }) => (
          <li key={date} className="relative border-hair border-b py-4">
            <p className="meta">
              <time dateTime={date}>{dayInWords(date, place.locale)}</time>
            </p>
            <h3 className="text-d1 font-semibold">
              <a className="headlink stretched" href={href}>
                {content.subject}
              </a>
            </h3>
          </li>
        ))}
      </ul>
      {list?.older && (
        <p className="mt-5">
          <a className="button" href={newsletter.href + list.older} rel="next">
            Older issues
          </a>
        </p>
      )}
    </section>
  )
}
