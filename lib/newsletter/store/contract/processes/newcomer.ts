import { openRepository } from '../../open.ts'
import { application, NOW, newIssue, welcome } from '../kept.ts'

/**
 * A process that opens a store at the same moment as others, which may have to be made first; has three readers sign up
 * and confirm; makes the issue of the day or finds it made; and takes on who it can. Prints whom.
 */
const [file = '', name = ''] = process.argv.slice(2)
const { desk, issues, close } = await opened()
for (let at = 0; at < 3; at += 1) await desk.apply(application(`${name}-${at}@example.org`))
await desk.settle(NOW, welcome)
for (let letters = await desk.claimLetters(3, NOW); letters.length > 0; letters = await desk.claimLetters(3, NOW)) {
  for (const { id, application: about } of letters) {
    await desk.confirm(about?.id ?? '', NOW)
    await desk.recordLetter(id, { type: 'sent', reply: '250' }, NOW)
  }
}
await issues.create(newIssue())
const issue = await issues.byDate('morning', '2026-11-23')
for (let taken = await issues.claim(issue?.id ?? '', 2, NOW); taken.length > 0; ) {
  for (const { subscriber } of taken) console.log(subscriber)
  taken = await issues.claim(issue?.id ?? '', 2, NOW)
}
await close()

async function opened() {
  const repository = await openRepository({ file, databaseUrl: null })
  return { desk: repository.desk, issues: repository.issues, close: () => repository.close() }
}
