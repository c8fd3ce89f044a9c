import { shareLinks } from './share-links.ts'

interface Props {
  readonly headline: string
  /** The story's full address. */
  readonly url: string
}

/** Ways to pass a story on, without a line of anybody's script. */
export function Share({ headline, url }: Props) {
  return (
    <section aria-label="Share" className="no-print meta mt-6 border-hair border-t pt-4">
      <p className="label" aria-hidden="true">
        Share
      </p>
      <ul className="-mx-1.5 mt-1 flex flex-wrap">
        {shareLinks(headline, url).map((link) => (
          <li key={link.label}>
            <a className="link inline-block min-w-6 px-1.5 py-1 text-center" href={link.href} rel="nofollow">
              {link.label}
            </a>
          </li>
        ))}
      </ul>
      <label className="mt-2 block">
        Address to copy
        <input
          className="mt-1 block w-full border border-hair bg-transparent px-2 py-1.5 text-small text-ink"
          readOnly
          type="text"
          value={url}
        />
      </label>
    </section>
  )
}
