import { setTimeout as sleep } from 'node:timers/promises'
import type { Delivery, Issue, Outcome } from '../model.ts'
import { Gather } from './gather.ts'
import { issueMessages } from './issue-message.ts'
import { MailServerDown } from './line.ts'
import type { PostParts } from './parts.ts'

export interface IssueParts extends PostParts {
  /** Told what became of each mail, as soon as it is known for good. */
  readonly onProgress?: (type: Outcome['type']) => void
}

/** How long a call waits for a mail server that is down, in milliseconds. */
const PATIENCE = 60_000

/**
 * Sends an issue to all who wait for it and are due. Each recipient is recorded before being handed to the mail server,
 * as many at a time as there are connections, and what became of them before the next one is taken on: a process that
 * ends leaves no more than these behind, who are never written to again by themselves. Call it as the only one, under
 * the issue's lease: whoever is still handed over at the start was so by a process that has ended.
 * @returns `sent` when nobody waits any more, and the issue is finished; `later` when others are due later, or the mail
 * server is down, which the next call waits for, up to a minute; `stopped` when `signal` has ended it
 * @throws what the repository throws; those who were being sent to are `unsure` then at the next call
 */
export async function sendIssue(issue: Issue, parts: IssueParts): Promise<'sent' | 'later' | 'stopped'> {
  const { repository, transport, log, now, signal } = parts
  const lost = await repository.issues.reconcile(issue.id, Number.MAX_SAFE_INTEGER)
  if (lost > 0)
    log.warn(
      `newsletter: ${issue.newsletter} of ${issue.date} was being handed over to ${lost === 1 ? 'one recipient' : `${lost} recipients`} when that broke off. Nobody knows whether they got it, and it is not sent to them again.`,
    )
  const down = (transport.retryAt ?? 0) - now()
  if (down > 0) {
    await sleep(Math.min(down, PATIENCE), undefined, { signal }).catch(() => {})
    if (transport.retryAt !== null) return signal.aborted ? 'stopped' : 'later'
  }
  const due = await repository.issues.due(issue.id)
  if (due !== null && due <= now() && !signal.aborted) {
    const end = await sendDue(issue, parts)
    if (end !== null) return end
  }
  if (signal.aborted) return 'stopped'
  if ((await repository.issues.due(issue.id)) !== null) {
    const { newsletter, date } = issue
    if ((await repository.issues.byDate(newsletter, date))?.state === 'stopped')
      log.warn(`newsletter: ${newsletter} of ${date} was stopped by an operator; those who wait do not get it.`)
    return 'later'
  }
  await repository.issues.finish(issue.id, now())
  const progress = await repository.issues.progress(issue.id)
  const counts = progress.map(({ state, count }) => `${count} ${state}`).join(', ')
  log.info(`newsletter: ${issue.newsletter} of ${issue.date} is finished (${counts || 'nobody gets it'}).`)
  return 'sent'
}

/** Sends to all who are due. @returns why it ended before */
async function sendDue(issue: Issue, parts: IssueParts): Promise<'later' | 'stopped' | null> {
  const { repository, transport, settings, signal, now } = parts
  const messageFor = await prepare(issue, parts)
  const workers = settings.mailConnections
  const claims = new Gather<undefined, Delivery | undefined>(workers, ({ length }) =>
    repository.issues.claim(issue.id, length, now()),
  )
  const records = new Gather<{ readonly delivery: Delivery; readonly outcome: Outcome }, undefined>(
    workers,
    async (outcomes) => {
      await repository.issues.record(outcomes, { now: now(), bounceLimit: settings.bounceLimit })
      return []
    },
  )
  let end: 'later' | 'stopped' | null = null
  const released: Delivery[] = []
  const work = async () => {
    while (end === null) {
      if (signal.aborted) end = 'stopped'
      const delivery = end === null ? await claims.add(undefined) : undefined
      if (delivery === undefined) return
      try {
        const { address: to, attempt } = delivery
        const message = messageFor(delivery, now())
        const outcome = await transport.send({ kind: 'issue', to, attempt, message }, signal)
        await records.add({ delivery, outcome })
        parts.onProgress?.(outcome.type)
        if (outcome.type === 'sent') parts.onTrouble?.(null)
      } catch (error) {
        if (!(error instanceof MailServerDown || signal.aborted)) throw error
        released.push(delivery)
        end ??= signal.aborted ? 'stopped' : 'later'
        if (error instanceof MailServerDown) parts.onTrouble?.(error.message)
      }
    }
  }
  const ended = await Promise.allSettled(
    Array.from({ length: workers }, () =>
      work().catch((error) => {
        // The others finish what they have in hand, and take on nobody else.
        end ??= 'stopped'
        throw error
      }),
    ),
  )
  if (released.length > 0) await repository.issues.release(released)
  const failure = ended.find((each) => each.status === 'rejected')
  if (failure !== undefined) throw failure.reason
  return end
}

/** Renders the mail, with what takes long to load, only when there is somebody to get it. */
async function prepare(issue: Issue, { publication, links, transport }: IssueParts) {
  const { content, newsletter, date } = issue
  if (content === null) throw new Error(`The issue of ${newsletter} for ${date} has no content to send.`)
  const { renderIssueMail } = await import('../mail/issue-mail.ts')
  const { url: siteUrl, publisher, address } = publication
  const rendered = await renderIssueMail(content, { siteUrl, newsletter, date, publisher, address })
  return issueMessages(issue, content, rendered, { publication, links, from: transport.from })
}
