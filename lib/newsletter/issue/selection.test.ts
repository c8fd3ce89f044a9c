import { expect, test } from 'vitest'
import { aged, compose, DAY, HOUR, MINUTE, morning, SLOT, slugsOf } from '#tests/fixtures/composing.ts'
import { sentIssue } from '#tests/fixtures/issues.ts'
import { counting } from '#tests/fixtures/readership.ts'
import { runningSite, WRITING } from '#tests/fixtures/running.ts'

test('of the versions of a story for several editions one is sent', async () => {
  await using site = await runningSite({
    'articles/a.md': aged(2 * HOUR),
    'articles/a-uk.md': aged(HOUR, { original: 'a', edition: 'uk' }),
    'articles/b.md': aged(3 * HOUR),
  })
  const content = await compose()
  expect(slugsOf(content)).toEqual(['a-uk', 'b'])
  await site.change({ 'articles/a-us.md': aged(MINUTE, { original: 'a', edition: 'us' }) })
  expect(await compose([sentIssue(content, '2025-12-29')], SLOT.at)).toBeNull()
})

test.each([
  ['{ sections: [science] }', ['s']],
  ['{ sections: [science, world] }', ['w', 's', 'e', 'o']],
  ['{ topics: [moon, sea] }', ['w', 's']],
  ['{ topics: [moon, sea], sections: [world] }', ['w']],
  ['{ kinds: [explainer, opinion] }', ['e', 'o']],
  ['{ editions: [uk] }', ['w', 's', 'e']],
  ['{ editions: [uk, us], kinds: [news, opinion] }', ['w', 's', 'o']],
  ['{ limit: 2 }', ['w', 's']],
])('a selection of %s takes these stories only', async (selection, taken) => {
  await using _ = await runningSite({
    ...morning(selection),
    'articles/w.md': aged(HOUR, { topics: '[moon]' }),
    'articles/s.md': aged(2 * HOUR, { section: 'science', topics: '[sea, moon]' }),
    'articles/e.md': aged(3 * HOUR, { kind: 'explainer', edition: 'uk' }),
    'articles/o.md': aged(4 * HOUR, { kind: 'opinion', edition: 'us' }),
  })
  expect(slugsOf(await compose())).toEqual(taken)
})

test('what readers may not see is not sent, not even while writing', async () => {
  const withdrawn = { status: 'withdrawn', withdrawn: '{ date: 2025-12-29T09:00:00Z, reason: It was made up. }' }
  const parts = {
    'articles/a.md': aged(HOUR),
    'articles/b.md': aged(HOUR, { status: 'draft' }),
    'articles/c.md': aged(HOUR, withdrawn),
  }
  await using _ = await runningSite(parts, WRITING)
  expect(slugsOf(await compose())).toEqual(['a'])
})

test('an issue led by the front goes by the front, then by time', async () => {
  await using _ = await runningSite({
    ...morning('{ order: front, sections: [world], limit: 4 }'),
    'fronts/home.yaml': 'lead: c\nsecond: [elsewhere, d, old]\n',
    'articles/a.md': aged(HOUR),
    'articles/b.md': aged(2 * HOUR),
    'articles/c.md': aged(3 * HOUR),
    'articles/d.md': aged(4 * HOUR),
    'articles/e.md': aged(5 * HOUR),
    'articles/old.md': aged(9 * DAY),
    'articles/elsewhere.md': aged(HOUR, { section: 'science' }),
  })
  expect(slugsOf(await compose())).toEqual(['c', 'd', 'a', 'b'])
})

test('an issue for one edition goes by the front of that edition', async () => {
  await using _ = await runningSite({
    ...morning('{ order: front, editions: [uk] }'),
    'fronts/home.yaml': 'lead: a\n',
    'fronts/uk.yaml': 'lead: b\n',
    'articles/a.md': aged(HOUR),
    'articles/b.md': aged(2 * HOUR),
    'articles/c.md': aged(MINUTE),
  })
  expect(slugsOf(await compose())).toEqual(['b', 'c', 'a'])
})

test('an issue of the most read goes by what is read, and by time where nothing is counted', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const stories = names.map((name, nth) => [`articles/${name}.md`, aged((nth + 1) * HOUR)] as const)
  await using _ = await runningSite({ ...morning('{ order: most-read, limit: 4 }'), ...Object.fromEntries(stories) })
  expect(slugsOf(await compose())).toEqual(['a', 'b', 'c', 'd'])
  await using counted = await counting()
  counted.read({ f: 9, d: 7, station: 20, b: 5, e: 3 }, SLOT.at)
  expect(slugsOf(await compose())).toEqual(['f', 'd', 'b', 'e'])
})
