import { expect, test } from 'vitest'
import { clientAddress, originOf } from './network.ts'

test.for([
  ['203.0.113.7', '203.0.113.7', '203.0.113'],
  ['::ffff:203.0.113.7', '203.0.113.7', '203.0.113'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', '2001:db8:1'],
  ['2001:0DB8:0001:0002::1', '2001:db8:1:2', '2001:db8:1'],
  ['2001:db8::1', '2001:db8:0:0', '2001:db8:0'],
  ['::1', '0:0:0:0', '0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0', 'fe80:0:0'],
  ['1:2:3:4:5:6:7::', '1:2:3:4', '1:2:3'],
  ['reader.example', 'reader.example', 'reader.example'],
  ['', '', ''],
] as const)('%s is the reader %s in the network %s', ([address, reader, network]) => {
  expect(originOf(address)).toEqual({ reader, network })
})

test.for([
  ['203.0.113.7', '203.0.113.7'],
  ['10.9.9.9, 203.0.113.7', '203.0.113.7'],
  ['1.1.1.1,2001:db8::1', '2001:db8::1'],
  ['203.0.113.7:5123', '203.0.113.7'],
  ['[2001:db8::1]:5123', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['203.0.113.7, unknown', '127.0.0.1'],
  ['<script>', '127.0.0.1'],
  ['', '127.0.0.1'],
  [undefined, '127.0.0.1'],
] as const)('of "%s" a proxy is believed in the last, if it is an address', ([forwarded, address]) => {
  expect(clientAddress('127.0.0.1', forwarded)).toBe(address)
})
