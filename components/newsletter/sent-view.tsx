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
    <Message label="Newsletters" title="Check your mail">
      <p>
        We have written to{' '}
        {address === null ? (
          'the address you gave.'
        ) : (
          <strong className="my-1 block wrap-anywhere">{shownAddress(address)}</strong>
        )}
      </p>
      <p className="mt-4">
        Open that message within 48 hours, follow its link and press the button. Until then you are not signed up, and
        nobody else can do it for you.
      </p>
      <h2 className="mt-8 text-d2 font-semibold">If nothing comes</h2>
      <ul className="mt-2 list-disc pl-5 text-base">
        <li>Give it five minutes, then look in your junk folder.</li>
        <li>
          Check that the address is right. If it is not,{' '}
          <a className="link" href="/subscribe">
            sign up again
          </a>
          .
        </li>
        {publication.publisher.email && (
          <li>
            Still nothing? Write to{' '}
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
