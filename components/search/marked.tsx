import { Fragment } from 'react'
import type { Marked as Runs } from '#lib/search/model.ts'

/** A text with the words that were searched for marked. */
export function Marked({ runs }: { readonly runs: Runs }) {
  return runs.map(({ text, hit }, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have nothing but their place, and never move
    hit ? <mark key={place}>{text}</mark> : <Fragment key={place}>{text}</Fragment>,
  )
}
