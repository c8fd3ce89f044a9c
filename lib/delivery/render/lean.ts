import type { Alternate } from './alternates.ts'
import { isOurs, isRuntimeLink, MARKERS, NEEDS_SCRIPT, RUNTIME_ATTRIBUTES, RUNTIME_META } from './runtime.ts'
import { attribute, type Span, type Tag, visitTags } from './tags.ts'

export interface Lean {
  readonly html: string
  /** The page has parts that only a script can put into place; `html` is then as it was. */
  readonly streamed: boolean
  /** Other forms of the page that its head names. */
  readonly alternates: readonly Alternate[]
}

/**
 * Takes out of a page all that only Next's client runtime needs: its scripts, its copy of the page, and the marks by
 * which React would find its way. No reader page has a client component, so a reader loses nothing.
 * @param html a whole document as Next renders it
 */
export function lean(html: string): Lean {
  const cuts = new Cuts()
  visitTags(html, cuts)
  const { alternates, streamed } = cuts
  return { html: streamed ? html : cuts.apply(html), streamed, alternates }
}

/** What is to go, found on one way through a document. */
class Cuts {
  streamed = false
  readonly alternates: Alternate[] = []
  readonly #spans: Span[] = []
  /** The script that is being passed, if it goes. */
  #script: number | null = null
  /** A hidden element with nothing in it so far: Next's place for metadata that comes late. */
  #hollow: { readonly start: number; end: number; readonly spans: number } | null = null

  open(tag: Tag): void {
    const { name, start, end } = tag
    this.#hollow = isBareHidden(tag) ? { start, end, spans: this.#spans.length } : null
    if (name === 'script') this.#script = isOurs(tag) ? null : start
    else if (name === 'link' && isRuntimeLink(tag)) this.#spans.push(tag)
    else if (name === 'meta' && RUNTIME_META.has(attribute(tag, 'name') ?? '')) this.#spans.push(tag)
    else for (const one of tag.attributes) this.#judge(one.name, one.value, one)
    if (name === 'link' && attribute(tag, 'rel') === 'alternate') this.#noteAlternate(tag)
  }

  #noteAlternate(tag: Tag): void {
    const [type, href] = [attribute(tag, 'type'), attribute(tag, 'href')]
    if (type !== undefined && href !== undefined) this.alternates.push({ type, href })
  }

  /** The space before an attribute goes with it. */
  #judge(name: string, value: string, { start, end }: Span): void {
    if (name === 'id' && NEEDS_SCRIPT.id.test(value)) this.streamed = true
    if (RUNTIME_ATTRIBUTES.has(name)) this.#spans.push({ start: start - 1, end })
  }

  close(name: string, { start, end }: Span): void {
    if (name === 'script' && this.#script !== null) this.#spans.push({ start: this.#script, end })
    else if (this.#hollow?.end === start) {
      this.#spans.splice(this.#hollow.spans)
      this.#spans.push({ start: this.#hollow.start, end })
    }
    this.#script = null
    this.#hollow = null
  }

  comment(text: string, at: Span): void {
    if (NEEDS_SCRIPT.comments.has(text)) this.streamed = true
    if (!MARKERS.has(text)) return
    this.#spans.push(at)
    if (this.#hollow?.end === at.start) this.#hollow.end = at.end
  }

  apply(html: string): string {
    let kept = ''
    let from = 0
    for (const { start, end } of this.#spans) {
      kept += html.slice(from, start)
      from = end
    }
    return kept + html.slice(from)
  }
}

const isBareHidden = ({ name, attributes }: Tag): boolean =>
  name === 'div' && attributes.length === 1 && attributes[0]?.name === 'hidden'
