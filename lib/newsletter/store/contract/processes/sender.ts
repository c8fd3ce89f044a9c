import { writeSync } from 'node:fs'
import { openRepository } from '../../open.ts'
import { NOW } from '../kept.ts'

/**
 * A process that goes on with the issue of the day: prints `handed` for each recipient when a mail would go out, and
 * `recorded` when what became of it is kept. It is killed right after a line, by number, as by an operator or for want of
 * memory; `done` says that it was not.
 */
const [file = '', end] = process.argv.slice(2)
let said = 0
const repository = await openRepository({ file, databaseUrl: null })
const issue = await repository.issues.byDate('morning', '2026-11-23')
if (issue === null) throw new Error('There is no issue.')
await repository.issues.reconcile(issue.id, Number.MAX_SAFE_INTEGER)
for (;;) {
  const deliveries = await repository.issues.claim(issue.id, 10, NOW)
  if (deliveries.length === 0) break
  for (const { subscriber } of deliveries) say(`handed ${subscriber}`)
  const outcome = { type: 'sent', reply: '250' } as const
  const outcomes = deliveries.map((delivery) => ({ delivery, outcome }))
  await repository.issues.record(outcomes, { now: NOW, bounceLimit: 3 })
  for (const { subscriber } of deliveries) say(`recorded ${subscriber}`)
}
await repository.issues.finish(issue.id, NOW)
await repository.close()
say('done')

function say(line: string): void {
  writeSync(1, `${line}\n`)
  said += 1
  if (said === Number(end)) process.kill(process.pid, 'SIGKILL')
}
