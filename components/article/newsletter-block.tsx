import { type SignUp, SignUpForm } from '#components/newsletter/sign-up-form.tsx'
import type { NewsletterRef } from '#lib/content/model.ts'

interface Props {
  readonly newsletter: NewsletterRef
  /** Null shows the way to the newsletter's page in place of its form. */
  readonly signUp: SignUp | null
}

/** A newsletter within a text. */
export function NewsletterBlock({ newsletter, signUp }: Props) {
  const { title, description, href } = newsletter
  return (
    <section aria-label={`Newsletter: ${title}`} className="no-print piece newsletter">
      <p className="label text-accent">Newsletter</p>
      <p className="mt-1.5 text-d2 font-semibold">
        <a className="headlink" href={href}>
          {title}
        </a>
      </p>
      <p className="mt-1 text-base text-quiet">{description}</p>
      {signUp && <SignUpForm newsletter={newsletter} form="article" {...signUp} />}
    </section>
  )
}

/** A newsletter for those who have read to the end: on a ground of its own, so that it is not taken for the story's. */
export function NewsletterAfter({
  newsletter,
  signUp,
}: {
  readonly newsletter: NewsletterRef
  readonly signUp: SignUp
}) {
  const { title, description, href } = newsletter
  return (
    <section aria-label={`Newsletter: ${title}`} className="no-print newsletter-after">
      <p className="text-d1 text-quiet italic">Before you go</p>
      <p className="mt-1 text-d3 font-semibold">
        <a className="headlink" href={href}>
          {title}
        </a>
      </p>
      <p className="mt-1.5 text-base">{description}</p>
      <SignUpForm newsletter={newsletter} form="after" {...signUp} />
    </section>
  )
}
