import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureAddress, pictureKey, readPictureRequest } from './request.ts'

const URL = '/_next/image?url=%2Fmedia%2Fa%2520b.jpg%3Fv%3D1&w=640&q=70'

test('an address tells file, version, width and quality', () => {
  expect(readPictureRequest(URL, 'image/avif,image/webp,*/*')).toEqual({
    src: '/media/a b.jpg',
    version: '1',
    width: 640,
    quality: 70,
    type: 'image/avif',
  })
})

test.for([
  ['image/avif,image/webp,image/png,*/*;q=0.8', 'image/avif'],
  ['image/webp,*/*', 'image/webp'],
  ['*/*', ''],
  [undefined, ''],
] as const)('for a browser that takes %s, the type is %j', ([accept, type]) => {
  expect(readPictureRequest(URL, accept)).toMatchObject({ type })
})

test.for([
  ['a width that no page asks for', '/_next/image?url=%2Fmedia%2Fa.jpg&w=641&q=70'],
  ['another quality', '/_next/image?url=%2Fmedia%2Fa.jpg&w=640&q=71'],
  ['two widths', '/_next/image?url=%2Fmedia%2Fa.jpg&w=640&w=640&q=70'],
  ['no file', '/_next/image?w=640&q=70'],
  ['another site', '/_next/image?url=https%3A%2F%2Fevil.example%2Fa.jpg&w=640&q=70'],
  ['another site in short', '/_next/image?url=%2F%2Fevil.example%2Fmedia%2Fa.jpg&w=640&q=70'],
  ['what is no media', '/_next/image?url=%2Fhealthz&w=640&q=70'],
  ['itself', '/_next/image?url=%2F_next%2Fimage%3Furl%3D%252Fmedia%252Fa.jpg&w=640&q=70'],
  ['a malformed path', '/_next/image?url=%2Fmedia%2F%25E0.jpg&w=640&q=70'],
] as const)('%s is refused', ([, url]) => {
  expect(readPictureRequest(url, '*/*')).toEqual({ wrong: expect.any(String) })
})

test('no address is an error', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), fc.string(), (query, accept) => {
      expect(readPictureRequest(`/_next/image?${query}`, accept)).toEqual({ wrong: expect.any(String) })
    }),
  )
})

test('a picture has one address and one key, however it was asked for', () => {
  const other = '/_next/image?q=70&w=0640&url=/media/%61%2520b.jpg?v=1'
  const [one, two] = [URL, other].map((url) => {
    const picture = readPictureRequest(url, '*/*')
    if ('wrong' in picture) throw new Error(picture.wrong)
    return [pictureAddress('/media/a%20b.jpg?v=1', picture), pictureKey('/media/a%20b.jpg?v=1', picture)]
  })
  expect(two).toEqual(one)
  expect(one?.[0]).toBe(URL)
})
