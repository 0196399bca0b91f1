// Lists and calls every tool of a running mock with the official client:
//   node tools.mjs URL KEY
// The mock must store objects (kit mock --stateful).
import assert from 'node:assert/strict'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'

const [url, key] = process.argv.slice(2)

async function connect(authorization) {
  const client = new Client({ name: 'core7-ci', version: '1' })
  const headers = authorization ? { Authorization: authorization } : {}
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', url), { requestInit: { headers } }))
  return client
}

const client = await connect(`Bearer ${key}`)
const called = new Set()

/** Calls a tool and returns its object. */
async function call(name, args = {}) {
  const result = await client.callTool({ name, arguments: args })
  assert.equal(result.isError, false, `${name}: ${JSON.stringify(result.content)}`)
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent)
  called.add(name)
  return result.structuredContent
}

const { tools } = await client.listTools()
assert.equal(tools.length, 11)
for (const tool of tools) {
  assert.ok(tool.title && tool.description && tool.inputSchema.type === 'object', tool.name)
  const reads = /-(list|retrieve)$/.test(tool.name)
  assert.equal(tool.annotations.readOnlyHint, reads, tool.name)
  assert.equal(tool.annotations.destructiveHint, tool.name === 'annotation-delete', tool.name)
}

const annotation = await call('annotation-create', { content: 'From an agent', scope: 'project' })
const id = annotation.id
assert.deepEqual(await call('annotation-retrieve', { id }), annotation)
assert.equal((await call('annotations-list', { search: 'From an agent' })).results[0].id, id)
assert.equal((await call('annotations-partial-update', { id, content: 'Changed' })).content, 'Changed')
assert.equal((await call('annotation-delete', { id })).deleted, true)

const cohort = await call('cohorts-create', { name: 'Agents', is_static: true })
assert.equal((await call('cohorts-retrieve', { id: cohort.id })).name, 'Agents')
assert.equal((await call('cohorts-partial-update', { id: cohort.id, name: 'People' })).name, 'People')
assert.ok((await call('cohorts-list', { limit: 5 })).results.some(each => each.id === cohort.id))
const headers = { Authorization: `Bearer ${key}` }
const members = `${url}/api/projects/1/cohorts/${cohort.id}/persons/`
const dynamic = await (await fetch(`${url}/api/projects/1/cohorts/`, { headers })).json()
const persons = []
for (const each of dynamic.results) {
  const page = await (await fetch(`${url}/api/projects/1/cohorts/${each.id}/persons/`, { headers })).json()
  persons.push(...page.results.map(person => person.uuid))
}
assert.ok(persons.length > 0, 'the mock has persons')
await call('cohorts-add-persons-to-static-cohort-partial-update', { id: cohort.id, person_ids: [persons[0]] })
assert.equal((await (await fetch(members, { headers })).json()).results[0].uuid, persons[0])
assert.ok((await call('comments-list')).results.length > 0)
assert.deepEqual([...called].sort(), tools.map(tool => tool.name).sort())

const deleted = await client.callTool({ name: 'annotation-retrieve', arguments: { id } })
assert.equal(deleted.isError, true)
assert.equal(deleted.structuredContent.code, 'not_found')
const stranger = await connect()
assert.equal((await stranger.listTools()).tools.length, 11)
const refused = await stranger.callTool({ name: 'annotations-list', arguments: {} })
assert.equal(refused.structuredContent.code, 'not_authenticated')
await assert.rejects(client.callTool({ name: 'annotations-destroy', arguments: {} }))
console.log(`${called.size} tools listed and called`)
