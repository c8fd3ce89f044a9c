import type { Log } from '../../content/sync/log.ts'
import type { NewsletterSettings } from '../settings.ts'
import type { Repository } from '../store/repository.ts'
import type { Links } from '../tokens/links.ts'
import type { Transport } from './transport.ts'

/** What mails say of who sends them. */
export interface Publication {
  readonly name: string
  /** The public address of the site. */
  readonly url: string
  readonly locale: string
  readonly timeZone: string
  readonly publisher: string
  /** Postal. */
  readonly address: string | null
}

/** What sending needs. */
export interface PostParts {
  readonly repository: Repository
  readonly transport: Transport
  readonly links: Links
  readonly publication: Publication
  readonly settings: Pick<NewsletterSettings, 'mailConnections' | 'bounceLimit'>
  readonly log: Log
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Ends what is being done, in a few seconds. */
  readonly signal: AbortSignal
  /** Told why the mail server takes nothing, and null when it does again. */
  readonly onTrouble?: (line: string | null) => void
}
