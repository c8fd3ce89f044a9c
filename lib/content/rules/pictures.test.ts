import { expect, test } from 'vitest'
import { checkArticle, checkFolder, markdown, PNG } from '#tests/fixtures/content.ts'

const lead = (src: string) => ({ image: `{ src: ${src}, alt: A dot, credit: Us }` })

test('a picture whose file is missing is an error wherever it stands', async () => {
  const missing = 'error there is no picture "/media/dto.png" (did you mean "/media/dot.png"?) missing-image'
  expect(await checkArticle(lead('/media/dto.png'))).toEqual([`8:15 ${missing}`])
  expect(await checkArticle({}, '![A dot](/media/dto.png "Us")\n')).toEqual([`10:1 ${missing}`])
  expect(await checkArticle({}, ':::figure{src="/media/dto.png" alt="A dot" credit="Us"}\nIt is.\n:::\n')).toEqual([
    `10:1 ${missing}`,
  ])
  expect(await checkArticle({}, 'A <img src="/media/dto.png" alt="A dot"> here.\n')).toContain(`10:3 ${missing}`)
})

test('a picture of an author is looked for too', async () => {
  const amy = markdown({ name: 'Amy March', photo: '{ src: /media/amy.png, alt: Amy }' })
  expect(await checkFolder({ 'authors/amy-march.md': amy })).toEqual([
    'authors/amy-march.md:3:15 error there is no picture "/media/amy.png" missing-image',
  ])
})

test.each(['https://elsewhere.example/a.png', '/about', 'dot.png', '/media/../site.yaml'])(
  'a picture is a file in media/, not %s',
  async (src) => {
    expect(await checkArticle({}, `![A dot](${src} "Us")\n`)).toEqual([
      expect.stringMatching(/^10:1 error there is no picture ".*".* missing-image$/),
    ])
  },
)

test.each([
  ['cut.png', PNG.subarray(0, 10)],
  ['text.jpg', 'text'],
  ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'],
  ['sound.mp3', 'ID3'],
])('%s cannot be shown as a picture', async (name, bytes) => {
  const problem = `error "/media/${name}" cannot be shown: it is no JPEG, PNG, WebP, AVIF or GIF, or it is damaged bad-image`
  const parts = { [`media/${name}`]: bytes }
  expect(await checkArticle(lead(`/media/${name}`), '', parts)).toEqual([`8:15 ${problem}`])
  expect(await checkArticle({}, `![A dot](/media/${name} "Us")\n`, parts)).toEqual([`10:1 ${problem}`])
})

test.each(['![](/media/dot.png "Us")', '![ ](/media/dot.png "Us")', '![][dot]\n\n[dot]: /media/dot.png "Us"'])(
  'a picture needs alt text: %j',
  async (body) => {
    expect(await checkArticle({}, `${body}\n`)).toEqual(['10:1 error the picture has no alt text missing-alt'])
  },
)

test('a picture by reference is checked as any other', async () => {
  expect(await checkArticle({}, '![A dot][dot]\n\n[dot]: /media/dot.png "Us"\n')).toEqual([])
})
