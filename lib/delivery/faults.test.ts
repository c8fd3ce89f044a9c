import { expect, test } from 'vitest'
import { FAULT_ROUTES, statusOfFault } from './faults.ts'

test('the page that shows a fault has its status', () => {
  expect(statusOfFault(FAULT_ROUTES[404])).toBe(404)
  expect(statusOfFault(FAULT_ROUTES[500])).toBe(500)
  expect(statusOfFault(FAULT_ROUTES[503])).toBe(503)
})

test.for(['/', '/fault/', '/fault?page=1', '/fault/missing/x', '/_not-found', ''])('%s shows no fault', (url) => {
  expect(statusOfFault(url)).toBeNull()
})
