import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { motherAndChild as section } from '../../sections.ts'
import * as i from './indicators.ts'

const ofYear = defineParagraph({
  id: 'child-health.year',
  section,
  documents: ['summary'],
  figures: {
    managed: i.managed,
    rate: i.managementRate,
    newborn: i.newbornVisitRate,
    systematic: i.systematicRate,
    underweight: i.underweightRate,
    stunting: i.stuntingRate,
    anaemia: i.anaemiaRate,
    breast: i.exclusiveBreastFeedingRate,
  },
  say: (f) =>
    zh`全年为0—6岁儿童提供健康管理${f.managed}，健康管理率${f.rate}，${f.rate.change}，${f.rate.againstTarget}；新生儿访视率${f.newborn}，${f.newborn.change}；3岁以下儿童系统管理率${f.systematic}，${f.systematic.change}，${f.systematic.againstTarget}。5岁以下儿童低体重率${f.underweight}，生长迟缓率${f.stunting}，贫血患病率${f.anaemia}，${f.anaemia.change}；6个月内婴儿纯母乳喂养率${f.breast}。`,
})

const ofMonth = defineParagraph({
  id: 'child-health.month',
  section,
  documents: ['bulletin'],
  figures: {
    newborn: i.newbornVisitRate,
    rate: i.managementRate,
    systematic: i.systematicRate,
    followed: i.followUpRate,
  },
  say: (f) =>
    zh`新生儿访视率${f.newborn}，0—6岁儿童健康管理率${f.rate}，${f.rate.againstTarget}；3岁以下儿童系统管理率${f.systematic}，${f.systematic.againstTarget}；异常儿童按期随访率${f.followed}。健康管理率${f.rate.leaders}，${f.rate.laggards}。`,
})

/** What child health says in bulletin and summary. */
export const paragraphs = [ofYear, ofMonth]
