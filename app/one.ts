/** A parameter of an address; '' where it is missing. One that is repeated comes as what opens nothing. */
export const one = (value: string | string[] | undefined): string => (value === undefined ? '' : String(value))
