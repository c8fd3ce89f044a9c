import { expect, test } from 'vitest'
import { EVERY_PAGE } from './pages.ts'
import { Reader } from './reader.ts'

test.for(EVERY_PAGE)('nothing on %s is against the policy that it comes with', async ([, address]) => {
  await using reader = await Reader.open()
  const response = await reader.visit(address)
  await reader.page.waitForLoadState('networkidle')
  expect(response.headers()['content-security-policy']).toMatch(
    /^default-src 'none';.*script-src 'self'; style-src 'self'$/,
  )
  expect(reader.complaints).toEqual([])
  // Structured data is a block of data, which no browser runs.
  expect(await reader.page.locator('script:not([type="application/ld+json"])').count()).toBe(0)
})
