import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { addNewsletterMetrics, type NewsletterFigures } from './newsletter-metrics.ts'

/** Plain numbers, cheap to count up with every request; read when somebody asks for them. */
export class Counts {
  /** Responses by the first digit of their status. */
  readonly responses = [0, 0, 0, 0, 0, 0]
  renders = 0
  failed = 0
  shed = 0
  overran = 0

  response(status: number): void {
    const digit = Math.trunc(status / 100)
    this.responses[digit] = (this.responses[digit] ?? 0) + 1
  }
}

/** What is read each time the figures are asked for. */
export interface Sources {
  readonly counts: Counts
  readonly cache: {
    readonly counts: { readonly hits: number; readonly misses: number; readonly stale: number }
    readonly bytes: number
    readonly size: number
  }
  /** Renderings that were given up and have not come back. */
  readonly lost: () => number
  /** Published articles. */
  readonly articles: () => Promise<number>
  /** What hub and search engines have been told; without it they are told nothing. */
  readonly announced?: () => readonly Announced[]
  /** What became of newsletters, null while nothing was; without it there are no figures of them. */
  readonly newsletters?: () => Promise<NewsletterFigures | null>
  /** Views of stories; without it they are not counted. */
  readonly views?: { readonly counted: number; readonly leftOut: Readonly<Record<string, number>> }
}

/** Addresses that a target has been told of, those that it never will be, and attempts that failed. */
interface Announced {
  readonly target: string
  readonly told: number
  readonly dropped: number
  readonly failures: number
}

export interface Metrics {
  readonly observeRender: (seconds: number) => void
  readonly observePublish: (seconds: number) => void
  readonly contentType: string
  /** The figures in Prometheus' text form. */
  text(): Promise<string>
}

/**
 * The figures of a running site, in a registry of their own.
 * @see https://prometheus.io/docs/practices/naming/
 */
export function createMetrics({ counts, cache, lost, articles, announced, newsletters, views }: Sources): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const count = (name: string, help: string, read: () => number) =>
    new Counter({
      name: `broadsheet_${name}`,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(read())
      },
    })
  const gauge = (name: string, help: string, read: () => number | Promise<number>) =>
    new Gauge({
      name: `broadsheet_${name}`,
      help,
      registers,
      async collect() {
        this.set(await read())
      },
    })
  new Counter({
    name: 'broadsheet_http_responses_total',
    help: 'Responses, by class of status.',
    labelNames: ['status'],
    registers,
    collect() {
      this.reset()
      for (const [digit, value] of counts.responses.entries()) if (digit > 0) this.inc({ status: `${digit}xx` }, value)
    },
  })
  count('page_cache_hits_total', 'Requests answered from the page cache.', () => cache.counts.hits)
  count('page_cache_misses_total', 'Requests that had to wait for a rendering.', () => cache.counts.misses)
  count('page_cache_stale_total', 'Requests answered with the last good page.', () => cache.counts.stale)
  count('renders_total', 'Renderings begun.', () => counts.renders)
  count('renders_failed_total', 'Renderings that failed or were given up.', () => counts.failed)
  count('renders_overrun_total', 'Renderings given up because they took too long.', () => counts.overran)
  count('requests_shed_total', 'Requests turned away because too many were waiting.', () => counts.shed)
  gauge('page_cache_bytes', 'What the page cache takes of memory.', () => cache.bytes)
  gauge('page_cache_pages', 'Pages in the page cache.', () => cache.size)
  gauge('renders_lost', 'Renderings given up that have not come back.', lost)
  gauge('articles', 'Published articles in the catalog.', articles)
  if (views !== undefined) {
    count('story_views_total', 'Views of stories by readers.', () => views.counted)
    new Counter({
      name: 'broadsheet_story_views_left_out_total',
      help: 'Views of stories that do not count, by reason.',
      labelNames: ['reason'],
      registers,
      collect() {
        this.reset()
        for (const [reason, value] of Object.entries(views.leftOut)) this.inc({ reason }, value)
      },
    })
  }
  if (announced !== undefined) {
    const each = (name: string, help: string, read: (target: Announced) => number) =>
      new Counter({
        name: `broadsheet_announce_${name}`,
        help,
        labelNames: ['target'],
        registers,
        collect() {
          this.reset()
          for (const one of announced()) this.inc({ target: one.target }, read(one))
        },
      })
    each('told_total', 'Changed addresses that a target was told of.', ({ told }) => told)
    each('dropped_total', 'Changed addresses that a target refused, or could not be told of.', ({ dropped }) => dropped)
    each('failures_total', 'Attempts to tell a target that failed.', ({ failures }) => failures)
  }
  const readNewsletters = newsletters && addNewsletterMetrics(registry, newsletters)
  const renders = new Histogram({
    name: 'broadsheet_render_seconds',
    help: 'Time to render a page, without waiting for a turn.',
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const publishes = new Histogram({
    name: 'broadsheet_publish_seconds',
    help: 'Time from a change of a file until the catalog has it.',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  })
  return {
    observeRender: (seconds) => renders.observe(seconds),
    observePublish: (seconds) => publishes.observe(seconds),
    contentType: registry.contentType,
    async text() {
      await readNewsletters?.()
      return registry.metrics()
    },
  }
}

const PROXIED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/

/**
 * Whether the figures may be shown to this client: to one on the same machine that no proxy speaks for, or to whoever
 * brings `METRICS_TOKEN` (`Authorization: Bearer …`). They say how the site is used, which is not everybody's business.
 */
export function maySeeMetrics({ headers, socket }: IncomingMessage, token: string | null): boolean {
  const given = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]
  if (given !== undefined) return token !== null && timingSafeEqual(digest(given), digest(token))
  return LOOPBACK.test(socket.remoteAddress ?? '') && PROXIED.every((name) => headers[name] === undefined)
}

const digest = (text: string) => createHash('sha256').update(text).digest()
