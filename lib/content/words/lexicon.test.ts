import { expect, test } from 'vitest'
import { Lexicon, type Parts } from './lexicon.ts'
import { stemmerFor } from './stems.ts'
import { toBytes, unpackTerms } from './vector.ts'

const lexicon = () => new Lexicon(stemmerFor('en'))
const parts = (over: Partial<Parts>): Parts => ({ headline: '', dek: '', body: '', names: '', ...over })

/** How a text uses each stem that it meets first, as it is packed. */
function uses(over: Partial<Parts>, taker = lexicon()) {
  const { terms, met, first } = taker.take(parts(over))
  const byNumber = new Map(unpackTerms(toBytes(terms)).map(({ id, ...use }) => [id, use]))
  return (stem: string) => byNumber.get(first + met.indexOf(stem))
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
  const names = ['ada', 'bo', 'cy', 'elan', 'came', 'new'].filter((stem) => of(stem)?.name)
  expect(names).toEqual(['ada', 'bo', 'elan'])
})

test('one text has nothing of the one before', () => {
  const taker = lexicon()
  taker.take(parts({ headline: 'Moon and tide', body: 'Moon' }))
  const { terms, met, first } = taker.take(parts({ body: 'The Moon' }))
  expect([met, first]).toEqual([['the'], 3])
  expect(unpackTerms(toBytes(terms))).toEqual([
    { id: 3, name: false, headline: 0, dek: 0, body: 1 },
    { id: 0, name: true, headline: 0, dek: 0, body: 1 },
  ])
})

test('a spelling is told when it is met first, folded', () => {
  const taker = lexicon()
  expect(taker.take(parts({ body: 'Cafés, café' })).spellings).toEqual([
    ['cafes', 'cafe'],
    ['cafe', 'cafe'],
  ])
  expect(taker.take(parts({ body: 'café' })).spellings).toEqual([])
})
