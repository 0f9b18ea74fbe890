import type { Element, Root } from 'hast'
import { isHiddenElement } from './is-hidden-element.js'

// Below this share of a page's visible text an article is one of many teasers, not the page's content.
const minArticleShare = 0.3

export interface MainContent {
  nodes: (Element | Root)['children']
  /** The whole page, its header included, because nothing marks the content. */
  isWholePage: boolean
}

/** The part of a page that is its content: `<main>`, else its articles when they hold most of the text, else the page. */
export function findMainContent(root: Root): MainContent {
  const mains: Element[] = []
  const articles: Element[] = []
  const visit = (node: Root | Element, isInArticle: boolean) => {
    for (const child of node.children) {
      if (child.type !== 'element' || isHiddenElement(child)) continue
      const isMain = child.tagName === 'main' || child.properties.role === 'main'
      const isArticle = child.tagName === 'article'
      if (isMain) mains.push(child)
      if (isArticle && !isInArticle) articles.push(child)
      visit(child, isInArticle || isArticle)
    }
  }
  visit(root, false)
  const main = mains.find((element) => measureText(element) > 0)
  if (main) return { nodes: [main], isWholePage: false }
  const whole = measureText(root)
  const inArticles = articles.reduce((sum, article) => sum + measureText(article), 0)
  if (inArticles > 0 && inArticles >= whole * minArticleShare) return { nodes: articles, isWholePage: false }
  return { nodes: root.children, isWholePage: true }
}

function measureText(node: Root | Element): number {
  let length = 0
  for (const child of node.children) {
    if (child.type === 'text') length += child.value.trim().length
    else if (child.type === 'element' && !isHiddenElement(child)) length += measureText(child)
  }
  return length
}
