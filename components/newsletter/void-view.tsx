import { Message } from '#components/page/message.tsx'

/** What each kind of link is for, and how to get another one. */
const WORDS = {
  confirm: {
    title: 'This link has expired',
    why: 'A link that confirms is good for 48 hours. This one is older, or was damaged on its way. If you pressed its button before, all is well, and you need do nothing.',
  },
  preferences: {
    title: 'This link no longer works',
    why: 'It was damaged on its way, or you have changed your address since, or had everything deleted. The link in the latest issue that you received works.',
  },
  unsubscribe: {
    title: 'This link cannot be read',
    why: 'It was probably damaged on its way. Every issue has the same link at its foot: open it there, or copy the whole of it.',
  },
} as const

/** Stands where a link led that is void. */
export function VoidView({ kind, email }: { readonly kind: keyof typeof WORDS; readonly email: string | null }) {
  const { title, why } = WORDS[kind]
  return (
    <Message label="Newsletters" title={title}>
      <p>{why}</p>
      <p className="mt-4">
        {kind === 'confirm' ? 'To get a new link, ' : 'You can also '}
        <a className="link" href="/subscribe">
          sign up again
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
