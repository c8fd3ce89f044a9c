import { expect, test } from 'vitest'
import { ArticleStates } from './article-states.ts'
import { Connection } from './connection.ts'
import { openToWrite } from './database.ts'

/** Noon of a day of January 2025. */
const noon = (day: number) => Date.UTC(2025, 0, day, 12)

/** Decides where articles of the section "world" stand on the second of January, on a catalog that has no other one. */
function states({ drafts = false } = {}) {
  const rows = new Connection(openToWrite(':memory:', { root: '/', drafts }).database)
  rows.run("INSERT INTO entries VALUES ('sections', 'world', 'sections/world.md', '{}')")
  const made = new ArticleStates(rows, drafts)
  type Status = 'published' | 'draft' | 'withdrawn'
  type Before = Parameters<typeof made.of>[1]
  return {
    rows,
    made,
    of: (status: Status, day: number, before?: Before, section = 'world') =>
      made.of({ section, status, published: { iso: '', ms: noon(day) } }, before, noon(2)),
    [Symbol.dispose]: () => rows.close(),
  }
}

test('an article stands where it says from its time on, and is scheduled before', () => {
  using at = states()
  expect([at.of('published', 1), at.of('published', 2), at.of('published', 3)]).toEqual([
    'published',
    'published',
    'scheduled',
  ])
  expect([at.of('draft', 3), at.of('withdrawn', 1), at.of('withdrawn', 3)]).toEqual(['draft', 'withdrawn', 'scheduled'])
})

test('while writing, one that is withdrawn before its time says so', () => {
  using at = states({ drafts: true })
  expect(at.of('withdrawn', 3)).toBe('withdrawn')
})

test('what was published stays so when the clock is set back, and waits when an editor puts it off', () => {
  using at = states()
  expect(at.of('published', 5, { state: 'published', published: noon(5) })).toBe('published')
  expect(at.of('published', 4, { state: 'withdrawn', published: noon(5) })).toBe('published')
  expect(at.of('published', 6, { state: 'published', published: noon(5) })).toBe('scheduled')
  expect(at.of('published', 5, { state: 'scheduled', published: noon(5) })).toBe('scheduled')
})

test('without its section an article is homeless, until what is known of sections is forgotten', () => {
  using at = states()
  expect(at.of('published', 1, undefined, 'science')).toBe('homeless')
  at.rows.run("INSERT INTO entries VALUES ('sections', 'science', 'sections/science.md', '{}')")
  expect(at.of('published', 1, undefined, 'science')).toBe('homeless')
  at.made.forget()
  expect(at.of('published', 1, undefined, 'science')).toBe('published')
})
