import { familyFirst, type Person } from '../model/person.ts'
import { issuedParts } from './csl.ts'
import { fieldsOf, type Reference } from './reference.ts'

/**
 * Writes a reference as a RIS record, with its abstract and tags. Lines end with CR LF, as the format requires.
 * @see https://github.com/aurimasv/translators/wiki/RIS-Tag-Map
 */
export function risOf({ item, title, publication, types, tagNames }: Reference): string {
  const [year, month = '', day = ''] = issuedParts(item)
  const [firstPage, lastPage] = item.page?.split('-') ?? []
  const fields = fieldsOf({
    TY: types.ris,
    ID: item.id,
    TI: title,
    AU: item.author?.map(authorField),
    // With both, citations would have the conference twice.
    [types.ris === 'CONF' ? 'C3' : 'T2']: publication?.title,
    PY: year,
    DA: year && `${year}/${month}/${day}/`,
    VL: item.volume,
    IS: item.issue,
    SP: firstPage,
    EP: lastPage,
    PB: item.publisher,
    SN: item.number,
    DO: item.DOI,
    UR: item.URL,
    KW: tagNames,
    AB: item.abstract,
  })
  const lines = fields.map(([tag, value]) => `${tag}  - ${value.replace(/\s+/gu, ' ').trim()}\r\n`)
  return `${lines.join('')}ER  - \r\n`
}

/** Writes references as a `.ris` file. */
export function risFile(references: readonly Reference[]): string {
  return references.map(risOf).join('\r\n')
}

/** Writes a name for RIS, in which commas separate family name, given names and suffix. */
function authorField(name: Person): string {
  return 'literal' in name ? name.literal.replaceAll(',', '') : familyFirst(name)
}
