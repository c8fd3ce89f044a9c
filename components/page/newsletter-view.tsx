import { Body } from '#components/article/body.tsx'
import { IssueList } from '#components/newsletter/issue-list.tsx'
import { type SignUp, SignUpForm } from '#components/newsletter/sign-up-form.tsx'
import type { Newsletter, Publication } from '#lib/content/model.ts'
import type { IssueList as Issues } from '#lib/newsletter/web/issues.ts'

interface Props {
  readonly publication: Publication
  readonly newsletter: Newsletter
  /** Null while the issues cannot be shown. */
  readonly issues: Issues | null
  readonly signUp: SignUp
}

export function NewsletterView({ publication, newsletter, issues, signUp }: Props) {
  return (
    <div className="wrap">
      <article className="mx-auto max-w-measure pt-8 lg:pt-14">
        <p className="label mb-2 text-accent">Newsletter</p>
        <h1 className="text-d6 font-semibold">{newsletter.title}</h1>
        <p className="mt-3 text-d2 text-quiet">{newsletter.description}</p>
        <section aria-label="Sign up" className="no-print newsletter mt-6">
          <p className="font-sans text-small font-semibold">{newsletter.schedule}</p>
          <SignUpForm newsletter={newsletter} form="newsletter" {...signUp} />
        </section>
        <div className="mt-7">
          <Body blocks={newsletter.pitch} place={publication} />
        </div>
        <IssueList newsletter={newsletter} list={issues} place={publication} />
        <p className="mt-9 font-sans text-small">
          <a className="link inline-block py-1" href="/newsletters">
            All newsletters
          </a>
        </p>
      </article>
    </div>
  )
}
