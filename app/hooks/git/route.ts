import { publish } from '#lib/content/queries/publishing.ts'
import { findCheckout } from '#lib/content/sync/git.ts'
import { createHookHandler } from '#lib/content/sync/hook-handler.ts'
import { settings } from '#lib/settings.ts'

/** The branch that the content follows, as its remote calls it. */
async function branch(): Promise<string | null> {
  const upstream = await (await findCheckout(settings().contentDir))?.upstream()
  return upstream?.ref.replace(/^refs\/heads\//, '') ?? null
}

let handle: ReturnType<typeof createHookHandler> | undefined

/** Where a git host tells of a push: pulls the content, publishes it, and answers with what has come. */
export function POST(request: Request): Promise<Response> {
  const log = (line: string) => console.error(line)
  handle ??= createHookHandler({ secret: settings().hookSecret, branch, publish, log })
  return handle(request)
}
