import type { Place } from '#lib/newsletter/signup/state.ts'

/** Where all forms that sign a reader up are sent. */
export const SIGN_UP = '/subscribe/do/sign-up'

interface UnseenProps {
  readonly form: Place
  /** Says when, and where, the form was made; '' where that cannot be said. */
  readonly token: string
}

/**
 * What a form sends that no reader fills in. The last field is for robots that fill in whatever there is: it is no part of
 * the page for anyone who sees, hears or tabs through it; where there is no style, its name says what to do.
 */
export function Unseen({ form, token }: UnseenProps) {
  return (
    <>
      <input type="hidden" name="form" value={form} />
      {token !== '' && <input type="hidden" name="token" value={token} />}
      <label className="unseen">
        Leave this empty
        <input name="website" autoComplete="off" />
      </label>
    </>
  )
}

interface AddressProps {
  readonly label?: string
  /** The name of the field on pages that lead to it, or whose other words are about it. */
  readonly id?: string
  readonly value?: string
  readonly error?: string | undefined
}

/**
 * The field for an address. Its form is never judged by the browser, which knows fewer addresses than mail servers do, and
 * tells of mistakes in a bubble that is soon gone.
 */
export function AddressField({ label = 'Email address', id, value, error }: AddressProps) {
  const described = id !== undefined && error !== undefined ? `${id}-error` : undefined
  return (
    <>
      {error !== undefined && (
        <p id={described} className="error">
          {error}
        </p>
      )}
      <label className="address">
        {label}
        <input
          id={id}
          className="field"
          type="email"
          name="address"
          autoComplete="email"
          inputMode="email"
          defaultValue={value}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={described}
          required
        />
      </label>
    </>
  )
}
