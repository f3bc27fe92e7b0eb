import { planted } from '../specimen.ts'
import { type Attack, family } from './attack.ts'
import { unseen } from './unseen.ts'

const hidden = [
  '\u202E',
  '\u202D',
  '\u2066',
  '\u2069',
  '\u200B',
  '\u200C',
  '\u200D',
  '\u200E',
  '\u200F',
  '\u2060',
  '\u00AD',
  '\u061C',
  '\u2028',
  '\u2029',
  '\u0000',
  '\u0007',
  '\u001B[31m',
  '\u007F',
  '\u0085',
  '\u{E0041}',
  '\uE000',
  '\uFFFD',
  '\uFEFF',
  '\u3164',
  '&#x202E;',
  '&#8203;',
  '&zwnj;',
  '\u0430dmin\u0430x',
]

/** Characters that cannot be seen, or are not what they look like. */
export const characterAttacks: readonly Attack[] = [
  ...family(
    'characters in the abstract',
    'characters',
    (text) => planted('We show', `We ${text}x show`),
    hidden,
  ),
  ...family(
    'characters in the title',
    'characters',
    (text) =>
      planted('Steady Preferences', `Steady ${JSON.stringify(text).slice(1, -1)} Preferences`),
    hidden.filter((text) => !text.startsWith('&')).slice(0, 12),
  ),
  ...unseen.map(({ name, source }) => ({
    family: 'characters that hide',
    name,
    source,
    outcome: 'characters' as const,
  })),
]
