const words = (text: string) => text.trim().split(/\s+/)
const each = (names: string, schema: object) =>
  Object.fromEntries(words(names).map((name) => [name, schema]))

const string = { type: 'string' }
const stringOrNumber = { type: ['string', 'number'] }
const loose = { type: ['string', 'number', 'boolean'] }
const closed = (properties: object) => ({
  anyOf: [{ type: 'object', properties, additionalProperties: false }],
})

/**
 * What CSL's published schema for input data, `csl-data.json` of version 1.0, says of an array of items, as JSON Schema.
 * @see https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json
 */
export const cslSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'array',
  items: {
    type: 'object',
    properties: {
      type: {
        type: 'string',
        enum: words(
          `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
          dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case
          legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical
          personal_communication post post-weblog regulation report review review-book software song speech standard
          thesis treaty webpage`,
        ),
      },
      id: stringOrNumber,
      categories: { type: 'array', items: string },
      ...each(
        `author chair collection-editor compiler composer container-author contributor curator director editor
        editorial-director executive-producer guest host interviewer illustrator narrator organizer original-author
        performer producer recipient reviewed-author script-writer series-creator translator`,
        { type: 'array', items: { $ref: '#/definitions/name-variable' } },
      ),
      ...each('accessed available-date event-date issued original-date submitted', {
        $ref: '#/definitions/date-variable',
      }),
      ...each(
        `citation-key language journalAbbreviation shortTitle abstract annote archive archive_collection
        archive_location archive-place authority call-number citation-label collection-title container-title
        container-title-short dimensions division DOI event event-title event-place genre ISBN ISSN jurisdiction
        keyword medium note original-publisher original-publisher-place original-title part-title PMCID PMID publisher
        publisher-place references reviewed-genre reviewed-title scale section source status title title-short URL
        version volume-title volume-title-short year-suffix`,
        string,
      ),
      ...each(
        `chapter-number citation-number collection-number edition first-reference-note-number issue locator number
        number-of-pages number-of-volumes page page-first part printing supplement volume`,
        stringOrNumber,
      ),
      custom: { type: 'object' },
    },
    required: ['type', 'id'],
    additionalProperties: false,
  },
  definitions: {
    'name-variable': closed({
      ...each('family given dropping-particle non-dropping-particle suffix literal', string),
      ...each('comma-suffix static-ordering parse-names', loose),
    }),
    'date-variable': closed({
      'date-parts': {
        type: 'array',
        items: { type: 'array', items: stringOrNumber, minItems: 1, maxItems: 3 },
        minItems: 1,
        maxItems: 2,
      },
      season: stringOrNumber,
      circa: loose,
      ...each('literal raw', string),
    }),
  },
}
