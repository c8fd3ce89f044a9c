import type { NewsletterRef } from '#lib/content/model.ts'
import { consentText } from '#lib/newsletter/signup/consent.ts'
import type { Place } from '#lib/newsletter/signup/state.ts'
import { AddressField, SIGN_UP, Unseen } from './fields.tsx'

/** What a form is made with, beside what it is for. */
export interface SignUp {
  /** The publication's name. */
  readonly publication: string
  /** See {@link Unseen}. */
  readonly token: string
}

interface Props extends SignUp {
  readonly newsletter: NewsletterRef
  readonly form: Place
}

/** The form for one newsletter: an address, a button, and what pressing it means. */
export function SignUpForm({ newsletter, form, publication, token }: Props) {
  return (
    <form action={SIGN_UP} method="post" noValidate>
      <input type="hidden" name="newsletter" value={newsletter.slug} />
      <Unseen form={form} token={token} />
      <div className="sign-up">
        <AddressField />
        <button className="submit" type="submit">
          Sign up
        </button>
      </div>
      <p className="consent">{consentText(publication, [newsletter.title])}</p>
    </form>
  )
}
