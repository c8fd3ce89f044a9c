import { StateMark } from '#components/text/state-mark.tsx'
import type { Story } from '#lib/content/model.ts'

/** The word over a headline: the kind of story, or its section. */
export function Kicker({ story }: { readonly story: Story }) {
  return (
    <p className="kicker mb-2">
      <StateMark state={story.state} />
      {story.kicker}
    </p>
  )
}
