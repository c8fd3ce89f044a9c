/** Device pixels to a CSS pixel that a picture is made for: beyond two nobody sees a difference. */
const DENSITY = 2

/**
 * Shortens a `srcset` to what can be of use to a picture that never stands wider than `widest` CSS pixels: the candidates
 * up to the first that fills it twice over.
 * @returns the shorter list, and the address of its largest candidate
 */
export function usefulCandidates(srcSet: string, widest: number): { readonly srcSet: string; readonly src: string } {
  const all = srcSet.split(', ')
  const enough = all.findIndex((candidate) => widthOf(candidate) >= widest * DENSITY)
  const useful = enough === -1 ? all : all.slice(0, enough + 1)
  return { srcSet: useful.join(', '), src: (useful.at(-1) ?? '').replace(/ \d+w$/, '') }
}

const widthOf = (candidate: string): number => Number(/ (\d+)w$/.exec(candidate)?.[1] ?? 0)
