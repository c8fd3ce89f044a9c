import { expect, test } from 'vitest'
import { readPosition } from '#lib/content/position.ts'
import { readBefore } from './paging.ts'

const read = (params: Record<string, string | string[]>) => readBefore(Promise.resolve(params), '/world')

test('without a position it is the first page', async () => {
  expect(await read({})).toBeNull()
})

test('a position is handed on as the address has it', async () => {
  expect(await read({ before: '2022-04-02-091500-a' })).toBe('2022-04-02-091500-a')
})

test('a repeated position is none, and no first page either', async () => {
  const before = await read({ before: ['2022-04-02-091500-a', '2022-04-02-091500-a'] })
  expect(readPosition(String(before))).toBeNull()
  expect(before).not.toBeNull()
})

test.each(['1', '2', 'two', ''])('the number of a page, %j, leads to the list', async (page) => {
  await expect(read({ page, before: '2022-04-02-091500-a' })).rejects.toMatchObject({
    digest: 'NEXT_REDIRECT;replace;/world;308;',
  })
})
