import { expect, test } from 'vitest'
import { rowsOf, venues } from './fixtures/read-text.ts'
import { newVenueLine, venueName } from './venue-name.ts'

// An entry would have the wrong venue.

const names = rowsOf(`
Advances in Neural Information Processing Systems | 2023 | NeurIPS 2023
NeurIPS'23 | – | NeurIPS 2023
Proceedings of the 40th International Conference on Machine Learning | 2023 | ICML 2023
Findings of the Association for Computational Linguistics: ACL 2023 | 2023 | Findings of ACL 2023
ACL | – | –
Nature Machine Intelligence | 2021 | –
Computational Linguistics | 2023 | –
NAACL2024(findings) | – | –
NeurIPS 2023 Workshop on Instruction Tuning | 2023 | –
ICLR 2024 Workshop on Reliable and Responsible Foundation Models | 2024 | ICLR Workshop on Reliable and Responsible Foundation Models 2024`)

test.each(names)('%s (%s) becomes %s', (text = '', year, name) => {
  expect(venueName(text, venues, year === '–' ? undefined : year) ?? '–').toBe(name)
})

// A curator would have to write the lines for missing venues by hand, or copy invalid YAML.
const lines = rowsOf(`
Journal of Made-Up Results | journal | Journal of Made-Up Results: {name: Journal of Made-Up Results, kind: journal}
Proceedings of the 3rd Conference on Odd: Things, Quite (CoOT 2024) | booktitle | CoOT: {name: "Conference on Odd: Things, Quite", kind: conference}
NeurIPS 2023 Workshop on Odd Things | venue | NeurIPS Workshop on Odd Things: {name: NeurIPS Workshop on Odd Things, kind: workshop}
Science | container-title | Science: {name: Science, kind: journal}
ACL | venue | –`)

test.each(lines)('the line for %s in %s is %s', (text = '', field = '', line) => {
  expect(newVenueLine(text, field, venues) ?? '–').toBe(line)
})
