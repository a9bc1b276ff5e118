import mermaid from 'mermaid'
import { createCounter } from '../../../shared/base/counter'

/*
 * The page of the process that draws diagrams. It has no way to main, and main ends it when a drawing takes too long:
 * a diagram of a few kilobytes can keep the engine busy for minutes.
 */

const nextId = createCounter()

/** Answers mistakes of the source as values: an error of the engine carries things that cannot leave the page. */
const draw = async (source: string, dark: boolean): Promise<{ svg: string } | { problem: string }> => {
  mermaid.initialize({
    startOnLoad: false,
    securityLevel: 'strict',
    suppressErrorRendering: true,
    htmlLabels: false,
    flowchart: { htmlLabels: false },
    theme: dark ? 'dark' : 'neutral',
    fontFamily: 'system-ui, sans-serif',
  })
  const host = document.createElement('div')
  host.style.width = '900px'
  document.body.append(host)
  try {
    const { svg } = await mermaid.render(`diagram-${nextId()}`, source, host)
    return { svg }
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) }
  } finally {
    host.remove()
  }
}

Object.assign(globalThis, { draw }) // called by main, which knows no other name here
