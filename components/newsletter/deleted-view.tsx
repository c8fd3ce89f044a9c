import { Message } from '#components/page/message.tsx'

/** After the reader had all deleted that is kept of them. */
export function DeletedView() {
  return (
    <Message label="Newsletters" title="All of it is deleted">
      <p>
        Your address, what you chose and when, and what was sent to you are gone from our list. The links in the mails
        that you received no longer work. Backups made before still hold it until newer ones replace them.
      </p>
      <p className="mt-4">
        You are welcome to{' '}
        <a className="link" href="/">
          read on
        </a>{' '}
        without any of it.
      </p>
    </Message>
  )
}
