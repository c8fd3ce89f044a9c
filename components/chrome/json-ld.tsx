import type { Graph } from 'schema-dts'
import { serialise } from '#lib/seo/json-ld/graph.ts'

/**
 * What the page says of itself to machines. A block of data, which no browser runs.
 * @see https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
 */
export function JsonLd({ graph }: { readonly graph: Graph }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: `serialise` leaves no character that could end the script
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serialise(graph) }} />
}
