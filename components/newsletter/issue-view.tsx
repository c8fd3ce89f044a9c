import type { Newsletter } from '#lib/content/model.ts'
import type { PublishedIssue } from '#lib/newsletter/web/issues.ts'
import { dayInWords } from './issue-list.tsx'
import { IssueCorrections, LeadStory, ListedStory } from './issue-stories.tsx'
import { type SignUp, SignUpForm } from './sign-up-form.tsx'

interface Props {
  readonly issue: PublishedIssue
  /** Null when it is sent no more. */
  readonly newsletter: Newsletter | null
  readonly signUp: SignUp
}

/** An issue as it was sent: its stories in their order, in the words that they had then. */
export function IssueView({ issue: { date, content }, newsletter, signUp }: Props) {
  const [lead, ...rest] = content.stories
  return (
    <div className="wrap">
      <article className="mx-auto max-w-[42rem] pt-8 lg:pt-12">
        <header className="border-ink border-b-2 pb-5">
          <p className="label text-accent">
            {newsletter ? (
              <a className="headlink" href={newsletter.href}>
                {content.title}
              </a>
            ) : (
              content.title
            )}
          </p>
          <h1 className="mt-2 text-d6 font-semibold">
            <time dateTime={date}>{dayInWords(date, content.locale)}</time>
          </h1>
          {content.subject !== lead?.headline && <p className="mt-3 text-d2 text-quiet">{content.subject}</p>}
        </header>
        <IssueCorrections corrections={content.corrections} locale={content.locale} />
        {lead && <LeadStory story={lead} />}
        {rest.map((story) => (
          <ListedStory key={story.slug} story={story} />
        ))}
        {newsletter && (
          <section aria-labelledby="next-issue" className="no-print newsletter-after">
            <h2 id="next-issue" className="text-d3 font-semibold">
              The next one, in your mailbox
            </h2>
            <p className="mt-1.5 text-base">
              {newsletter.description} {newsletter.schedule}.
            </p>
            <SignUpForm newsletter={newsletter} form="newsletter" {...signUp} />
          </section>
        )}
        <p className="mt-8 font-sans text-small">
          <a className="link inline-block py-1" href={newsletter?.href ?? '/newsletters'}>
            {newsletter ? `All issues of ${newsletter.title}` : 'All newsletters'}
          </a>
        </p>
      </article>
    </div>
  )
}
