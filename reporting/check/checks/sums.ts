import { absolute, compare, rational, subtract, sum } from '@kangheng/kernel/exact/rational.ts'
import { isWholeCount, type Node, type Summary } from '../relate/nodes.ts'
import { findPartGroups, type PartGroup } from '../relate/parts.ts'
import { couldPrint, intervalOf, relativeDifference, sumIntervals } from './precision.ts'
import { inUnitOf, type Outcome, printedText, roundedLike, term } from './report.ts'
import { findSlips, type Slip } from './slips.ts'

/** The score from which a list counts as complete, so that a difference contradicts the text. */
const COMPLETE = 4
/** Parts that add up to more than the whole need less: a partial list can only give less. */
const SUSPICIOUS = 2

/** Sum of parts: the whole must be what its parts add up to; a single part must not exceed the whole. */
export function checkSums(summary: Summary): Outcome[] {
  return findPartGroups(summary).flatMap((group) => {
    const outcome = group.parts.length === 1 ? checkSinglePart(group, summary) : checkGroup(group, summary)
    return outcome === null ? [] : [outcome]
  })
}

const exactly = (parts: readonly Node[]): boolean => parts.every((part) => !part.approximate)
const fits = (whole: Node, parts: readonly Node[]): boolean => couldPrint(whole, sumIntervals(parts.map(intervalOf)))

function checkGroup(group: PartGroup, summary: Summary): Outcome | null {
  for (const whole of group.wholes) {
    if (whole.approximate) continue
    for (let count = group.parts.length; count >= 2; count--) {
      const parts = group.parts.slice(0, count)
      if (exactly(parts) && fits(whole, parts)) return outcomeOf(whole, parts, true, summary)
    }
  }
  const whole = group.wholes[0]
  const parts = naturalList(group)
  if (whole === undefined || whole.approximate || parts.length < 2 || !exactly(parts)) return null
  return contradicts(group, whole, parts) ? outcomeOf(whole, parts, false, summary) : null
}

/** A list ends at the semicolon, when two members stand before it. */
function naturalList(group: PartGroup): Node[] {
  const first = group.parts[0] as Node
  const beforeSemicolon = group.parts.filter((part) => part.segment === first.segment)
  return beforeSemicolon.length >= 2 ? beforeSemicolon : group.parts
}

/**
 * A list that gives less than the whole may simply be partial, so a difference needs signs of completeness besides a slip
 * that would explain it. Parts that give more than the whole need the slip: nested groups (卫技人员210人，高级职称15人)
 * overlap and overshoot by any amount.
 */
function contradicts(group: PartGroup, whole: Node, parts: readonly Node[]): boolean {
  const total = sum(parts.map((part) => part.exact))
  const oneSlip = sumSlips(whole, parts).some((slip) => slip.kind === 'digit' || slip.kind === 'swap')
  const near = relativeDifference(total, whole.exact)
  const isNear = near !== null && compare(near, rational(15n, 100n)) <= 0
  const overfull = compare(total, whole.exact) > 0
  if (group.marker === 'parallel') {
    // nothing but their parallel words says that these are parts
    return oneSlip && isWholeCount(whole) && compare(whole.exact, rational(100n)) >= 0 && (isNear || overfull)
  }
  if (group.marker === 'rest' && !oneSlip && parts.some((part) => compare(part.exact, whole.exact) > 0)) return false
  if (overfull) return group.exhaustive >= 4 || (oneSlip && group.exhaustive + (isNear ? 1 : 0) >= SUSPICIOUS - 1)
  const telling = group.exhaustive >= 2 && isLong(whole)
  return group.exhaustive + (oneSlip ? (telling ? 2 : 1) : 0) >= COMPLETE
}

/** In a long number a single slip rarely explains a difference by chance: 152.36万 has five digits, 1265人 four. */
function isLong(node: Node): boolean {
  const least = isWholeCount(node) ? rational(100n) : rational(1000n, 10n ** BigInt(node.decimals))
  return compare(isWholeCount(node) ? node.exact : node.value, least) >= 0
}

/** Beyond this length a slip somewhere in the list explains nearly any difference. */
const TELLING_LENGTH = 12

function sumSlips(whole: Node, parts: readonly Node[]): Slip[] {
  if (parts.length > TELLING_LENGTH) return []
  return findSlips(
    [whole, ...parts],
    ([changedWhole, ...changedParts]) => changedWhole !== undefined && fits(changedWhole, changedParts),
  )
}

function outcomeOf(whole: Node, parts: readonly Node[], holds: boolean, summary: Summary): Outcome {
  const total = sum(parts.map((part) => part.exact))
  const difference = subtract(total, whole.exact)
  const computed = inUnitOf(whole, total)
  const listed = parts.map((part) => printedText(part, summary))
  return {
    type: 'sum',
    basis: 'direct',
    claim: whole,
    others: parts,
    holds,
    computed,
    formula: parts.map(term).join('+'),
    says: {
      zh: holds
        ? `各部分之和与“${printedText(whole, summary)}”一致。`
        : `各部分（${listed.join('、')}）相加为${computed}${whole.unit}，比“${printedText(whole, summary)}”${difference.n < 0n ? '少' : '多'}${inUnitOf(whole, absolute(difference))}${whole.unit}。`,
      en: holds
        ? `The parts add up to ${printedText(whole, summary)}.`
        : `The parts (${listed.join(', ')}) add up to ${computed}, ${inUnitOf(whole, absolute(difference))} ${difference.n < 0n ? 'less' : 'more'} than ${printedText(whole, summary)}.`,
    },
    slips: holds ? [] : sumSlips(whole, parts),
  }
}

/** 15个…其中3个: a part is at most its whole. */
function checkSinglePart(group: PartGroup, summary: Summary): Outcome | null {
  const part = group.parts[0] as Node
  const wholes = group.wholes.filter((candidate) => candidate.baseUnit === part.baseUnit)
  const larger = wholes.find((candidate) => compare(part.exact, candidate.exact) <= 0)
  const whole = larger ?? wholes[0]
  if (whole === undefined || !/其\s?\d?\s?中/.test(part.lead)) return null
  const holds = larger !== undefined
  return {
    type: 'bound',
    basis: 'direct',
    claim: part,
    others: [whole],
    holds,
    computed: `≤ ${roundedLike(part, whole.exact)}`,
    formula: `${term(part)}≤${term(whole)}`,
    says: {
      zh: holds
        ? '部分不大于总体。'
        : `其中的“${printedText(part, summary)}”大于总体“${printedText(whole, summary)}”。`,
      en: holds
        ? 'The part does not exceed the whole.'
        : `The part ${printedText(part, summary)} exceeds the whole ${printedText(whole, summary)}.`,
    },
  }
}
