import { expect, test } from 'vitest'
import { Lexicon, type Parts } from './lexicon.ts'
import { stemmerFor } from './stems.ts'

const lexicon = () => new Lexicon(stemmerFor('en'))
const parts = (over: Partial<Parts>): Parts => ({ headline: '', dek: '', body: '', names: '', ...over })

function uses(over: Partial<Parts>, taker = lexicon()) {
  const bySem = new Map(taker.take(parts(over)).uses.map((use) => [use.stem, use]))
  return (stem: string) => bySem.get(stem)
}

test('each part keeps its stems in order', () => {
  const { stems } = lexicon().take({
    headline: 'Moons rise',
    dek: 'Rising.',
    body: 'The moon rises, again.',
    names: 'Amy March',
  })
  expect(Object.values(stems).map((part) => part.trim())).toEqual([
    'moon rise',
    'rise',
    'the moon rise again',
    'ami march',
  ])
})

test('how often a stem is used is counted by part, in any of its forms', () => {
  const of = uses({ headline: 'Moon', dek: 'Moons.', body: 'A moon, two moons.', names: 'Moon' })
  expect(of('moon')).toMatchObject({ headline: 1, dek: 1, body: 2 })
})

test('a word of the names alone has no use in the text', () => {
  expect(uses({ names: 'Amy' })('ami')).toMatchObject({ headline: 0, dek: 0, body: 0 })
})

test('a capital counts where no sentence begins', () => {
  const of = uses({ headline: 'Big News', body: 'Then Ada came. “Ada went,” said Bo.\n\nCy saw Élan. Stop' })
  const capitals = (stem: string) => [of(stem)?.capital, of(stem)?.small]
  expect(['ada', 'bo', 'cy', 'elan', 'came', 'new'].map(capitals)).toEqual([
    [1, 0],
    [1, 0],
    [0, 0],
    [1, 0],
    [0, 1],
    [0, 0],
  ])
})

test('one text has nothing of the one before', () => {
  const taker = lexicon()
  uses({ headline: 'Moon and tide', body: 'Moon' }, taker)
  const of = uses({ body: 'The Moon' }, taker)
  expect([of('moon')?.headline, of('moon')?.body, of('tide')]).toEqual([0, 1, undefined])
})

test('a spelling is told when it is met first, folded', () => {
  const taker = lexicon()
  expect(taker.take(parts({ body: 'Cafés, café' })).spellings).toEqual([
    ['cafes', 'cafe'],
    ['cafe', 'cafe'],
  ])
  expect(taker.take(parts({ body: 'café' })).spellings).toEqual([])
})
