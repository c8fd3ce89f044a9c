/**
 * How the server is started, so that it does not take on a machine with much memory what it has no use for: options of
 * Node, and environment variables of the C library and of Next, which else loads its compiler (35 MB) into every server
 * to read `next.config.ts`, as Node can by itself; one that does not know the variable does so again. All threads share
 * one arena, which gives back what it has no use for: of large pieces, many are only taken for a moment.
 * @see https://nextjs.org/docs/app/api-reference/config/typescript#using-nodejs-native-typescript-resolver-for-nextconfigts
 */
export const MEMORY_OPTIONS = ['--max-semi-space-size=8', '--max-old-space-size=256']
export const MEMORY_ENV = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_TRIM_THRESHOLD_: '131072',
  __NEXT_NODE_NATIVE_TS_LOADER_ENABLED: 'true',
}

/**
 * Where Node keeps the code that it has compiled, in the folder of the build, so that the next start compiles nothing: a
 * fifth of the work until the first page. One that cannot be written to is done without.
 * @see https://nodejs.org/docs/latest-v24.x/api/module.html#module-compile-cache
 */
export const CODE_ENV = { NODE_COMPILE_CACHE: '.next/cache/code' }
