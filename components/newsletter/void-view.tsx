import { Message } from '#components/page/message.tsx'

/** What each kind of link is for, and how to get another one. */
const WORDS = {
  confirm: {
    title: 'This link is over',
    why: 'A link that confirms is good for 48 hours, and this one is older, or was broken on its way. Nothing is sent to you.',
  },
  preferences: {
    title: 'This link opens nothing any more',
    why: 'It was broken on its way, or your address has changed since it was sent, or you have been deleted. The link in the latest issue you got is good.',
  },
  unsubscribe: {
    title: 'This link cannot be read',
    why: 'It was probably broken on its way. The same link is in every issue you got: open it there, or copy all of it.',
  },
} as const

/** Stands where a link led that is void. */
export function VoidView({ kind, email }: { readonly kind: keyof typeof WORDS; readonly email: string | null }) {
  const { title, why } = WORDS[kind]
  return (
    <Message label="Newsletters" title={title}>
      <p>{why}</p>
      <p className="mt-4">
        {kind === 'confirm' ? 'Send the form again, and you get another one: ' : 'You can also sign up anew: '}
        <a className="link" href="/subscribe">
          sign up
        </a>
        .
        {email && (
          <>
            {' '}
            Or write to{' '}
            <a className="link" href={`mailto:${email}`}>
              {email}
            </a>
            .
          </>
        )}
      </p>
    </Message>
  )
}
