import { Reading } from '../../content/catalog/reading.ts'
import { getRevision } from '../../content/queries/revision.ts'
import { composeIssue } from '../issue/compose.ts'
import type { IssueContent } from '../model.ts'
import type { Slot } from '../schedule/slots.ts'
import type { Issues, NewIssue } from '../store/repository.ts'

/** Issues whose stories are not sent again, and are looked at for corrections. */
const LOOKED_BACK = 30

/**
 * What the issue of a slot is, made from one state of the content.
 * @param now milliseconds since the epoch
 * @returns one of state `empty` where there is nothing new to send
 * @throws {ContentNotReady} when there is no content
 */
export async function composeAt(
  newsletter: string,
  slot: Slot,
  issues: Pick<Issues, 'list'>,
  now: number,
): Promise<NewIssue> {
  const previous = await issues.list(newsletter, { limit: LOOKED_BACK })
  const reading = new Reading()
  try {
    return await reading.run(async () => {
      const content: IssueContent | null = await composeIssue(newsletter, slot, previous, now)
      const revision = await getRevision()
      const state = content === null ? 'empty' : 'sending'
      return { newsletter, date: slot.date, slot: slot.at, state, revision, built: now, content }
    })
  } finally {
    reading.end()
  }
}
