import { formatTime, type Place } from '#components/text/format.ts'
import { shownAddress } from '#lib/newsletter/address/shown.ts'
import type { Subscriber } from '#lib/newsletter/model.ts'
import { UNTIL_RESUMED } from '#lib/newsletter/signup/pause.ts'
import type { Said } from '#lib/newsletter/signup/said.ts'

/** Until when nothing is sent, in words. @param until the end of the pause, in milliseconds */
export const pauseInWords = (until: number, place: Place): string =>
  until >= UNTIL_RESUMED ? 'until you resume' : `until ${formatTime(until, 'day', place)}`

/** What was just done, in words. @param typed the other address, where it is about one */
export function wordsFor(said: Said, subscriber: Subscriber, typed: string, place: Place): string {
  const count = subscriber.newsletters.length
  switch (said) {
    case 'confirmed':
      return `Thank you. You are signed up: it goes to ${shownAddress(subscriber.address)}, and every issue has a link to this page.`
    case 'chosen':
      return count === 0 ? 'Saved. Nothing is sent to you any more.' : 'Saved. This is what you get from now on.'
    case 'paused':
      return subscriber.pausedUntil === null
        ? 'The pause is over.'
        : `Nothing is sent to you ${pauseInWords(subscriber.pausedUntil, place)}.`
    case 'resumed':
      return 'The pause is over: the next issue comes as usual.'
    case 'address-sent':
      return `We have written to ${typed || 'the new address'} with a link to a button. Press it within 48 hours; until then the old address stays.`
    case 'address-changed':
      return `Thank you. Everything goes to ${shownAddress(subscriber.address)} from now on.`
    case 'address-wrong':
      return 'Nothing was changed: mail could not be sent to that address. Enter one such as name@example.org.'
    case 'address-same':
      return 'Nothing was changed: that is the address you have.'
    case 'limited':
      return 'Nothing was changed: there have been too many requests for that address or from your network. Try again tomorrow.'
    case 'left':
      return 'Nothing is sent to you any more. You can choose again here at any time.'
  }
}
