import type { Graph, Thing } from 'schema-dts'
import type { Picture, Publication } from '../../content/model.ts'

/** Whose page it is: what every graph says of its publisher. */
export interface Site {
  readonly publication: Publication
  readonly logo: Picture | null
}

/** All that one page says of itself. */
export const graphOf = (...nodes: readonly Thing[]): Graph => ({ '@context': 'https://schema.org', '@graph': nodes })

/** Characters that could end a script or open a comment in it, stand for an entity, or end a line of JavaScript. */
const UNSAFE = /[<>&\u2028\u2029]/g

/**
 * A graph as it may stand within `<script type="application/ld+json">`: no text in it can end that element, and any
 * parser of JSON reads the same characters back.
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export const serialise = (graph: Graph): string =>
  JSON.stringify(graph).replace(UNSAFE, (unsafe) => `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`)
