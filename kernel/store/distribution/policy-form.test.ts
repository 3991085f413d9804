import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withoutSubqueries } from './policy-form.ts'

const HEAD = 'create schema one;\n'
const policy = (using: string) => `${HEAD}\nalter table "loan" enable row level security;
create policy p on "loan" for select to readers using (${using});`
const lastOf = (script: string) => withoutSubqueries(script).at(-1)!

test('what is called once for a statement is called as it stands', () => {
  const text = lastOf(policy(`county = (select kangheng.county()) collate "C" and (select kangheng.sees('loan'))`))
  assert.match(text, /using \(county = kangheng\.county\(\) collate "C" and kangheng\.sees\('loan'\)\)$/)
})

test('rows of another table are looked for by a function, among those of the county', () => {
  const statements = withoutSubqueries(
    policy(`place in (select leaf from place_ancestor where ancestor = (select kangheng.scope_from()))`),
  )
  assert.match(statements.at(-1)!, /using \(kangheng\.place_ancestor_has_leaf_[0-9a-f]{6}\(place, county\)\)$/)
  const made = statements.find((each) => each.startsWith('create or replace function'))!
  assert.match(
    made,
    /from public\."place_ancestor" where county = \$2 and "leaf" = \$1 and \(ancestor = kangheng\.scope_from\(\)\)/,
  )
  assert.ok(statements.indexOf(made) < statements.findIndex((each) => each.startsWith('alter table')))
})

test('two policies that look for the same rows share a function', () => {
  const statements = withoutSubqueries(
    policy(`id in (select household from person) or id in (select household from person)`),
  )
  assert.equal(statements.filter((each) => each.startsWith('create or replace function')).length, 1)
})

test('statements are given one by one, bodies and quoted texts whole', () => {
  const script = `do $$ begin perform 1; perform 2; end $$;\ncreate view v as select ';' as semicolon;`
  assert.deepEqual(withoutSubqueries(`${script}\nalter table "x" enable row level security;`), [
    'do $$ begin perform 1; perform 2; end $$',
    `create view v as select ';' as semicolon`,
    'alter table "x" enable row level security',
  ])
})

test('a subquery of another kind is refused, not passed on', () => {
  assert.throws(
    () => withoutSubqueries(policy('exists (select 1 from person where id = borrower)')),
    /keeps a subquery/,
  )
  assert.throws(() => withoutSubqueries(policy('id in (select household from person join other on true)')), /not known/)
})
