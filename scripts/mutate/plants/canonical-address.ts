import { arxivIdOf } from '../../../src/model/identifier.ts'
import { withFact, withText } from '../edits.ts'
import type { Plant } from '../plant.ts'

const paper = (what: string, write: (id: string) => string): Plant => ({
  what,
  plant({ file, facts: { paper: address = '' } }) {
    const id = arxivIdOf(address)
    return id ? withText(file, ['paper'], write(id)) : undefined
  },
})
const doi = (what: string, write: (doi: string) => string): Plant => ({
  what,
  plant: ({ file, facts: { doi: bare } }) =>
    bare ? withText(file, ['doi'], write(bare)) : undefined,
})

/** Other forms of an address that has one. */
export const canonicalAddress: readonly Plant[] = [
  paper('PDF', (id) => `https://arxiv.org/pdf/${id}`),
  paper('PDF with its ending', (id) => `https://arxiv.org/pdf/${id}v2.pdf`),
  paper('version', (id) => `https://arxiv.org/abs/${id}v3`),
  paper('`http:`', (id) => `http://arxiv.org/abs/${id}`),
  paper('HTML page', (id) => `https://arxiv.org/html/${id}v1`),
  paper('mirror', (id) => `https://export.arxiv.org/abs/${id}`),
  paper('page of alphaXiv', (id) => `https://www.alphaxiv.org/abs/${id}`),
  paper('page of Hugging Face', (id) => `https://huggingface.co/papers/${id}`),
  paper('DOI of arXiv', (id) => `https://doi.org/10.48550/arXiv.${id}`),
  paper('`arXiv:`', (id) => `arXiv:${id}`),
  paper('bare id', (id) => id),
  doi('DOI as an address', (bare) => `https://doi.org/${bare}`),
  doi('`doi:`', (bare) => `doi:${bare}`),
  {
    what: 'DOI of arXiv as `doi`',
    plant({ file, facts: { paper: address = '' } }) {
      const id = arxivIdOf(address)
      return id ? withFact(file, 'doi', `doi: 10.48550/arXiv.${id}`) : undefined
    },
  },
  doi('no DOI', (bare) => bare.replace(/^10\./, '')),
]
