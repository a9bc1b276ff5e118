import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { ErrorBoundary } from './app/frame/error-boundary'
import { start } from './app/start'
import './base/look/fonts.css'
import './base/look/tokens.css'
import './base/look/page.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

await start()
createRoot(root).render(
  <ErrorBoundary>
    <App />
  </ErrorBoundary>,
)
