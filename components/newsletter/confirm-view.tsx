import { Message } from '#components/page/message.tsx'
import { shownAddress } from '#lib/newsletter/address/shown.ts'
import type { Application } from '#lib/newsletter/model.ts'

interface Props {
  readonly token: string
  readonly application: Pick<Application, 'kind' | 'address'>
  /** Titles of what it is about. */
  readonly titles: readonly string[]
}

/** What a link in a mail asks. Only the button does anything: programs that look for dangers in mails follow links, too. */
export function ConfirmView({ token, application: { kind, address }, titles }: Props) {
  const isChange = kind === 'change'
  return (
    <Message label="Newsletters" title={isChange ? 'Is this your new address?' : 'Confirm your sign-up'}>
      <p>
        {isChange ? 'If you confirm it, these newsletters go to ' : 'You asked for this to be sent to '}
        <strong className="mt-1 block wrap-anywhere">{shownAddress(address)}</strong>
      </p>
      <ul className="stacked mt-4 border-hair border-y py-3">
        {titles.map((title) => (
          <li key={title} className="text-d2 font-semibold">
            {title}
          </li>
        ))}
      </ul>
      <form action="/subscribe/do/confirm" method="post" className="mt-6">
        <input type="hidden" name="token" value={token} />
        <button className="submit" type="submit">
          {isChange ? 'Use this address' : 'Confirm'}
        </button>
      </form>
      <p className="mt-6 text-base text-quiet">
        If you did not ask for this, close this page. Nothing will come of it, and the request is soon deleted.
      </p>
    </Message>
  )
}
