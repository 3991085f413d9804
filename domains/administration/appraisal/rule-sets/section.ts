import { fact, GRADES, group, type ShippedRuleSet } from './write.ts'

const LOCAL = '机关目标管理考核办法（地方规定）'

/** The yearly appraisal of bureau sections: their tasks, their papers, their answers. */
export const section: ShippedRuleSet = {
  title: { zh: '局机关股室目标管理考核', en: 'Bureau sections' },
  unitKind: 'section',
  rules: {
    grades: GRADES,
    items: [
      ...group('重点工作', 'Tasks', [
        {
          code: 'tasks',
          title: { zh: '目标责任书任务按期完成', en: 'Tasks of the target letter done in time' },
          full: '50',
          clauses: [{ kind: 'ratio', value: '{tasks-done}', baseline: '{tasks-due}', points: '50' }],
          facts: [
            fact('tasks-due', '应完成任务数', 'Tasks due', '项'),
            fact('tasks-done', '按期完成任务数', 'Tasks done in time', '项'),
          ],
          source: LOCAL,
        },
        {
          code: 'supervision-letters',
          title: { zh: '督办事项按期办结', en: 'Supervision letters answered in time' },
          full: '15',
          clauses: [{ kind: 'deduct-each', count: '{letters-late}', points: '3' }],
          appliesWhen: '{letters} > 0',
          notApplicable: 'full',
          facts: [
            fact('letters', '承办督办件数', 'Letters handled', '件'),
            fact('letters-late', '逾期督办件数', 'Letters late', '件'),
          ],
          source: LOCAL,
        },
      ]),
      ...group('日常工作', 'Office', [
        {
          code: 'returns',
          title: { zh: '报表和材料按时报送', en: 'Returns and papers in time' },
          full: '20',
          clauses: [
            { kind: 'deduct-each', count: '{papers-late}', points: '1', most: '12' },
            { kind: 'deduct-each', count: '{papers-missing}', points: '2' },
          ],
          facts: [
            fact('papers-late', '迟报份数', 'Papers late', '份'),
            fact('papers-missing', '缺报份数', 'Papers missing', '份'),
          ],
          source: LOCAL,
        },
        {
          code: 'proposals',
          title: { zh: '建议提案按期答复', en: 'Proposals answered in time' },
          full: '15',
          clauses: [
            {
              kind: 'deduct-steps',
              value: '{proposals-in-time} / {proposals} * 100',
              baseline: '100',
              step: '10',
              points: '3',
              counts: 'started',
            },
          ],
          notApplicable: 'rescale',
          facts: [
            fact('proposals', '承办建议提案件数', 'Proposals handled', '件'),
            fact('proposals-in-time', '按期答复件数', 'Proposals answered in time', '件'),
          ],
          source: LOCAL,
        },
      ]),
      ...group('加分', 'Bonus', [
        {
          code: 'commendations',
          bonus: true,
          title: { zh: '市级以上表彰或经验推广', en: 'Commended or taken as an example' },
          full: '5',
          clauses: [{ kind: 'each', count: '{commendations}', points: '2', most: '5' }],
          facts: [fact('commendations', '表彰或推广次数', 'Commendations', '次')],
          source: LOCAL,
        },
      ]),
    ],
  },
}
