import { addressAttacks } from './addresses.ts'
import type { Attack } from './attack.ts'
import { bombAttacks } from './bombs.ts'
import { characterAttacks } from './characters.ts'
import { codeAttacks } from './code.ts'
import { factAttacks } from './facts.ts'
import { fileNameAttacks } from './file-names.ts'
import { harmlessTexts } from './harmless.ts'

/** Every attack, by family. */
export const attacks: readonly Attack[] = [
  ...codeAttacks,
  ...addressAttacks,
  ...factAttacks,
  ...bombAttacks,
  ...characterAttacks,
  ...fileNameAttacks,
  ...harmlessTexts,
]
