import { expect, test } from 'vitest'
import { checkArticle } from '#tests/fixtures/content.ts'

const words = (count: number) => Array.from({ length: count }, (_, n) => `w${n}`).join(' ')

test('a title over 90 characters is warned of', async () => {
  const title = (length: number) => ({ title: 'x'.repeat(length) })
  expect(await checkArticle(title(90))).toEqual([])
  expect(await checkArticle(title(91))).toEqual([
    '2:8 warning the title has 91 characters; over 90, lists and search results cut it off long-title',
  ])
})

test.each(['The station stays up.', '“The Station” stays up', 'So: the station   STAYS up!'])(
  'a dek that says “%s” repeats the title',
  async (dek) => {
    expect(await checkArticle({ dek: `"${dek}"` })).toEqual(['3:6 warning the dek repeats the title repeated-title'])
  },
)

test('a dek may share words with the title', async () => {
  expect(await checkArticle({ dek: 'The station stays where it is' })).toEqual([])
})

test('a published article without an image is warned of, a draft is not', async () => {
  const warning = 'warning a published article without an image no-image'
  expect(await checkArticle({ image: null })).toEqual([`1:1 ${warning}`])
  expect(await checkArticle({ image: '' })).toEqual([`8:1 ${warning}`])
  expect(await checkArticle({ image: null, status: 'draft' })).toEqual([])
})

test('a plain picture without a credit is warned of', async () => {
  expect(await checkArticle({}, 'One.\n\n![A dot](/media/dot.png)\n')).toEqual([
    '12:1 warning the picture has no credit; write it as the title: ![alt](/media/name.jpg "Credit") no-credit',
  ])
  expect(await checkArticle({}, 'One.\n\n![A dot](/media/dot.png "Us")\n')).toEqual([])
  expect(await checkArticle({}, 'One ![A dot](/media/dot.png) in a line.\n')).toEqual([
    '10:5 warning the picture has no credit; write it as the title: ![alt](/media/name.jpg "Credit") no-credit',
  ])
})

test.each([
  ['# One\n', '10:1 warning the headline is the only first-level heading; start with ## heading-level'],
  ['### One\n', '10:1 warning the heading has ### where ## comes next heading-level'],
  ['## One\n\n#### Two\n', '12:1 warning the heading has #### where ### comes next heading-level'],
  ['One\n===\n', '10:1 warning the headline is the only first-level heading; start with ## heading-level'],
  ['> ### One\n', '10:3 warning the heading has ### where ## comes next heading-level'],
])('a heading level that is skipped is warned of: %j', async (body, warning) => {
  expect(await checkArticle({}, body)).toEqual([warning])
})

test('headings may go down step by step and up at once', async () => {
  expect(await checkArticle({}, '## A\n\n### B\n\n#### C\n\n## D\n\n### E\n')).toEqual([])
})

test('a paragraph over 150 words is warned of', async () => {
  expect(await checkArticle({}, `${words(150)}\n\n${words(150)}\n`)).toEqual([])
  expect(await checkArticle({}, `One.\n\n${words(151)}\n`)).toEqual([
    '12:1 warning the paragraph has 151 words; over 150 are hard to read long-paragraph',
  ])
})
