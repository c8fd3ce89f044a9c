import sharp from 'sharp'
import { expect, test } from 'vitest'
import { escapeMarkup, isRightToLeft, type Manner, type SetText, setText } from './text.ts'

const MANNER: Manner = { family: 'serif', size: 40, weight: 500, colour: '#000000' }

async function set(text: string, over: Partial<Manner> = {}): Promise<SetText> {
  const found = await setText(text, { ...MANNER, ...over })
  if (found === null) throw new Error(`nothing was set for ${JSON.stringify(text)}`)
  return found
}

/** How much ink there is in a part of the words, left and right in shares of their width. */
async function ink({ input, width, height }: SetText, left: number, right: number): Promise<number> {
  const part = { left: Math.floor(width * left), top: 0, width: Math.floor(width * (right - left)), height }
  const { channels } = await sharp(await sharp(input).extract(part).png().toBuffer()).stats()
  return channels[3]?.mean ?? 0
}

test.for([
  ['How the paper is made', false],
  ['“ירושלים” today', true],
  ['4.5 الحكومة', true],
  ['Metro ירושלים', false],
  ['1984', false],
] as const)('the first letter tells the direction: %s', ([text, expected]) => {
  expect(isRightToLeft(text)).toBe(expected)
})

test('signs of markup are shown as they are, and what markup cannot hold is left out', () => {
  expect(escapeMarkup('<b>"A" & B</b>\u0000\u0007 \ud800')).toBe('&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;  \ufffd')
})

test('words can hold anything', async () => {
  for (const text of [
    '<span size="900000">x</span>',
    '</span>',
    '&amp;',
    'a\u0000b\ufffe\ud800c',
    '\u202eabc',
    ']]>',
  ]) {
    const { width, height } = await set(text)
    expect(width).toBeLessThan(600)
    expect(height).toBeLessThan(60)
  }
})

test('where there is nothing to see, nothing is set', async () => {
  for (const text of ['', ' ', '\u200b\u200f', '\u0301']) expect(await setText(text, MANNER)).toBeNull()
})

test('a Hebrew word begins at the right', async () => {
  // A narrow letter first, then a wide one with more ink: the ink is on the left.
  const word = await set('יש')
  expect(await ink(word, 0, 0.5)).toBeGreaterThan(await ink(word, 0.6, 1))
})

test('Arabic letters join', async () => {
  const alone = await Promise.all(['س', 'ل', 'م'].map((letter) => set(letter)))
  const joined = await set('سلم')
  expect(joined.width).toBeLessThan(0.85 * alone.reduce((sum, { width }) => sum + width, 0))
  expect((await set('سلم', { tracking: 5 })).width).toBe(joined.width)
  expect((await set('slm', { tracking: 5 })).width).toBeGreaterThan((await set('slm')).width)
})
