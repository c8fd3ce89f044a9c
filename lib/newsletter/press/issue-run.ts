import type { Log } from '../../content/sync/log.ts'
import type { Issue } from '../model.ts'
import { sendIssue } from '../post/send-issue.ts'
import type { Transport } from '../post/transport.ts'
import type { NewsletterSettings } from '../settings.ts'
import type { NewIssue, Repository } from '../store/repository.ts'
import type { Links } from '../tokens/links.ts'
import type { Imprint } from './imprint.ts'
import { leaseOf, underLease } from './lease.ts'
import type { IssueJob, Result } from './messages.ts'

/** What sending needs. */
export interface SendingParts {
  readonly repository: Repository
  readonly transport: Transport
  readonly links: Links
  readonly settings: NewsletterSettings
  readonly log: Log
  /** Names this process, for leases. */
  readonly holder: string
  /** Finishes what is in flight and stops. */
  readonly signal: AbortSignal
  /** Told when an issue has been made. */
  readonly onMade: (newsletter: string) => void
  readonly onTrouble: (line: string | null) => void
  readonly onProgress?: Parameters<typeof sendIssue>[1]['onProgress']
}

/** Makes an issue if it is not there yet, and sends it to those who wait for it, as the only process that does. */
export async function runIssue(
  { newsletter, date, made }: IssueJob,
  imprint: Imprint,
  parts: SendingParts,
): Promise<Result> {
  const { repository, holder, log } = parts
  const holding = { leases: repository.leases, name: leaseOf({ newsletter, date }), holder, log, signal: parts.signal }
  const result = await underLease(holding, async (signal): Promise<Result> => {
    const issue = made === null ? await repository.issues.byDate(newsletter, date) : await make(made, parts)
    if (issue?.state !== 'sending') return 'over'
    return sendIssue(issue, { ...parts, publication: imprint, now: () => Date.now(), signal })
  })
  return result ?? 'busy'
}

/** @returns null when another process was first */
async function make(made: NewIssue, { repository, log, onMade }: SendingParts): Promise<Issue | null> {
  const issue = await repository.issues.create(made)
  if (issue === null) return null
  const stories = issue.content?.stories.length ?? 0
  log.info(`newsletter: the issue of ${made.newsletter} for ${made.date} is made, with ${stories} stories.`)
  onMade(made.newsletter)
  return issue
}
