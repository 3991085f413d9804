import { defineParagraph } from '@kangheng/kernel/wording/paragraph.ts'
import { zh } from '@kangheng/kernel/wording/say.ts'
import { patrioticHealth as section } from '../../sections.ts'
import * as i from './indicators.ts'

const ofMonth = defineParagraph({
  id: 'healthy-places.month',
  section,
  documents: ['bulletin'],
  figures: {
    drives: i.drives,
    people: i.participants,
    refuse: i.refuseCarried,
    density: i.densityRate,
    patrols: i.patrols,
    problems: i.problemsFound,
    inTime: i.inTimeRate,
    overdue: i.problemsOverdue,
  },
  say: (f) =>
    zh`开展环境卫生整治${f.drives}、${f.people}，清运垃圾${f.refuse}；病媒密度达标率${f.density}，${f.density.previousPeriod}。网格巡查${f.patrols}，发现问题${f.problems}，到期问题按期整改率${f.inTime}，${f.inTime.laggards}；期末逾期未整改${f.overdue}。`,
})

const ofYear = defineParagraph({
  id: 'healthy-places.year',
  section,
  documents: ['summary'],
  figures: {
    national: i.nationalTownships,
    provincial: i.provincialTownships,
    villages: i.provincialVillages,
    units: i.sanitaryUnits,
    healthy: i.healthyVillages,
    households: i.healthyHouseholds,
    recheck: i.recheckRate,
    toilets: i.toiletRate,
    harmless: i.harmlessRate,
    water: i.waterRate,
    density: i.densityRate,
    drives: i.drives,
    refuse: i.refuseCarried,
    projects: i.projects,
    projectRate: i.projectRate,
  },
  say: (f) =>
    zh`年末有国家卫生乡镇${f.national}、省级卫生乡镇${f.provincial}、省级卫生村${f.villages}、卫生单位${f.units}，健康村${f.healthy}、健康家庭${f.households}；复审通过率${f.recheck}。农村卫生厕所普及率${f.toilets}，${f.toilets.change}，${f.toilets.againstTarget}；无害化卫生厕所普及率${f.harmless}，自来水普及率${f.water}。病媒密度达标率${f.density}，${f.density.change}。全年开展环境卫生整治${f.drives}，清运垃圾${f.refuse}。爱国卫生重点工程${f.projects}，完成率${f.projectRate}。`,
})

/** What the patriotic health office says in bulletin and summary. */
export const paragraphs = [ofMonth, ofYear]
