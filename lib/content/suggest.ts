import { distance } from 'fastest-levenshtein'

/** Names with more edits than this are no help. */
const reach = (name: string) => Math.min(3, Math.max(1, Math.floor((name.length + 1) / 3)))

/** How many letters to change, add or leave out. Two that changed places, the commonest slip, count as one. */
function edits(written: string, meant: string): number {
  const at = Array.from(written).findIndex((letter, place) => letter !== meant[place])
  const swapped = `${written.slice(0, at)}${written[at + 1]}${written[at]}${written.slice(at + 2)}`
  return at !== -1 && swapped === meant ? 1 : distance(written, meant)
}

/**
 * The known name nearest to a misspelt one, or null when none is near. Ties go to the first in alphabetical order, so
 * that a report is the same each time.
 */
export function nearest(name: string, known: Iterable<string>): string | null {
  const written = name.toLowerCase()
  let best: string | null = null
  let least = reach(name) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) > least) continue
    const apart = edits(written, candidate.toLowerCase())
    if (apart < least || (apart === least && best !== null && candidate < best)) {
      best = candidate
      least = apart
    }
  }
  return best
}

/** ` (did you mean "x"?)` with a leading space, or nothing. */
export function didYouMean(name: string, known: Iterable<string>): string {
  const suggestion = nearest(name, known)
  return suggestion === null ? '' : ` (did you mean "${suggestion}"?)`
}

/** The same for paths, of which only the last part is compared: folders are alike and would make all of them near. */
export function didYouMeanPath(written: string, known: Iterable<string>): string {
  const byName = new Map(Array.from(known, (path) => [lastPart(path), path]))
  const suggestion = nearest(lastPart(written), byName.keys())
  return suggestion === null ? '' : ` (did you mean "${byName.get(suggestion)}"?)`
}

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1)
