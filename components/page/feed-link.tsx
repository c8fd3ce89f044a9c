import { feedAddresses } from '#lib/seo/addresses.ts'

interface Props {
  /** The address of the list. */
  readonly href: string
  readonly title: string
}

/** To follow a list in a feed reader. */
export function FeedLink({ href, title }: Props) {
  return (
    <a className="link inline-block py-1" href={feedAddresses(href).rss} type="application/rss+xml">
      RSS<span className="sr-only"> feed of {title}</span>
    </a>
  )
}
