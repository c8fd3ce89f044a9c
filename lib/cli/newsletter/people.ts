import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { foldAddress } from '../../newsletter/address/mail-address.ts'
import { CsvProblems, readCsv } from '../../newsletter/csv/read.ts'
import { writeCsv } from '../../newsletter/csv/write.ts'
import { backUp } from '../../newsletter/store/backup.ts'
import { type Answer, type Context, many } from './context.ts'

/** Problems of a file that are shown. */
const SHOWN = 20

/** Copies what is kept into a new file, while it is in use. */
export async function backup(file: string, { settings }: Context): Promise<Answer> {
  await backUp(settings, path.resolve(file))
  return { text: `Everything that is kept of newsletters is in ${file}.`, data: { file }, code: 0 }
}

/** Writes subscribers and consents as CSV into a new file, or to standard output. */
export async function exportTo(file: string | null, { repository }: Context): Promise<Answer> {
  const rows = Readable.from(writeCsv(repository.subscribers.all()))
  if (file === null) {
    await pipeline(rows, process.stdout, { end: false })
    return { text: '', data: null, code: 0 }
  }
  // Others on the machine are not to read it, and nothing is overwritten.
  await pipeline(rows, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  return { text: `All subscribers are in ${file}.`, data: { file }, code: 0 }
}

/** Adds the subscribers of a CSV file whose addresses are not known yet: all of them, or none where a line is wrong. */
export async function importFrom(file: string, { repository }: Context): Promise<Answer> {
  try {
    const { added, known } = await repository.subscribers.add(readCsv(createReadStream(file)))
    const text = `${many(added, 'subscriber')} added; ${known} known already and left as they are.`
    return { text, data: { added, known }, code: 0 }
  } catch (error) {
    if (!(error instanceof CsvProblems)) throw error
    const lines = error.problems.slice(0, SHOWN).map(({ line, reason }) => `${file}:${line} ${reason}`)
    const more = error.problems.length - lines.length
    const rest = more > 0 ? [`… and ${many(more, 'line')} more.`] : []
    const text = [...lines, ...rest, 'Nothing was imported.'].join('\n')
    return { text, data: { problems: error.problems }, code: 1 }
  }
}

/** Deletes all that is kept of one person. */
export async function erase(address: string, { repository }: Context): Promise<Answer> {
  const subscriber = await repository.subscribers.byAddress(foldAddress(address))
  if (subscriber === null) return { text: 'Nobody is subscribed with this address.', data: { erased: false }, code: 1 }
  await repository.subscribers.erase(subscriber.id)
  return { text: 'All that was kept of this address is deleted.', data: { erased: true }, code: 0 }
}
