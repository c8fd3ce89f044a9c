import { Counter, Gauge, type Registry } from 'prom-client'

/** What became of newsletters since they began to be kept; numbers of nobody's. */
export interface NewsletterFigures {
  readonly signups: number
  readonly confirmations: number
  readonly unsubscriptions: number
  readonly sent: number
  readonly bounces: number
  readonly unsure: number
  /** Applications that have come in and letters that have not been sent. */
  readonly waiting: number
  /** When the latest issue of each newsletter was due, in milliseconds since the epoch. */
  readonly latest: ReadonlyMap<string, number>
}

/**
 * Adds the figures of newsletters to those of the site, as soon as there are any: a count that began at zero and jumped
 * to what it is would look like as many mails in a moment. While they cannot be read they stay what they were.
 * @param read the figures; null while nothing was ever kept; throws when they cannot be read
 * @returns what reads them, before each time the site's figures are asked for
 */
export function addNewsletterMetrics(
  registry: Registry,
  read: () => Promise<NewsletterFigures | null>,
): () => Promise<void> {
  let figures: NewsletterFigures | null = null
  let reachable: Gauge | null = null
  return async () => {
    const found = await read().catch(() => undefined)
    if (found === null) return
    reachable ??= new Gauge({
      name: 'broadsheet_newsletter_store_up',
      help: 'Whether subscribers and issues can be read.',
      registers: [registry],
    })
    reachable.set(found === undefined ? 0 : 1)
    if (found === undefined) return
    const isFirst = figures === null
    figures = found
    if (isFirst) register(registry, () => figures ?? found)
  }
}

function register(registry: Registry, figures: () => NewsletterFigures): void {
  const registers = [registry]
  const count = (name: string, help: string, of: (figures: NewsletterFigures) => number) =>
    new Counter({
      name: `broadsheet_newsletter_${name}_total`,
      help,
      registers,
      collect() {
        this.reset()
        this.inc(of(figures()))
      },
    })
  count('signups', 'Sign-ups that were taken.', ({ signups }) => signups)
  count('confirmations', 'Sign-ups that were confirmed.', ({ confirmations }) => confirmations)
  count('unsubscriptions', 'Subscriptions that readers ended.', ({ unsubscriptions }) => unsubscriptions)
  count('mails_sent', 'Mails that the mail server has taken.', ({ sent }) => sent)
  count('bounces', 'Mails that were refused because of their address.', ({ bounces }) => bounces)
  count('mails_unsure', 'Mails of which the mail server did not say what became of them.', ({ unsure }) => unsure)
  new Gauge({
    name: 'broadsheet_newsletter_letters_waiting',
    help: 'Letters to readers about their subscriptions that have not been sent.',
    registers,
    collect() {
      this.set(figures().waiting)
    },
  })
  new Gauge({
    name: 'broadsheet_newsletter_last_issue_timestamp_seconds',
    help: 'When the latest issue that was sent was due.',
    labelNames: ['newsletter'],
    registers,
    collect() {
      this.reset()
      for (const [newsletter, due] of figures().latest) this.set({ newsletter }, due / 1000)
    },
  })
}
