import { expect, test } from 'vitest'
import { drawable } from './drawable.ts'

/** Assigned to nobody: no font of any machine has it. */
const PRIVATE = '\u{f5a5a}'

test.for([
  'It’s “how a town – and its café – lost €5…”',
  'Łódź, Đà Nẵng, İstanbul',
  'Как Афины потеряли порт · Πώς χάθηκε',
  'ירושלים: (“גדול מדי”) 4.5',
  'الحكومة تقرّ ميزانية (المرحلة الثانية)',
])('the fonts of the site have %s', async (text) => {
  expect(await drawable(text)).toBe(text)
})

test('a sign that no font has is left out, and the rest stays', async () => {
  expect(await drawable(`Boats ${PRIVATE} counted ${PRIVATE}`)).toBe('Boats counted')
  expect(await drawable('Bo\u0378ats')).toBe('Boats')
  expect(await drawable(`Boats ${PRIVATE}, and more`)).toBe('Boats, and more')
  expect(await drawable('Bateaux : et plus')).toBe('Bateaux : et plus')
})

test('what is built of several signs is left out as a whole or not at all', async () => {
  expect(['Boats 👩‍🚀 counted', 'Boats counted']).toContain(await drawable('Boats 👩‍🚀 counted'))
})

test('where letters are missing, nothing is said', async () => {
  // Linear A, for which there is no font on a machine unless somebody put it there.
  expect(['𐘀𐘁 and boats', '']).toContain(await drawable('𐘀𐘁 and boats'))
})
