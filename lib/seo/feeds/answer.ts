import { type FeedSubject, getFeed } from '../../content/queries/feeds.ts'
import type { FeedAddresses } from '../addresses.ts'
import { toAtom } from './atom.ts'
import { type FeedDocument, toDocument } from './document.ts'
import { toJson } from './json.ts'
import { toRss } from './rss.ts'

export type Form = keyof FeedAddresses

const FORMS: Readonly<Record<Form, { type: string; write: (feed: FeedDocument) => string }>> = {
  rss: { type: 'application/rss+xml', write: toRss },
  atom: { type: 'application/atom+xml', write: toAtom },
  json: { type: 'application/feed+json', write: toJson },
}

/**
 * The answer at a feed's address: the feed, or 404 where there is nothing to have one. Readers in browsers may read it
 * from any site.
 * @param hub the WebSub hub that is told of changes, an absolute address, or null. Subscribers look for it, and for the
 * feed's own address, in the `Link` header first.
 * @see https://www.w3.org/TR/websub/#discovery
 */
export async function answerFeed(subject: FeedSubject, form: Form, hub: string | null): Promise<Response> {
  const feed = await getFeed(subject)
  return feed === null ? noFeed() : answerDocument(toDocument(feed, hub && new URL(hub).href), form)
}

/** That there is nothing to have a feed. */
export const noFeed = (): Response =>
  new Response('There is no such feed.\n', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })

/** A feed in one of its forms. */
export function answerDocument(document: FeedDocument, form: Form): Response {
  const { hub, self } = document
  const { type, write } = FORMS[form]
  return new Response(write(document), {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'access-control-allow-origin': '*',
      ...(hub && { link: `<${hub}>; rel="hub", <${self[form]}>; rel="self"` }),
    },
  })
}
