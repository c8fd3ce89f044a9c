import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

// A mail server in a process of its own, which forgets what it takes but for a count: asked by a message, it tells how
// many it took, and how many of them for an address that it had taken one for.
const addresses = new Set<string>()
let taken = 0
const server = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  disableReverseLookup: true,
  logger: false,
  onData: (stream, { envelope }, done) => {
    stream.resume().on('end', () => {
      taken++
      addresses.add(envelope.rcptTo[0]?.address ?? '')
      done()
    })
  },
})
await once(server.listen(0, '127.0.0.1'), 'listening')
process.on('message', () => {
  process.send?.({ taken, twice: taken - addresses.size })
  taken = 0
  addresses.clear()
})
process.send?.({ port: (server.server.address() as AddressInfo).port })
