import { Message } from '#components/page/message.tsx'

interface Props {
  readonly token: string
  /** The newsletter, as its readers know it. */
  readonly title: string
  /** Its page; null when there is no such newsletter any more. */
  readonly href: string | null
  /** Whether it is still sent to them. */
  readonly gets: boolean
}

/** Asks whether it is to end, and says when it has. */
export function UnsubscribeView({ token, title, href, gets }: Props) {
  if (gets)
    return (
      <Message label="Newsletters" title={`Stop ${title}?`}>
        <p>Press the button, and it will not be sent to you again. Any other newsletters you get continue.</p>
        <form action={`/unsubscribe/one-click?token=${encodeURIComponent(token)}`} method="post" className="mt-6">
          <button className="submit" type="submit" name="by" value="button">
            Unsubscribe
          </button>
        </form>
      </Message>
    )
  return (
    <Message label="Newsletters" title="It has stopped">
      <p>{title} is not sent to you any more. An issue that is on its way already may still come.</p>
      {href && (
        <p className="mt-4">
          If that was a mistake,{' '}
          <a className="link" href={href}>
            sign up again
          </a>
          .
        </p>
      )}
    </Message>
  )
}
