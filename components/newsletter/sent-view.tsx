import { Message } from '#components/page/message.tsx'
import type { Publication } from '#lib/content/model.ts'
import { shownAddress } from '#lib/newsletter/address/shown.ts'

interface Props {
  readonly publication: Publication
  /** As it was typed; null for who comes here by themselves. */
  readonly address: string | null
}

/** What everybody reads who has sent the form, whether the address was known or not. */
export function SentView({ publication, address }: Props) {
  return (
    <Message label="Newsletters" title="Now look into your mail">
      <p>
        We have written to{' '}
        {address === null ? (
          'the address you gave.'
        ) : (
          <strong className="my-1 block wrap-anywhere">{shownAddress(address)}</strong>
        )}{' '}
        Open that message within 48 hours, follow its link and press the button. Until then nothing is sent, and nobody
        else can sign you up.
      </p>
      <h2 className="mt-8 text-d2 font-semibold">If nothing comes</h2>
      <ul className="mt-2 list-disc pl-5 text-base">
        <li>Give it five minutes, and look among the junk.</li>
        <li>
          See that the address above is the one you meant;{' '}
          <a className="link" href="/subscribe">
            send it again
          </a>{' '}
          if it is not.
        </li>
        {publication.publisher.email && (
          <li>
            Write to{' '}
            <a className="link" href={`mailto:${publication.publisher.email}`}>
              {publication.publisher.email}
            </a>
            .
          </li>
        )}
      </ul>
    </Message>
  )
}
