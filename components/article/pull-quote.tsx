import { Html } from '#components/text/html.tsx'

/** A quotation set large: in the margin at desk width, between paragraphs elsewhere. */
export function PullQuote({ by, html }: { readonly by: string; readonly html: string }) {
  return (
    <figure className="note piece border-tint border-t-2 pt-3">
      <Html as="blockquote" html={html} className="quotation html text-d3" />
      <figcaption className="meta mt-3">{by}</figcaption>
    </figure>
  )
}
