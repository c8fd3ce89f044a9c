import type { State } from '#lib/content/model.ts'

const WORDS: Record<Exclude<State, 'published'>, string> = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  withdrawn: 'Withdrawn',
}

/** What a story is when it is not simply published; drafts and scheduled stories only ever show in development. */
export function StateMark({ state }: { readonly state: State }) {
  if (state === 'published') return null
  return <span className="label mr-2 bg-ink px-1.5 py-0.5 text-paper">{WORDS[state]}</span>
}
