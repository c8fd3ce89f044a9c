/** How pictures are scaled. Next's optimizer and what guards it go by the same rules. */
export const IMAGES = {
  customCacheHandler: true,
  // The address of a picture changes with its bytes, so a scaled one never goes out of date.
  minimumCacheTTL: 31_536_000,
  localPatterns: [{ pathname: '/media/**' }],
  formats: ['image/avif' as const, 'image/webp' as const],
  deviceSizes: [400, 640, 828, 1080, 1280, 1600, 2048],
  imageSizes: [96, 160, 240, 320],
  qualities: [70],
  maximumResponseBody: 32 * 1024 * 1024,
}
