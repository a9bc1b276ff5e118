// Loaded into every process of the app by a test: all hosts of the web are one server of this computer. Names are
// looked up and checked as in the shipped app; only where the socket leads is another place.
const dns = require('node:dns')
const net = require('node:net')
const { syncBuiltinESMExports } = require('node:module')

const port = Number(process.env.PRETENDED_WEB)
const isPretended = (host) => typeof host === 'string' && /\.(?:net|org|dev)$/.test(host)

const { lookup } = dns
dns.lookup = (name, options, answer) => {
  if (!isPretended(name)) return lookup(name, options, answer)
  if (name.startsWith('unknown'))
    return answer(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }))
  return answer(null, [{ address: '93.184.216.34', family: 4 }])
}

const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function connectHere(...args) {
  const [first] = Array.isArray(args[0]) ? args[0] : args
  if (!isPretended(first?.host)) return connect.apply(this, args)
  this.connecting = true
  first.lookup(first.host, { all: true }, (error) => {
    if (error) this.destroy(error)
    else connect.call(this, { host: '127.0.0.1', port })
  })
  return this
}
syncBuiltinESMExports()
