import { ChooseForm } from '#components/newsletter/choose-form.tsx'
import type { Newsletter, Publication } from '#lib/content/model.ts'
import { PageHead } from './page-head.tsx'

interface Props {
  readonly publication: Publication
  readonly newsletters: readonly Newsletter[]
  /** Of the form. */
  readonly token: string
}

export function NewslettersView({ publication, newsletters, token }: Props) {
  return (
    <div className="wrap">
      <PageHead title="Newsletters" description={`What ${publication.name} sends, and when.`} />
      {newsletters.length === 0 ? (
        <p className="py-10 text-quiet">There is no newsletter yet.</p>
      ) : (
        <ChooseForm {...{ publication, newsletters, token }} form="newsletters" />
      )}
    </div>
  )
}
