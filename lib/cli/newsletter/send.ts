import type { NewsletterPlan } from '../../content/queries/newsletters.ts'
import type { Issue } from '../../newsletter/model.ts'
import { openTransport } from '../../newsletter/post/transport.ts'
import { composeAt } from '../../newsletter/press/composing.ts'
import { readImprint, senderAddress } from '../../newsletter/press/imprint.ts'
import { runIssue } from '../../newsletter/press/issue-run.ts'
import type { IssueJob, Result } from '../../newsletter/press/messages.ts'
import { lastSlot, nextSlot, type Slot } from '../../newsletter/schedule/slots.ts'
import type { Progress } from '../../newsletter/store/repository.ts'
import { Links } from '../../newsletter/tokens/links.ts'
import { progressBar } from '../progress.ts'
import { type Answer, type Context, many, momentIn, planOf } from './context.ts'

export interface SendOptions {
  /** Says what would be sent, and changes nothing. */
  readonly dryRun: boolean
  /** Takes the next slot instead of the last one. */
  readonly early: boolean
  /** Sends again to those of whom nobody knows whether they got it. */
  readonly unsure: boolean
}

/** Makes and sends the issue of a newsletter that is due, or goes on with it. */
export async function send(newsletter: string, options: SendOptions, context: Context): Promise<Answer> {
  const { repository, now } = context
  const plan = await planOf(newsletter)
  const slot = (options.early ? nextSlot : lastSlot)(plan.schedule, plan.timeZone, now)
  const there = await repository.issues.byDate(newsletter, slot.date)
  if (there !== null) return goOn(there, plan, options, context)
  if (options.unsure) return refusal(`There is no issue of ${newsletter} for ${slot.date} to send again.`, slot)
  const made = await composeAt(newsletter, slot, repository.issues, now)
  const { content } = made
  if (content === null) return refusal(`Nothing is new for ${newsletter}: there is no issue to send.`, slot)
  if (options.dryRun) {
    const readers = (await repository.subscribers.counts(now)).get(newsletter) ?? 0
    const lines = content.stories.map(({ headline, href }) => `  ${headline} (${href})`)
    const told = content.corrections.map(({ headline, kind }) => `  ${kind}: ${headline}`)
    const text = `The issue of ${newsletter} for ${slot.date}, “${content.subject}”, would go to ${many(readers, 'reader')}:`
    const stories = content.stories.map(({ slug }) => slug)
    const data = { newsletter, date: slot.date, subject: content.subject, readers, stories }
    return { text: [text, ...lines, ...told].join('\n'), data, code: 0 }
  }
  return deliver({ newsletter, date: slot.date, made }, plan, context)
}

async function goOn(there: Issue, plan: NewsletterPlan, options: SendOptions, context: Context): Promise<Answer> {
  const { newsletter, date, state } = there
  const { issues } = context.repository
  const counts = await issues.progress(there.id)
  if (options.dryRun)
    return {
      text: `The issue of ${newsletter} for ${date} is there: ${inWords(there, counts)}.`,
      data: { newsletter, date, state, counts: asData(counts) },
      code: 0,
    }
  if (state === 'stopped') {
    const again = `It goes on with: npm run newsletter -- resume ${newsletter}`
    return refusal(`The issue of ${newsletter} for ${date} is there: ${inWords(there, counts)}. ${again}`, there)
  }
  if (options.unsure) {
    const again = await issues.retryUnsure(there.id)
    if (again === 0) return refusal(`Of the issue of ${newsletter} for ${date} nobody is unsure.`, there)
    context.log.info(`${many(again, 'mail')} may arrive for a second time.`)
  } else if (state !== 'sending') {
    const next = 'Nothing is sent twice; with --early the next one is sent now.'
    return refusal(`The issue of ${newsletter} for ${date} is there already: ${inWords(there, counts)}. ${next}`, there)
  }
  return deliver({ newsletter, date, made: null }, plan, context)
}

const refusal = (text: string, { date }: Pick<Slot, 'date'>): Answer => ({
  text,
  data: { date, refused: text },
  code: 1,
})

async function deliver(job: IssueJob, plan: NewsletterPlan, context: Context): Promise<Answer> {
  const { newsletter } = job
  const { repository, settings, key, log, signal } = context
  const imprint = await readImprint()
  const transport = openTransport(settings, senderAddress(settings, imprint.url), log)
  const bar = progressBar(`Sending ${newsletter}`, process.stderr)
  const readers = (await repository.subscribers.counts(context.now)).get(newsletter) ?? 0
  let done = 0
  try {
    const links = new Links(key, imprint.url)
    const parts = {
      repository,
      transport,
      links,
      settings,
      log,
      holder: `command ${process.pid} ${context.now}`,
      signal,
    }
    const result = await runIssue(job, imprint, {
      ...parts,
      onMade: () => {},
      onTrouble: (line) => line !== null && log.warn(line),
      onProgress: () => bar.update(++done, Math.max(done, readers)),
    })
    bar.end()
    return await report(result, job, plan, context)
  } finally {
    bar.end()
    await transport.close()
  }
}

async function report(
  result: Result,
  { newsletter, date }: IssueJob,
  plan: NewsletterPlan,
  { repository }: Context,
): Promise<Answer> {
  const issue = await repository.issues.byDate(newsletter, date)
  if (result === 'busy' || issue === null)
    return refusal(`Another process is sending the issue of ${newsletter} for ${date} now.`, { date })
  const counts = await repository.issues.progress(issue.id)
  const due = await repository.issues.due(issue.id)
  const rest =
    due === null || issue.state === 'stopped'
      ? ''
      : ` The next attempt is due at ${momentIn(due, plan.timeZone)}: a running site makes it, or this command again.`
  const text = `The issue of ${newsletter} for ${date}: ${inWords(issue, counts)}.${rest}`
  return {
    text,
    data: { newsletter, date, state: issue.state, counts: asData(counts) },
    code: issue.state === 'sent' ? 0 : 1,
  }
}

const WORDS = {
  waiting: 'waiting',
  handed: 'on their way',
  sent: 'sent',
  failed: 'failed',
  dropped: 'left out',
  unsure: 'unsure',
}

/** `sent; 12 sent, 1 failed`. */
export const inWords = ({ state }: Pick<Issue, 'state'>, counts: readonly Progress[]): string =>
  [state, counts.map(({ state: one, count }) => `${count} ${WORDS[one]}`).join(', ')]
    .filter((part) => part !== '')
    .join('; ')

export const asData = (counts: readonly Progress[]): Record<string, number> =>
  Object.fromEntries(counts.map(({ state, count }) => [state, count]))
