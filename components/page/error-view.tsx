import { Message } from './message.tsx'

/** Shown when a page could not be made; it needs nothing that could fail. */
export function ErrorView() {
  return (
    <Message label="Error 500" title="This page could not be printed">
      <p>Something on our side went wrong, and it has been noted. A second try in a minute often helps.</p>
      <p className="mt-4">
        <a className="link inline-block py-1" href="/">
          Go to the front page
        </a>
      </p>
    </Message>
  )
}
