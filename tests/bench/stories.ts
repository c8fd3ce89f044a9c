import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from './client.ts'

/** An article of a corpus. */
export interface StoryFile {
  readonly file: string
  readonly href: string
  readonly words: number
}

/** The newest articles of a corpus, whose folders are named for the months; `count` at most. */
export function newestStories(content: string, count: number): StoryFile[] {
  const articles = path.join(content, 'articles')
  const months = readdirSync(articles).flatMap((year) =>
    readdirSync(path.join(articles, year)).map((month) => path.join(articles, year, month)),
  )
  const found: StoryFile[] = []
  for (const folder of months.sort().reverse()) {
    for (const name of readdirSync(folder).sort()) {
      if (found.length >= count) return found
      if (name.endsWith('.md')) found.push(readStory(path.join(folder, name)))
    }
  }
  return found
}

function readStory(file: string): StoryFile {
  const [, head = '', body = ''] = readFileSync(file, 'utf8').split(/^---$/m, 3)
  const section = /^section: (.+)$/m.exec(head)?.[1]
  return { file, href: `/${section}/${path.basename(file, '.md')}`, words: body.split(/\s+/).length }
}

/** Those of about 1,000 words, as long as a feature is; the nearest to it first. */
export const thousandWords = (stories: readonly StoryFile[], count: number): StoryFile[] =>
  stories.toSorted((a, b) => Math.abs(a.words - 1000) - Math.abs(b.words - 1000)).slice(0, count)

/** Those of the stories that stand on the front. */
export async function onFront(url: string, stories: readonly StoryFile[]): Promise<StoryFile[]> {
  using client = new Client(url)
  const { body } = await client.ask('/')
  const links = new Set(Array.from(body.toString().matchAll(/href="([^"]+)"/g), ([, href]) => href))
  return stories.filter(({ href }) => links.has(href))
}

/** Gives an article another headline, in the way editors' programs save: beside it, then in its place. */
export function retitle(file: string, headline: string): void {
  const unsaved = path.join(path.dirname(file), `.${path.basename(file)}.tmp`)
  writeFileSync(unsaved, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: ${headline}`))
  renameSync(unsaved, file)
}
