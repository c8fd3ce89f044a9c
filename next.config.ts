import path from 'node:path'
import type { NextConfig } from 'next'
import { PRIVATE_HEADERS } from './lib/delivery/http/private.ts'
import { IMAGES } from './lib/delivery/images/config.ts'
import { MOST_PIXELS } from './lib/seo/crops/crop.ts'

/** What a story's card on other sites may load; every site may frame it, and it has nothing to run or to send. */
const CARD_POLICY =
  "default-src 'none'; base-uri 'none'; font-src 'self'; form-action 'none'; frame-ancestors *; img-src 'self'; style-src 'self'"

const config: NextConfig = {
  // Headers of security come from the delivery server, whose pages hold no script; those of `next start` do, and goes
  // without. Every reader, not only crawlers, gets title and meta in <head>: nothing is streamed in by script.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  // What `next dev` writes of requests would have the tokens of private pages in it.
  logging: { incomingRequests: { ignore: [/^\/(?:un)?subscribe/i] } },
  // Scaled pictures are kept under DATA_DIR; see the module.
  cacheHandler: path.join(import.meta.dirname, 'lib/delivery/image-cache.ts'),
  cacheMaxMemorySize: 0,
  images: IMAGES,
  // A segment of an address is all parameter or none, so that no folder can stand for `<slug>.md`.
  rewrites: () => [{ source: '/:section/:slug.md', destination: '/markdown/:section/:slug' }],
  headers: () => [
    ...['/subscribe/:path*', '/unsubscribe/:path*'].map((source) => ({
      source,
      headers: Object.entries(PRIVATE_HEADERS).map(([key, value]) => ({ key, value })),
    })),
    { source: '/search', headers: [{ key: 'x-robots-tag', value: 'noindex' }] },
    {
      source: '/embed/:slug',
      headers: [
        { key: 'content-security-policy', value: CARD_POLICY },
        { key: 'cross-origin-resource-policy', value: 'cross-origin' },
        { key: 'x-robots-tag', value: 'noindex' },
      ],
    },
  ],
  experimental: { imgOptMaxInputPixels: MOST_PIXELS, imgOptSequentialRead: true },
}

export default config
