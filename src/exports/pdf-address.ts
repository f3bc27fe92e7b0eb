import { arxivIdOf } from '../model/identifier.ts'

/** The address of a paper's PDF, where its page's address tells it: arXiv, the ACL Anthology and OpenReview. */
export function pdfAddress(paper: string): string | undefined {
  const arxiv = arxivIdOf(paper)
  if (arxiv) return `https://arxiv.org/pdf/${arxiv}`
  if (paper.startsWith('https://aclanthology.org/')) return `${paper.replace(/\/$/, '')}.pdf`
  if (paper.startsWith('https://openreview.net/forum?id=')) return paper.replace('/forum?', '/pdf?')
  return undefined
}
