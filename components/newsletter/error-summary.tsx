import type { FormError } from '#lib/newsletter/signup/state.ts'

/** Where each field is on the page. */
const FIELDS = { address: '#address', newsletter: '#newsletters' } as const

/**
 * What keeps a form from being taken, before the form: mistakes with a way to their fields, and what is about the whole.
 * @see https://www.w3.org/WAI/tutorials/forms/notifications/
 */
export function ErrorSummary({ errors }: { readonly errors: readonly FormError[] }) {
  const mistakes = errors.flatMap(({ field, message }) => (field === 'form' ? [] : [{ href: FIELDS[field], message }]))
  const others = errors.filter(({ field }) => field === 'form')
  return (
    <>
      {others.map(({ code, message }) => (
        <p key={code} role="status" className="notice mt-6">
          {message}
        </p>
      ))}
      {mistakes.length > 0 && (
        <section aria-labelledby="mistakes" className="notice mt-6">
          <h2 id="mistakes" className="font-semibold">
            This could not be sent yet
          </h2>
          <ul className="mt-1">
            {mistakes.map(({ href, message }) => (
              <li key={href}>
                <a className="link inline-block py-1" href={href}>
                  {message}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
