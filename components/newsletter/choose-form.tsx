import type { Newsletter, Publication } from '#lib/content/model.ts'
import { consentText } from '#lib/newsletter/signup/consent.ts'
import type { Place, SignUpState } from '#lib/newsletter/signup/state.ts'
import { Choices } from './choices.tsx'
import { AddressField, SIGN_UP, Unseen } from './fields.tsx'

interface Props {
  readonly publication: Publication
  readonly newsletters: readonly Newsletter[]
  readonly form: Place
  readonly token: string
  /** What was filled in before, and what is wrong with it. */
  readonly state?: SignUpState | null
}

/** The form for any of the newsletters: which ones on one side, the address on the other. */
export function ChooseForm({ publication, newsletters, form, token, state = null }: Props) {
  const errorAt = (field: string) => state?.errors.find((error) => error.field === field)?.message
  // Where there is only one, the form is for that one.
  const only = newsletters.length === 1 ? newsletters.map(({ slug }) => slug) : []
  const privacy = publication.pages.find(({ href }) => href === '/privacy')
  return (
    <form action={SIGN_UP} method="post" noValidate className="form-columns mt-8">
      <div>
        <Choices
          newsletters={newsletters}
          chosen={state === null || state.newsletters.length === 0 ? only : state.newsletters}
          legend="Choose as many as you like"
          error={errorAt('newsletter')}
        />
      </div>
      <div>
        <div className="border-accent border-t-4 bg-wash px-5 pt-5 pb-6 sm:px-7 lg:sticky lg:top-6">
          <Unseen form={form} token={token} />
          <AddressField id="address" value={state?.address} error={errorAt('address')} />
          <button className="submit mt-3 w-full" type="submit">
            Sign up
          </button>
          <p className="consent">{consentText(publication.name, [])}</p>
          <p className="consent">
            We mail you a link first, and begin when you have pressed its button.
            {privacy && (
              <>
                {' '}
                <a className="link" href={privacy.href}>
                  What we keep about you
                </a>
              </>
            )}
          </p>
        </div>
      </div>
    </form>
  )
}
