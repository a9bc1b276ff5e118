import './count-up'
import '../../electron/posts/save-worker'
