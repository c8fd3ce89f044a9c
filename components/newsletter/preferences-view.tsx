import { PageHead } from '#components/page/page-head.tsx'
import type { Newsletter, Publication } from '#lib/content/model.ts'
import { shownAddress } from '#lib/newsletter/address/shown.ts'
import type { Subscriber } from '#lib/newsletter/model.ts'
import type { Said } from '#lib/newsletter/signup/said.ts'
import { Action } from './action.tsx'
import { Choices } from './choices.tsx'
import { AddressField } from './fields.tsx'
import { PauseForm } from './pause-form.tsx'
import { wordsFor } from './said.ts'

interface Props {
  readonly publication: Publication
  readonly newsletters: readonly Newsletter[]
  readonly subscriber: Subscriber
  /** What opened the page, and goes with each of its forms. */
  readonly token: string
  /** What was just done. */
  readonly said: Said | null
  /** Another address that was typed; '' when none was. */
  readonly typed: string
}

/** What a reader gets, and all that they can do about it, each with a form of its own. */
export function PreferencesView({ publication, newsletters, subscriber, token, said, typed }: Props) {
  const isWrong = said === 'address-wrong'
  return (
    <div className="wrap">
      <PageHead label="Newsletters" title="What you get" description={shownAddress(subscriber.address)} />
      <div className="form-columns mt-6">
        <div>
          <Notices {...{ publication, subscriber, said, typed }} />
          <Action name="choose" token={token}>
            <Choices newsletters={newsletters} chosen={subscriber.newsletters} legend="Newsletters" />
            <button className="submit mt-5" type="submit">
              Save
            </button>
          </Action>
        </div>
        <div className="stacked border-hair max-lg:border-t max-lg:pt-6">
          <PauseForm token={token} until={subscriber.pausedUntil} place={publication} />
          <Action name="address" token={token} title="Change address">
            <div className="sign-up mt-3">
              <AddressField
                id="address"
                label="New email address"
                value={typed}
                error={isWrong ? wordsFor(said, subscriber, typed, publication) : undefined}
              />
              <button className="submit" type="submit">
                Change
              </button>
            </div>
            <p className="consent">
              We write to the new address first, and change it when you have confirmed it there.
            </p>
          </Action>
          <Action name="leave" token={token} title="Unsubscribe">
            <button className="submit mt-3" type="submit">
              Unsubscribe from all
            </button>
          </Action>
          <Kept token={token} />
        </div>
      </div>
    </div>
  )
}

/** What was just done, and what the reader should know before all else. */
function Notices({ publication, subscriber, said, typed }: Omit<Props, 'newsletters' | 'token'>) {
  return (
    <>
      {said && (
        <p role="status" className="notice mb-8">
          {wordsFor(said, subscriber, typed, publication)}
        </p>
      )}
      {subscriber.stopped && (
        <p className="notice mb-8">
          Nothing is being sent: your address refused our mails.{' '}
          <a className="link" href="/subscribe">
            Sign up again
          </a>{' '}
          when it works, or enter another one here.
        </p>
      )}
    </>
  )
}

/** What is kept of a reader: to be had, and to be deleted, which takes a second look. */
function Kept({ token }: { readonly token: string }) {
  return (
    <section aria-labelledby="kept">
      <h2 id="kept" className="text-d2 font-semibold">
        What we keep about you
      </h2>
      <p className="mt-2 text-base">
        Your address, what you chose and when, the sentence you agreed to, and which issues were sent. Not whether you
        opened them.
      </p>
      <p className="mt-3">
        <a className="button" href={`/subscribe/data?token=${encodeURIComponent(token)}`} download>
          Download it
        </a>
      </p>
      <details className="mt-4 font-sans text-base">
        <summary className="link cursor-pointer py-1">Delete it</summary>
        <Action name="erase" token={token}>
          <p className="mt-2">Everything above is deleted at once and for good, and nothing is sent to you any more.</p>
          <button className="submit mt-3" type="submit">
            Delete everything
          </button>
        </Action>
      </details>
    </section>
  )
}
