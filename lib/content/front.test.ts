import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrangeFront } from './front.ts'

const stories = (count: number, section = 'world') =>
  Array.from({ length: count }, (_, n) => ({ slug: `${section}${n}`, section }))
const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug)

test('with nothing placed, the newest leads and the next ones follow', () => {
  const all = stories(20)
  const front = arrangeFront({ stories: all, lead: null, second: [], sections: ['world'] })
  expect(front.lead).toBe(all[0])
  expect(front.second).toEqual(all.slice(1, 5))
  expect(front.latest).toEqual(all.slice(5, 13))
  expect(front.blocks).toEqual([{ section: 'world', stories: all.slice(13, 17) }])
})

test("what the editor placed stands first, in the editor's order", () => {
  const all = stories(8)
  const [a, b, c] = [all[7], all[5], all[3]]
  const front = arrangeFront({
    stories: all,
    lead: a ?? null,
    second: [b, c].flatMap((story) => story ?? []),
    sections: [],
  })
  expect(front.lead).toBe(a)
  expect(slugs(front.second)).toEqual(['world5', 'world3', 'world0', 'world1'])
})

test('a second tier may be as long as the editor wants', () => {
  const all = stories(12)
  expect(arrangeFront({ stories: all, lead: null, second: all.slice(2, 9), sections: [] }).second).toEqual(
    all.slice(2, 9),
  )
})

test('a section with nothing left has no block', () => {
  const all = [...stories(14), ...stories(1, 'science')]
  const { blocks } = arrangeFront({ stories: all, lead: null, second: [], sections: ['culture', 'science', 'world'] })
  expect(blocks.map(({ section }) => section)).toEqual(['science', 'world'])
})

test('a publication without stories has an empty front', () => {
  expect(arrangeFront({ stories: [], lead: null, second: [], sections: ['world'] })).toEqual({
    lead: null,
    second: [],
    latest: [],
    blocks: [],
  })
})

test('where the editor placed only the second tier, the newest of the others leads', () => {
  const all = stories(6)
  const front = arrangeFront({ stories: all, lead: null, second: all.slice(0, 2), sections: [] })
  expect(front.lead).toBe(all[2])
  expect(slugs(front.second)).toEqual(['world0', 'world1', 'world3', 'world4'])
})

test('where everything is placed in the second tier, the newest leads', () => {
  const all = stories(2)
  const front = arrangeFront({ stories: all, lead: null, second: all.toReversed(), sections: [] })
  expect([front.lead?.slug, slugs(front.second)]).toEqual(['world0', ['world1']])
})

test('a lead that is not among the stories does not stand on the front', () => {
  const stray = { slug: 'stray', section: 'world' }
  const front = arrangeFront({ stories: stories(2), lead: stray, second: [stray], sections: [] })
  expect([front.lead?.slug, slugs(front.second)]).toEqual(['world0', ['world1']])
})

test('no story stands on a front twice, and none of those at hand is passed over for the lead', () => {
  const section = fc.constantFrom('world', 'science', 'culture')
  const story = fc.record({ slug: fc.string({ minLength: 1 }), section })
  const plan = fc.uniqueArray(story, { selector: ({ slug }) => slug, maxLength: 60 }).chain((all) =>
    fc.record({
      stories: fc.constant(all),
      lead: all.length > 0 ? fc.option(fc.constantFrom(...all)) : fc.constant(null),
      second: all.length > 0 ? fc.array(fc.constantFrom(...all)) : fc.constant([]),
      sections: fc.array(section),
    }),
  )
  fc.assert(
    fc.property(plan, (given) => {
      const { lead, second, blocks, latest } = arrangeFront(given)
      const shown = [...(lead ? [lead] : []), ...second, ...latest, ...blocks.flatMap((block) => block.stories)]
      expect(new Set(shown).size).toBe(shown.length)
      expect(lead === null).toBe(given.stories.length === 0)
      expect(shown.every((one) => given.stories.includes(one))).toBe(true)
      expect(blocks.every((block) => block.stories.every((one) => one.section === block.section))).toBe(true)
    }),
  )
})
