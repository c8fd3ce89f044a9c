import type { Publication } from '#lib/content/model.ts'
import { Message } from './message.tsx'

export function NotFoundView({ publication }: { readonly publication: Publication }) {
  return (
    <Message label="Error 404" title="There is no page at this address">
      <p>
        It may have been mistyped, or the story may have gone. Stories that move keep their old addresses, so a link
        from {publication.name} itself should never lead here.
      </p>
      <p className="mt-4">
        Try the{' '}
        <a className="link" href="/">
          front page
        </a>
        , a section, or the list of{' '}
        <a className="link" href="/topics">
          topics
        </a>
        .
      </p>
      <ul className="mt-8 grid grid-cols-2 gap-x-8 font-sans text-base sm:grid-cols-3">
        {publication.navigation.map((link) => (
          <li key={link.href} className="border-hair border-t">
            <a className="headlink block py-2.5" href={link.href}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </Message>
  )
}
