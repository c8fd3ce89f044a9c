/** A request to a service, ready to send. */
export interface Message {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A service that is told of changes. */
export interface Target {
  /** By which its queue is known. */
  readonly name: 'hub' | 'indexnow'
  /** What it is told of. */
  readonly what: 'feeds' | 'pages'
  /** As logs name it: the rest of its address may hold what is nobody's business. */
  readonly host: string
  /** Addresses that one message has at most. */
  readonly most: number
  /**
   * Puts addresses into a message.
   * @param site the publication's address, without a slash at its end
   * @param urls absolute
   */
  message(site: string, urls: readonly string[]): Message
  /** What an operator can do about a status with which it refuses. */
  advice(site: string, status: number): string
}

/** What the publisher's library of the protocol's authors sends at a time. */
const MOST_TOPICS = 100

/**
 * A hub. The Recommendation leaves to hub and publisher how the one tells the other; all public hubs take the form that
 * the protocol had before it.
 * @see https://www.w3.org/TR/websub/#publishing
 * @see https://pubsubhubbub.github.io/PubSubHubbub/pubsubhubbub-core-0.3.html#rfc.section.7.1
 */
export const hubTarget = (hub: string): Target => ({
  name: 'hub',
  what: 'feeds',
  host: new URL(hub).host,
  most: MOST_TOPICS,
  message: (_site, urls) => ({
    url: hub,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams([['hub.mode', 'publish'], ...urls.map((url) => ['hub.url', url])])),
  }),
  advice: () => 'Look whether WEBSUB_HUB is the address of a hub that takes feeds of this site.',
})

/** @see https://www.indexnow.org/documentation */
const MOST_PAGES = 10_000

/** Where the key is to be read, below the site's address: it speaks for all addresses of its folder. */
const KEY_FILE = '/indexnow.txt'

/**
 * Search engines, which pass on to each other what one of them is told.
 * @param key never shown but to them, and in its file
 * @see https://www.indexnow.org/documentation
 */
export const indexNowTarget = (endpoint: string, key: string): Target => ({
  name: 'indexnow',
  what: 'pages',
  host: new URL(endpoint).host,
  most: MOST_PAGES,
  message: (site, urls) => ({
    url: endpoint,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ host: new URL(site).host, key, keyLocation: `${site}${KEY_FILE}`, urlList: urls }),
  }),
  advice: (site, status) =>
    status === 403
      ? `Look whether ${site}${KEY_FILE} can be read from outside and shows INDEXNOW_KEY.`
      : 'Look whether SITE_URL is the address by which readers know the site, and INDEXNOW_ENDPOINT the right one.',
})
