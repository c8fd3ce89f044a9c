import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Names } from '../../content/rules/names.ts'
import { readFolder } from '../../content/sync/folder.ts'
import type { progressBar } from '../progress.ts'
import { type Answers, draftText, faultsOf } from './draft.ts'
import { type Ask, askFor, missingFields } from './questions.ts'
import { chooseSlug } from './slug.ts'
import { zonedIso } from './zoned.ts'

/** Why no article was started; the message is for the person who wanted one. */
export class Refusal extends Error {
  override name = 'Refusal'
}

export interface Order {
  readonly given: Answers
  readonly slug: string | undefined
  readonly contentDir: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Whoever wants the article: `ask` is null when nobody is there to answer. */
export interface Person {
  readonly ask: Ask | null
  readonly say: (line: string) => void
  readonly bar: ReturnType<typeof progressBar>
}

export interface Started {
  /** Path in the content folder. */
  readonly file: string
  readonly address: string
}

/**
 * Writes the draft of a new article into a content folder, in the folder of its year and month in the publication's zone.
 * @throws {Refusal} when something is missing or wrong; then nothing has been written
 * @throws {FolderError} when there is no content folder
 */
export async function startArticle({ given, slug, contentDir, now }: Order, person: Person): Promise<Started> {
  const { ask, say, bar } = person
  const missing = missingFields(given)
  if (missing.length > 0 && ask === null) {
    const flags = missing.map((field) => (field === 'authors' ? '--authors (or --edition)' : `--${field}`))
    throw new Refusal(`Missing: ${flags.join(', ')}`)
  }
  const { names, timeZone } = await readFolder(contentDir, now, bar.update).finally(bar.end)
  if (timeZone === null) throw new Refusal('site.yaml names no time zone; "npm run check" says why')
  judge(given, names, now, say)
  const answers = missing.length > 0 && ask ? await askFor(given, names, now, ask, say) : given
  const free = await settleSlug(answers.title ?? '', slug, names, person)
  const published = zonedIso(now, timeZone)
  const file = `articles/${published.slice(0, 4)}/${published.slice(5, 7)}/${free}.md`
  await write(path.join(contentDir, file), draftText(answers, published))
  return { file, address: `/${answers.section}/${free}` }
}

/** Says what is wrong with what was given from the start, and goes no further when it is more than a warning. */
function judge(given: Answers, names: Names, now: number, say: Person['say']): void {
  const faults = faultsOf(given, names, now).map(({ fails, field, message }) => {
    return { fails, line: `${fails ? 'error' : 'warning'} --${field}: ${message}` }
  })
  if (faults.some(({ fails }) => fails)) throw new Refusal(faults.map(({ line }) => line).join('\n'))
  for (const { line } of faults) say(line)
}

async function settleSlug(title: string, given: string | undefined, names: Names, { ask, say }: Person) {
  let wanted = given
  for (;;) {
    const chosen = chooseSlug(title, wanted, names.files.articles, { has: (alias) => names.alias(alias) !== undefined })
    if ('slug' in chosen) return chosen.slug
    if (ask === null) throw new Refusal(`error --slug: ${chosen.fault}`)
    say(chosen.fault)
    wanted = (await ask('Slug, the last part of the address: ')).trim() || undefined
  }
}

/** Writes a file that must not be there yet. */
async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Refusal(code === 'EEXIST' ? `${file} is there already` : `${file} cannot be written (${code})`)
  }
}
