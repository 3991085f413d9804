import { createHash } from 'node:crypto'

/**
 * Citus refuses policies with subqueries (“Subqueries are not supported in policies on distributed tables”). On one server they are what lets a condition be worked out
 * once for each statement instead of for each row, so that both forms are kept: this one is made of the other.
 */

/** `column in (select other from table where condition)`, the one kind of subquery over a table that policies have. */
const IN_ROWS = /(\w+) in \(select (\w+) from "?(\w+)"?/g
const CALL_ONCE = /\(select (kangheng\.\w+\([^()]*\))\)/g

/** Where the bracket that opens at `open` closes. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1
    else if (text[at] === ')' && (depth -= 1) === 0) return at
  }
  throw new Error(`A bracket of a policy stays open: ${text.slice(open, open + 80)}`)
}

/** A function that says whether a row of a table has this value: it reads rows of the same county, which lie on the same node as the row that is judged. */
function rowFunction(table: string, column: string, condition: string): { name: string; statement: string } {
  const digest = createHash('sha256').update(condition).digest('hex').slice(0, 6)
  const name = `kangheng.${table}_has_${column}_${digest}`
  const where = condition ? ` and (${condition})` : ''
  return {
    name,
    statement: `create or replace function ${name}(value anyelement, of_county text) returns boolean language plpgsql stable
  as $$ begin return exists (select 1 from public."${table}" where county = $2 and "${column}" = $1${where}); end $$;`,
  }
}

/** The statements of a script. Citus hands a node the text that it was given, so that it must be given one statement at a time. */
function statementsOf(script: string): string[] {
  // What stands between $$ or in quotes may hold semicolons.
  const parts = script.match(/(?:\$\$[\s\S]*?\$\$|'[^']*'|[^;])+/g) ?? []
  return parts.map((part) => part.trim()).filter(Boolean)
}

/**
 * The policies without subqueries, behind the functions that they need instead, statement by statement.
 * @throws Error when a subquery is of a kind that is not known here
 */
export function withoutSubqueries(script: string): string[] {
  const functions = new Map<string, string>()
  let text = script.replace(CALL_ONCE, '$1')
  for (IN_ROWS.lastIndex = 0; ;) {
    const found = IN_ROWS.exec(text)
    if (!found) break
    const [head, value, column, table] = found
    const open = found.index + head.indexOf('(')
    const close = closing(text, open)
    const rest = text.slice(found.index + head.length, close).trim()
    if (rest && !rest.startsWith('where ')) throw new Error(`A policy has a subquery that is not known: ${rest}`)
    const { name, statement } = rowFunction(table!, column!, rest.replace(/^where /, ''))
    functions.set(name, statement)
    const call = `${name}(${value}, county)`
    text = text.slice(0, found.index) + call + text.slice(close + 1)
    IN_ROWS.lastIndex = found.index + call.length
  }
  const left = text
    .split('\n')
    .find((line) => /\b(using|with check) \(/.test(line) && /\bselect\b/.test(line.replace(/ for select /, '')))
  if (left) throw new Error(`A policy keeps a subquery: ${left}`)
  // The functions read tables, so that they are made when everything they read is there; policies come after them.
  const at = text.indexOf('\nalter table')
  return statementsOf([text.slice(0, at), ...functions.values(), text.slice(at)].join('\n'))
}
