/** English words that only hold a sentence together; a query's meaning is in its other words. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are aren as at be because been before being below between both
  but by can cannot cant could couldn did didnt do does doesnt doing done dont down each either else ever for from
  get gets getting got had has have having he her here hers him his how i if im in into is isnt it its ive just let
  lets many may me might more most much must my neither no nor not of off on once one only onto or other others our
  ours out over own per please same shall she should shouldnt so some such than that thats the their theirs them then
  there these they this those though through thus to too toward towards under until up upon us very via was wasnt we
  were what whats when where whether which while who whom whose why will with within without wont would you your yours`
    .split(/\s+/)
    .filter(Boolean),
)
