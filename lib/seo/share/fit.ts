import { type Manner, type SetText, setText } from './text.ts'

interface Box {
  readonly width: number
  readonly height: number
}

/** As a headline is set: all but its size and where its lines end. */
type Look = Omit<Manner, 'size' | 'width' | 'breakWords'>

/**
 * Sets words as large as they fit into a box, lines about as long as each other.
 * @param sizes from large to small, in pixels; words are broken and cut short only where the last is too large
 * @returns null when there is nothing to see
 */
export async function fitText(text: string, look: Look, sizes: readonly number[], box: Box): Promise<SetText | null> {
  for (const size of sizes) {
    const manner = { ...look, size, width: box.width }
    const set = await setText(text, manner)
    if (set === null) return null
    if (set.width <= box.width && set.height <= box.height) return balance(text, manner, set)
  }
  return cutShort(text, { ...look, size: sizes.at(-1) ?? 1, width: box.width, breakWords: true }, box)
}

/** Narrows lines as far as they stay as many: what a browser calls `text-wrap: balance`. */
async function balance(text: string, manner: Manner & { width: number }, full: SetText): Promise<SetText> {
  if (full.height < manner.size * 1.6) return full
  let best = full
  let [narrow, wide] = [Math.round(manner.width / 2), full.width]
  while (wide - narrow > manner.size / 2) {
    const width = Math.round((narrow + wide) / 2)
    const set = await setText(text, { ...manner, width })
    // Ink differs by a letter's tail; a line more is taller than that.
    const isAsGood = set !== null && set.width <= width && set.height < full.height + manner.size / 2
    if (isAsGood) [best, wide] = [set, width]
    else narrow = width
  }
  return best
}

/** Leaves out as much of the end as is too much, in a few steps. */
async function cutShort(text: string, manner: Manner, box: Box): Promise<SetText | null> {
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  for (let kept = letters.length; kept > 0; kept = Math.floor(kept * 0.8)) {
    const set = await setText(kept === letters.length ? text : `${letters.slice(0, kept).join('').trimEnd()}…`, manner)
    if (set === null || (set.height <= box.height && set.width <= box.width)) return set
  }
  return null
}
