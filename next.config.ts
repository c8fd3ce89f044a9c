import path from 'node:path'
import type { NextConfig } from 'next'
import { IMAGES, MOST_PIXELS } from './lib/delivery/images/config.ts'

const config: NextConfig = {
  // Headers of security come from the delivery server, whose pages hold no script; those of `next start` do, and goes
  // without. Every reader, not only crawlers, gets title and meta in <head>: nothing is streamed in by script.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  // Scaled pictures are kept under DATA_DIR; see the module.
  cacheHandler: path.join(import.meta.dirname, 'lib/delivery/image-cache.ts'),
  cacheMaxMemorySize: 0,
  images: IMAGES,
  experimental: { imgOptMaxInputPixels: MOST_PIXELS, imgOptSequentialRead: true },
}

export default config
