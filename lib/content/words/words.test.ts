import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { wordsIn, wordsOf } from './words.ts'

test('words are runs of letters and digits, in lower case and in order', () => {
  expect(wordsOf('The 2nd “Moon-shot”, said O’Brien: don’t!')).toEqual([
    'the',
    '2nd',
    'moon',
    'shot',
    'said',
    'o',
    'brien',
    'don',
    't',
  ])
})

test('accents are folded where readers leave them out, and letters stay that are others', () => {
  expect(wordsOf('Café ÉLYSÉE Łódź Straße Ærø Ødegård naïve İstanbul')).toEqual([
    'cafe',
    'elysee',
    'lodz',
    'strasse',
    'aero',
    'odegard',
    'naive',
    'istanbul',
  ])
  expect(wordsOf('Ελλάδα')).toEqual(['ελλαδα'])
  expect(wordsOf('Чайковский')).toEqual(['чайковский'])
  expect(wordsOf('हिन्दी 한국어')).toEqual(['हिन्दी', '한국어'])
})

test('letters are the same in whichever form of Unicode they are written', () => {
  expect(wordsOf('café'.normalize('NFD'))).toEqual(wordsOf('café'.normalize('NFC')))
  expect(fold('ﬁne')).toBe('fine')
})

test('scripts without spaces are parted into words', () => {
  expect(wordsOf('東京都に住んでいます')).toContain('東京')
  expect(wordsOf('ฉันรักข่าว').length).toBeGreaterThan(1)
})

test('letters above the first plane are letters, halves of them are nothing', () => {
  expect(wordsOf('𝐌oon \ud835 moon 🚀')).toEqual(['moon', 'moon'])
})

test('each word stands where it says, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      let last = 0
      for (const { word, start, end } of wordsIn(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(fold(text.slice(start, end))).toBe(word)
        last = end
      }
    }),
  )
})
