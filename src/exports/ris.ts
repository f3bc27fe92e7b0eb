import { familyFirst, type Person } from '../model/person.ts'
import { issuedParts } from './csl.ts'
import { fieldsOf, type Reference } from './reference.ts'

/**
 * One RIS record, with its abstract and tags; lines end with CR LF, as the format demands.
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
    // With both, a conference prints twice.
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

/** Many records as one file. */
export function risFile(references: readonly Reference[]): string {
  return references.map(risOf).join('\r\n')
}

/** A name in RIS, where commas part family, given names and suffix; a name without parts has none. */
function authorField(name: Person): string {
  return 'literal' in name ? name.literal.replaceAll(',', '') : familyFirst(name)
}
