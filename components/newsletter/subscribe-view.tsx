import { PageHead } from '#components/page/page-head.tsx'
import type { Newsletter, Publication } from '#lib/content/model.ts'
import type { SignUpState } from '#lib/newsletter/signup/state.ts'
import { ChooseForm } from './choose-form.tsx'
import { ErrorSummary } from './error-summary.tsx'

interface Props {
  readonly publication: Publication
  readonly newsletters: readonly Newsletter[]
  readonly token: string
  /** What came in from a form and was not taken; null for who comes here first. */
  readonly state: SignUpState | null
}

/** The title of the page: what there is to do on it. */
export function titleOfSubscribe(state: SignUpState | null): string {
  if (state === null) return 'Sign up'
  if (state.errors.some(({ field }) => field !== 'form')) return 'Something is missing'
  return state.newsletters.length === 0 ? 'Which newsletters?' : 'One more step'
}

/** The page with the whole form: for who asks for it, and for whom a shorter form was not enough. */
export function SubscribeView({ publication, newsletters, token, state }: Props) {
  return (
    <div className="wrap">
      <PageHead
        label="Newsletters"
        title={titleOfSubscribe(state)}
        description={`What ${publication.name} sends, and when.`}
      />
      {state && <ErrorSummary errors={state.errors} />}
      {newsletters.length === 0 ? (
        <p className="py-10 text-quiet">There is no newsletter yet.</p>
      ) : (
        <ChooseForm {...{ publication, newsletters, token, state }} form="subscribe" />
      )}
    </div>
  )
}
