import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { rangeOf } from '../../content/calendar/period.ts'
import type { NewsletterPlan } from '../../content/queries/newsletters.ts'
import { PREFERENCES, UNSUBSCRIBE } from '../../newsletter/mail/placeholders.ts'
import { composeAt } from '../../newsletter/press/composing.ts'
import { readImprint } from '../../newsletter/press/imprint.ts'
import { lastSlot, nextSlot } from '../../newsletter/schedule/slots.ts'
import type { NewIssue } from '../../newsletter/store/repository.ts'
import { shownFolder } from '../shown.ts'
import { type Answer, type Context, planOf } from './context.ts'

export interface PreviewOptions {
  /** The folder to write to; null for one in the data folder. */
  readonly to: string | null
  /** A day such as `2026-11-23`, to see the issue as it would have been then; null for the next one. */
  readonly on: string | null
}

/** Writes an issue as HTML and text, with links to the site where a reader has their own. Nothing is recorded. */
export async function preview(newsletter: string, { to, on }: PreviewOptions, context: Context): Promise<Answer> {
  const plan = await planOf(newsletter)
  const { date, content } = on === null ? await nextIssue(plan, context) : await issueOn(on, plan)
  if (content === null) {
    const data = { newsletter, date, files: [] }
    return { text: `Nothing is new for ${newsletter}: there would be no issue for ${date}.`, data, code: 1 }
  }
  const { url, publisher, address } = await readImprint()
  const { renderIssueMail } = await import('../../newsletter/mail/issue-mail.ts')
  const mail = await renderIssueMail(content, { siteUrl: url, newsletter, date, publisher, address })
  const folder = path.resolve(to ?? path.join(context.site.dataDir, 'previews'))
  await mkdir(folder, { recursive: true })
  const write = async (end: 'html' | 'txt', text: string) => {
    const file = path.join(folder, `${newsletter}-${date}.${end}`)
    const ofSite = text.replaceAll(PREFERENCES, `${url}/subscribe`).replaceAll(UNSUBSCRIBE, `${url}/unsubscribe`)
    await writeFile(file, ofSite)
    return shownFolder(file, process.cwd())
  }
  const files = [await write('html', mail.html), await write('txt', mail.text)]
  const stories = content.stories.map(({ slug }) => slug)
  const data = { newsletter, date, subject: content.subject, stories, files }
  return { text: [`“${content.subject}”`, ...files].join('\n'), data, code: 0 }
}

const nextIssue = ({ slug, schedule, timeZone }: NewsletterPlan, { repository, now }: Context): Promise<NewIssue> =>
  composeAt(slug, nextSlot(schedule, timeZone, now), repository.issues, now)

/** As if there had been none before. */
function issueOn(day: string, { slug, schedule, timeZone }: NewsletterPlan): Promise<NewIssue> {
  const slot = lastSlot(schedule, timeZone, rangeOf(day, timeZone).end - 1)
  return composeAt(slug, slot, { list: async () => [] }, slot.at)
}
