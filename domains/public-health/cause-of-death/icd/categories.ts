/**
 * Three-character categories of ICD-10 that certificates of a county mostly name; all others go by their block. Source and licence as in `blocks.ts`.
 */
const text = `
A09|感染性腹泻|Infectious diarrhoea
A16|呼吸道结核病，未经证实|Respiratory tuberculosis, not confirmed
A41|其他脓毒症|Other sepsis
B18|慢性病毒性肝炎|Chronic viral hepatitis
B24|未特指的艾滋病|Unspecified HIV disease
C11|鼻咽恶性肿瘤|Malignant neoplasm of nasopharynx
C15|食管恶性肿瘤|Malignant neoplasm of oesophagus
C16|胃恶性肿瘤|Malignant neoplasm of stomach
C18|结肠恶性肿瘤|Malignant neoplasm of colon
C20|直肠恶性肿瘤|Malignant neoplasm of rectum
C22|肝和肝内胆管恶性肿瘤|Malignant neoplasm of liver
C25|胰恶性肿瘤|Malignant neoplasm of pancreas
C26|消化器官未明部位恶性肿瘤|Malignant neoplasm of ill-defined digestive organs
C34|支气管和肺恶性肿瘤|Malignant neoplasm of bronchus and lung
C39|呼吸系统未明部位恶性肿瘤|Malignant neoplasm of ill-defined respiratory organs
C50|乳房恶性肿瘤|Malignant neoplasm of breast
C53|宫颈恶性肿瘤|Malignant neoplasm of cervix uteri
C54|宫体恶性肿瘤|Malignant neoplasm of corpus uteri
C56|卵巢恶性肿瘤|Malignant neoplasm of ovary
C61|前列腺恶性肿瘤|Malignant neoplasm of prostate
C67|膀胱恶性肿瘤|Malignant neoplasm of bladder
C71|脑恶性肿瘤|Malignant neoplasm of brain
C73|甲状腺恶性肿瘤|Malignant neoplasm of thyroid
C76|部位不明确的恶性肿瘤|Malignant neoplasm of ill-defined sites
C80|未特指部位的恶性肿瘤|Malignant neoplasm of unknown site
C85|非霍奇金淋巴瘤|Non-Hodgkin lymphoma
C95|未特指细胞类型的白血病|Leukaemia of unspecified type
D64|其他贫血|Other anaemias
E11|2型糖尿病|Type 2 diabetes mellitus
E14|未特指的糖尿病|Unspecified diabetes mellitus
E46|未特指的营养不良|Unspecified malnutrition
E87|水、电解质和酸碱平衡紊乱|Disorders of fluid and electrolytes
F03|未特指的痴呆|Unspecified dementia
G20|帕金森病|Parkinson disease
G30|阿尔茨海默病|Alzheimer disease
G40|癫痫|Epilepsy
G93|脑的其他疾患|Other disorders of brain
I09|风湿性心脏病|Rheumatic heart disease
I10|原发性高血压|Essential hypertension
I11|高血压性心脏病|Hypertensive heart disease
I13|高血压性心脏和肾脏病|Hypertensive heart and renal disease
I21|急性心肌梗死|Acute myocardial infarction
I22|随后性心肌梗死|Subsequent myocardial infarction
I25|慢性缺血性心脏病|Chronic ischaemic heart disease
I26|肺栓塞|Pulmonary embolism
I27|其他肺源性心脏病|Other pulmonary heart disease
I46|心脏停搏|Cardiac arrest
I49|其他心律失常|Other cardiac arrhythmias
I50|心力衰竭|Heart failure
I51|心脏病的并发症和不明确表述|Ill-defined heart disease
I60|蛛网膜下出血|Subarachnoid haemorrhage
I61|脑内出血|Intracerebral haemorrhage
I63|脑梗死|Cerebral infarction
I64|脑卒中，未特指|Stroke, not specified
I67|其他脑血管病|Other cerebrovascular diseases
I69|脑血管病后遗症|Sequelae of cerebrovascular disease
I70|动脉粥样硬化|Atherosclerosis
J18|病原体未特指的肺炎|Pneumonia, organism unspecified
J43|肺气肿|Emphysema
J44|慢性阻塞性肺疾病|Chronic obstructive pulmonary disease
J45|哮喘|Asthma
J96|呼吸衰竭|Respiratory failure
K25|胃溃疡|Gastric ulcer
K70|酒精性肝病|Alcoholic liver disease
K74|肝纤维化和肝硬化|Fibrosis and cirrhosis of liver
K85|急性胰腺炎|Acute pancreatitis
K92|消化系统其他疾病|Other diseases of the digestive system
M32|系统性红斑狼疮|Systemic lupus erythematosus
N04|肾病综合征|Nephrotic syndrome
N17|急性肾衰竭|Acute renal failure
N18|慢性肾脏病|Chronic kidney disease
N19|未特指的肾衰竭|Unspecified renal failure
O72|产后出血|Postpartum haemorrhage
O88|产科栓塞|Obstetric embolism
P07|孕期短和低出生体重|Short gestation and low birth weight
P21|出生窒息|Birth asphyxia
P22|新生儿呼吸窘迫|Respiratory distress of newborn
Q24|心脏其他先天性畸形|Other congenital malformations of heart
R09|循环和呼吸系统的其他症状|Other symptoms of circulation and respiration
R54|衰老|Senility
R57|休克|Shock
R95|婴儿猝死综合征|Sudden infant death syndrome
R96|其他原因不明的猝死|Other sudden death
R99|原因不明确的死亡|Ill-defined and unknown causes
S06|颅内损伤|Intracranial injury
T14|未特指部位的损伤|Injury of unspecified region
T60|农药的毒性效应|Toxic effect of pesticides
V03|行人与小汽车碰撞|Pedestrian injured by car
V29|摩托车骑乘人员在其他运输事故中|Motorcycle rider in other transport accidents
V89|车辆事故，类型未特指|Motor or nonmotor vehicle accident, type unspecified
W13|从建筑物跌落|Fall from building
W19|未特指的跌倒|Unspecified fall
W74|未特指的淹溺|Unspecified drowning
X48|农药意外中毒|Accidental poisoning by pesticides
X59|暴露于未特指的因素|Exposure to unspecified factor
X68|农药故意自毒|Self-poisoning by pesticides
X70|缢吊|Self-harm by hanging
Y34|意图不确定的未特指事件|Unspecified event, undetermined intent
`

/** Short names by category. */
export const icdCategories: ReadonlyMap<string, { readonly zh: string; readonly en: string }> = new Map(
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [code, zh, en] = line.split('|') as [string, string, string]
      return [code, { zh, en }]
    }),
)
