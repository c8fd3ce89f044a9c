import type { Issue } from '../../newsletter/model.ts'
import type { Repository } from '../../newsletter/store/repository.ts'
import { type Answer, type Context, many } from './context.ts'
import { asData, inWords } from './send.ts'

/**
 * Stops what is being sent of a newsletter, whichever process sends it: nobody else is taken on from the moment that this
 * returns. Those who are with the mail server get theirs. It asks nothing of the content folder, which may be what is wrong.
 */
export async function stop(newsletter: string, { repository, settings, now }: Context): Promise<Answer> {
  const stopped = await repository.issues.stop(newsletter, now)
  if (stopped.length === 0) return none(newsletter, 'is being sent')
  const end = `${many(settings.mailConnections, 'mail')} at most may still be on their way. It goes on with: npm run newsletter -- resume ${newsletter}`
  return told(stopped, repository, end)
}

/** Lets what was stopped go on: a running site does so within seconds. */
export async function resume(newsletter: string, { repository }: Context): Promise<Answer> {
  const freed = await repository.issues.resume(newsletter)
  if (freed.length === 0) return none(newsletter, 'was stopped')
  const end = `A running site goes on with it within seconds; without one: npm run newsletter -- send ${newsletter}`
  return told(freed, repository, end)
}

const none = (newsletter: string, what: string): Answer => {
  const refused = `No issue of ${newsletter} ${what}. See: npm run newsletter -- status`
  return { text: refused, data: { newsletter, refused }, code: 1 }
}

async function told(issues: readonly Issue[], repository: Pick<Repository, 'issues'>, end: string): Promise<Answer> {
  const found = await Promise.all(
    issues.map(async (issue) => ({ issue, counts: await repository.issues.progress(issue.id) })),
  )
  const lines = found.map(
    ({ issue, counts }) => `The issue of ${issue.newsletter} for ${issue.date}: ${inWords(issue, counts)}.`,
  )
  const data = found.map(({ issue: { newsletter, date, state }, counts }) => {
    return { newsletter, date, state, counts: asData(counts) }
  })
  return { text: [...lines, end].join('\n'), data, code: 0 }
}
