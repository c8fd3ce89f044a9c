/**
 * How the server is started, so that it does not take on a machine with much memory what it has no use for: options of
 * Node, and an environment variable of the C library.
 */
export const MEMORY_OPTIONS = ['--max-semi-space-size=8', '--max-old-space-size=256']
export const MEMORY_ENV = { MALLOC_ARENA_MAX: '2' }
