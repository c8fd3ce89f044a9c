import { foldAddress } from '../address/mail-address.ts'
import type { Letter, Outcome } from '../model.ts'
import { countUp } from './counters.ts'
import { newId } from './ids.ts'
import { applicationById, subscriberById } from './rows.ts'
import type { Engine, Sql } from './sql.ts'

interface LetterRow {
  readonly id: string
  readonly kind: Letter['kind']
  readonly address: string
  readonly application: string | null
  readonly subscriber: string | null
  readonly attempt: number
}

/** Kinds that ask for a confirmation: two at most go out for an application, whoever asks how often. */
const ASKING: ReadonlySet<Letter['kind']> = new Set(['confirm', 'reminder', 'change'])

export type NewLetter = Pick<LetterRow, 'kind' | 'address' | 'application' | 'subscriber'>

/** Puts a letter out, to be sent now. */
export async function putLetter(sql: Sql, { kind, address, application, subscriber }: NewLetter, now: number) {
  await sql.run(
    `INSERT INTO letters (id, kind, address, folded, application, subscriber, state, attempt, made, due, at)
     VALUES ($1, $2, $3, $4, $5, $6, 'waiting', 0, $7, $7, $7)`,
    newId(),
    kind,
    address,
    foldAddress(address),
    application,
    subscriber,
    now,
  )
  if (application === null || !ASKING.has(kind)) return
  await sql.run('UPDATE applications SET mails = mails + 1 WHERE id = $1', application)
}

/** See `Desk.claimLetters`. A letter about an application that was confirmed meanwhile, or is over, has nothing to say. */
export function claimLetters(engine: Engine, limit: number, now: number): Promise<Letter[]> {
  return engine.write(async (sql) => {
    await sql.run(
      `DELETE FROM letters WHERE state = 'waiting' AND due <= $1 AND application IN
         (SELECT id FROM applications WHERE id = letters.application AND (confirmed IS NOT NULL OR expires <= $1))`,
      now,
    )
    const rows = await sql.all<LetterRow>(
      `UPDATE letters SET state = 'handed', attempt = attempt + 1, at = $1
       WHERE id IN (SELECT id FROM letters WHERE state = 'waiting' AND due <= $1 ORDER BY due, id LIMIT $2)
       RETURNING id, kind, address, application, subscriber, attempt`,
      now,
      limit,
    )
    const letters: Letter[] = []
    for (const { id, kind, address, attempt, ...about } of rows) {
      const application = about.application === null ? null : await applicationById(sql, about.application)
      const subscriber = about.subscriber === null ? null : await subscriberById(sql, about.subscriber)
      letters.push({ id, kind, address, application, subscriber, attempt })
    }
    return letters
  })
}

/** See `Desk.recordLetter`. Of what was sent only `known` is kept for a while, for those who decide on the next one. */
export function recordLetter(engine: Engine, id: string, outcome: Outcome, now: number): Promise<void> {
  return engine.write(async (sql) => {
    if (outcome.type === 'later') {
      const again = "UPDATE letters SET state = 'waiting', due = $2, at = $3 WHERE id = $1 AND state = 'handed'"
      await sql.run(again, id, outcome.next, now)
      return
    }
    const isKept = outcome.type === 'failed' ? 0 : 1
    const kept = await sql.run(
      `UPDATE letters SET state = 'sent', at = $2 WHERE id = $1 AND state = 'handed' AND kind = 'known' AND $3 = 1`,
      id,
      now,
      isKept,
    )
    const gone = await sql.run("DELETE FROM letters WHERE id = $1 AND state = 'handed'", id)
    if (kept + gone === 0) return
    if (outcome.type === 'failed') await countUp(sql, engine.each, { bounces: outcome.isBounce ? 1 : 0 })
    else await countUp(sql, engine.each, { [outcome.type]: 1 })
  })
}

/** See `Desk.reclaimLetters`. */
export const reclaimLetters = (engine: Engine, before: number): Promise<number> =>
  engine.write((sql) => sql.run("UPDATE letters SET state = 'waiting' WHERE state = 'handed' AND at < $1", before))
