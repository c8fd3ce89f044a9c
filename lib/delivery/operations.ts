import type { IncomingMessage, ServerResponse } from 'node:http'
import { sendPlain } from './http/plain.ts'
import { readBody, TooLarge } from './operate/body.ts'
import { type Metrics, maySeeMetrics } from './operate/metrics.ts'
import { capture, type Handler } from './render/capture.ts'
import { Gate, Overloaded } from './render/gate.ts'

export interface OperationsOptions {
  readonly handle: Handler
  readonly metrics: Metrics
  readonly metricsToken: string | null
}

/** Where git hosts call. */
export const HOOK = '/hooks/git'

/** What git hosts send at most. @see https://docs.github.com/en/webhooks/webhook-events-and-payloads#payload-cap */
const MOST_BODY = 25 * 1024 * 1024

/** Bodies are held in memory before anyone has looked at their signature, so only a few at once. */
const HOOKS = { atOnce: 4, waiting: 20, milliseconds: 120_000 }

/** What a hook's receiver needs to know of a request: its form, its sender's signature and event. */
const PASSED = /^(?:content-type|user-agent|x-(?:github|gitea|forgejo|gitlab|gogs|hub)-[a-z0-9-]+|webhook-[a-z]+)$/

/** What a route of ours may say in headers. */
const KEPT = ['content-type', 'retry-after']

/**
 * Answers at the addresses that are for machines: health, figures, hooks. Nothing of it is kept.
 * @returns a function that takes the path as `readAddress` gives it
 */
export function createOperations({ handle, metrics, metricsToken }: OperationsOptions) {
  const hooks = new Gate(HOOKS)

  async function pass(response: ServerResponse, question: Parameters<typeof capture>[1], signal?: AbortSignal) {
    const { status, headers, body } = await capture(handle, question, signal)
    const kept = Object.entries(headers).filter(([name]) => KEPT.includes(name))
    sendPlain(response, status, body.toString(), Object.fromEntries(kept.map(([name, value]) => [name, String(value)])))
  }

  async function takeHook(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = Object.entries(request.headers).filter(([name]) => PASSED.test(name))
    const headers = Object.fromEntries(given.map(([name, value]) => [name, String(value)]))
    try {
      await hooks.run(async (signal) => {
        const body = await readBody(request, MOST_BODY)
        await pass(response, { method: 'POST', url: HOOK, headers, body }, signal)
      })
    } catch (error) {
      if (error instanceof TooLarge) return sendPlain(response, 413, error.message, { connection: 'close' })
      if (!(error instanceof Overloaded)) throw error
      sendPlain(response, 503, error.message, { 'retry-after': '10', connection: 'close' })
    }
  }

  async function showMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!maySeeMetrics(request, metricsToken)) {
      return sendPlain(response, 403, 'Ask from the machine of the site, or with METRICS_TOKEN as a bearer token.')
    }
    sendPlain(response, 200, await metrics.text(), { 'content-type': metrics.contentType })
  }

  return async (request: IncomingMessage, response: ServerResponse, path: string): Promise<void> => {
    if (path === HOOK) return takeHook(request, response)
    if (path === '/metrics') return showMetrics(request, response)
    if (path.startsWith('/dev/')) return sendPlain(response, 404, 'There is nothing at this address.')
    await pass(response, { url: path })
  }
}
