/** Runs once when the server starts: reads the content before the first request asks for it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { openStore } = await import('#lib/content/catalog/store.ts')
  await openStore()
}
