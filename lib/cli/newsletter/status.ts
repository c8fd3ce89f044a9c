import { getNewsletterPlans, type NewsletterPlan } from '../../content/queries/newsletters.ts'
import type { Issue } from '../../newsletter/model.ts'
import { nextSlot } from '../../newsletter/schedule/slots.ts'
import type { Issues } from '../../newsletter/store/repository.ts'
import { type Answer, type Context, many, momentIn } from './context.ts'
import { asData, inWords } from './send.ts'

/** Issues of each newsletter that are shown. */
const SHOWN = 5

/** Says how newsletters stand: who gets them, what was sent, and what is next. */
export async function status({ repository, now }: Context): Promise<Answer> {
  const { issues, subscribers, desk } = repository
  const counts = await subscribers.counts(now)
  const plans = await getNewsletterPlans()
  const found = await Promise.all(plans.map((plan) => ofNewsletter(plan, counts.get(plan.slug) ?? 0, issues, now)))
  const lost = Array.from(counts).filter(([slug]) => !plans.some((plan) => plan.slug === slug))
  const lines = lost.map(([slug, readers]) => `${slug}: ${many(readers, 'reader')}, but no file in newsletters/`)
  const { count: letters } = await desk.backlog()
  const waiting = `${many(letters, 'letter')} waiting`
  const tallies = await repository.tallies()
  const data = { newsletters: found.map(({ data: one }) => one), unknown: Object.fromEntries(lost), letters, tallies }
  return { text: [...found.map(({ text }) => text), ...lines, waiting].join('\n'), data, code: 0 }
}

async function ofNewsletter(
  { slug, title, schedule, timeZone }: NewsletterPlan,
  readers: number,
  issues: Issues,
  now: number,
) {
  const coming = nextSlot(schedule, timeZone, now)
  // It may have been sent early.
  const isMade = (await issues.byDate(slug, coming.date)) !== null
  const next = (isMade ? nextSlot(schedule, timeZone, coming.at) : coming).at
  const head = `${title} (${slug}): ${many(readers, 'reader')}, next issue ${momentIn(next, timeZone)} ${timeZone}`
  const shown = await Promise.all(
    (await latestIssues(slug, issues)).map(async (issue) => ({ issue, counts: await issues.progress(issue.id) })),
  )
  const lines = shown.map(({ issue, counts }) => `  ${issue.date}  ${inWords(issue, counts)}`)
  const data = {
    slug,
    readers,
    next: new Date(next).toISOString(),
    issues: shown.map(({ issue: { date, state, revision }, counts }) => ({ date, state, revision, ...asData(counts) })),
  }
  return { text: [head, ...lines].join('\n'), data }
}

/** Those that were sent, and before them the latest when it was not. */
async function latestIssues(newsletter: string, issues: Issues): Promise<Issue[]> {
  const sent = await issues.list(newsletter, { limit: SHOWN })
  const latest = await issues.latest(newsletter)
  return latest === null || sent.some(({ id }) => id === latest.id) ? sent : [latest, ...sent]
}
