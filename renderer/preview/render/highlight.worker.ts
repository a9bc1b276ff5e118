import { createCodeHighlighter } from '../../../shared/markdown/code/code-highlighter'
import type { CodeReply, CodeRequest } from './render-messages'

const highlighter = createCodeHighlighter()

const answer = async (port: MessagePort, { id, code, language }: CodeRequest): Promise<void> => {
  const known = await highlighter.load(language)
  const reply: CodeReply = { id, html: known ? highlighter.highlight(code, language) : null }
  port.postMessage(reply)
}

// One at a time, the newest first, since that is the code being edited.
const serve = (port: MessagePort): void => {
  const waiting: CodeRequest[] = []
  let busy = false
  const work = async (): Promise<void> => {
    busy = true
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      await answer(port, next)
      await new Promise((done) => setTimeout(done)) // lets newer requests arrive
    }
    busy = false
  }
  port.onmessage = ({ data }: MessageEvent<CodeRequest>) => {
    waiting.push(data)
    if (!busy) void work()
  }
}

self.onmessage = ({ data }: MessageEvent<{ readonly port: MessagePort }>) => serve(data.port)
