import { Message } from './message.tsx'

/** Shown while a page may only be late; it needs nothing that could fail. */
export function LateView() {
  return (
    <Message label="Error 503" title="This page is not here yet">
      <p>The archive is being put in order, newest stories first. Try again in a minute.</p>
      <p className="mt-4">
        <a className="link inline-block py-1" href="/">
          Go to the front page
        </a>
      </p>
    </Message>
  )
}
