import { currentReading } from '../../content/catalog/reading.ts'

/** Tells the server around the page that what its address opened is there no more, to be answered with 410. */
export const markGone = (): void => currentReading()?.markGone()
