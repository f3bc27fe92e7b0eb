/** Queries that would break a careless search, each with what it is; the tests of the page and of the dialog ask them all. */
export const hostileQueries: readonly (readonly [what: string, query: string])[] = [
  ['markup', '<img src=x onerror=alert(1)>'],
  ['a name from every object', '__proto__'],
  ['a trap for regular expressions', '(a+)+$'],
  ['10,000 characters', 'x '.repeat(5000)],
]
