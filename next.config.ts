import path from 'node:path'
import type { NextConfig } from 'next'

/** What a page may load and who may frame it. The one for scripts comes with the delivery of pages without any. */
const policy = [
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "object-src 'none'",
  "style-src 'self'",
].join('; ')

const security = [
  { key: 'Content-Security-Policy', value: policy },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
]

const config: NextConfig = {
  // The development server styles its own notices inline. What stands under /media has a stricter policy of its own, which
  // this one would replace.
  headers: async () =>
    process.env.NODE_ENV === 'production' ? [{ source: '/((?!media/).*)', headers: security }] : [],
  // Every reader, not only crawlers, gets title and meta in <head>: nothing is streamed in by script.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  // Scaled pictures are kept under DATA_DIR; see the module.
  cacheHandler: path.join(import.meta.dirname, 'lib/delivery/image-cache.ts'),
  cacheMaxMemorySize: 0,
  images: {
    customCacheHandler: true,
    // The address of a picture changes with its bytes, so a scaled one never goes out of date.
    minimumCacheTTL: 31_536_000,
    localPatterns: [{ pathname: '/media/**' }],
    formats: ['image/avif', 'image/webp'],
    deviceSizes: [400, 640, 828, 1080, 1280, 1600, 2048],
    imageSizes: [96, 160, 240, 320],
    qualities: [70],
  },
}

export default config
