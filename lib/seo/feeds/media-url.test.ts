import { expect, test } from 'vitest'
import { mediaUrl } from './media-url.ts'

test.each([
  ['/media/a.jpg?v=1x_-', 'https://paper.example/media/a.jpg?v=1x_-'],
  ['/media/a.jpg', 'https://paper.example/media/a.jpg'],
  ['/media/50% off? #1 é.jpg?v=1', 'https://paper.example/media/50%25%20off%3F%20%231%20%C3%A9.jpg?v=1'],
])('the picture %s is at %s', (src, url) => {
  expect(mediaUrl('https://paper.example/world/a', src)).toBe(url)
})
