/**
 * Blocks of ICD-10 by their first and last category, with short names; every category of the classification that may stand on a certificate lies in one of them.
 * Source: ICD-10, tenth revision, volume 1 (WHO, edition of 2016), and GB/T 14396-2016 疾病分类与代码. Numbers and short names only, as facts; no text of the classification is reproduced.
 */
const text = `
A00-A09|肠道传染病|Intestinal infections
A15-A19|结核病|Tuberculosis
A20-A28|动物源性细菌病|Bacterial zoonoses
A30-A49|其他细菌性疾病|Other bacterial diseases
A50-A64|性传播疾病|Sexually transmitted infections
A65-A79|螺旋体、衣原体、立克次体病|Spirochaetal, chlamydial and rickettsial diseases
A80-A89|中枢神经系统病毒感染|Viral infections of the central nervous system
A90-A99|节肢动物传播的病毒性热和病毒性出血热|Arthropod-borne and haemorrhagic viral fevers
B00-B09|以皮肤和黏膜损害为特征的病毒感染|Viral infections of skin and mucous membrane
B15-B19|病毒性肝炎|Viral hepatitis
B20-B24|人类免疫缺陷病毒病|HIV disease
B25-B34|其他病毒性疾病|Other viral diseases
B35-B49|真菌病|Mycoses
B50-B64|原虫病|Protozoal diseases
B65-B83|蠕虫病|Helminthiases
B85-B89|虱病、螨病和其他侵染|Infestations
B90-B94|传染病和寄生虫病的后遗症|Sequelae of infections
B95-B99|其他传染病|Other infectious diseases
C00-C14|唇、口腔和咽恶性肿瘤|Malignant neoplasms of lip, mouth and pharynx
C15-C26|消化器官恶性肿瘤|Malignant neoplasms of digestive organs
C30-C39|呼吸和胸腔内器官恶性肿瘤|Malignant neoplasms of respiratory organs
C40-C41|骨和关节软骨恶性肿瘤|Malignant neoplasms of bone
C43-C44|皮肤恶性肿瘤|Malignant neoplasms of skin
C45-C49|间皮组织和软组织恶性肿瘤|Malignant neoplasms of soft tissue
C50-C50|乳房恶性肿瘤|Malignant neoplasm of breast
C51-C58|女性生殖器官恶性肿瘤|Malignant neoplasms of female genital organs
C60-C63|男性生殖器官恶性肿瘤|Malignant neoplasms of male genital organs
C64-C68|泌尿道恶性肿瘤|Malignant neoplasms of urinary tract
C69-C72|眼、脑和中枢神经系统恶性肿瘤|Malignant neoplasms of eye and nervous system
C73-C75|甲状腺和内分泌腺恶性肿瘤|Malignant neoplasms of endocrine glands
C76-C80|部位不明确、继发和未特指部位恶性肿瘤|Malignant neoplasms of ill-defined, secondary or unknown sites
C81-C96|淋巴、造血和有关组织恶性肿瘤|Malignant neoplasms of lymphoid and haematopoietic tissue
C97-C97|独立的多个部位恶性肿瘤|Malignant neoplasms of several sites
D00-D09|原位肿瘤|In situ neoplasms
D10-D36|良性肿瘤|Benign neoplasms
D37-D48|动态未定或未知的肿瘤|Neoplasms of uncertain behaviour
D50-D53|营养性贫血|Nutritional anaemias
D55-D64|溶血性、再生障碍性和其他贫血|Haemolytic, aplastic and other anaemias
D65-D77|凝血障碍和其他血液疾病|Coagulation defects and other diseases of blood
D80-D89|免疫机制疾患|Disorders of the immune mechanism
E00-E07|甲状腺疾患|Disorders of thyroid
E10-E14|糖尿病|Diabetes mellitus
E15-E35|其他内分泌疾患|Other endocrine disorders
E40-E46|营养不良|Malnutrition
E50-E64|其他营养缺乏|Other nutritional deficiencies
E65-E68|肥胖和营养过度|Obesity
E70-E90|代谢疾患|Metabolic disorders
F00-F09|器质性精神障碍|Organic mental disorders
F10-F19|使用精神活性物质引起的障碍|Disorders due to psychoactive substances
F20-F29|精神分裂症和妄想性障碍|Schizophrenia and delusional disorders
F30-F39|心境障碍|Mood disorders
F40-F99|其他精神和行为障碍|Other mental disorders
G00-G09|中枢神经系统炎性疾病|Inflammatory diseases of the nervous system
G10-G14|主要影响中枢神经系统的系统性萎缩|Systemic atrophies
G20-G26|锥体外系和运动疾患|Extrapyramidal and movement disorders
G30-G32|神经系统其他变性疾病|Other degenerative diseases of the nervous system
G35-G37|中枢神经系统脱髓鞘疾病|Demyelinating diseases
G40-G47|发作性和阵发性疾患|Episodic disorders
G50-G99|神经系统其他疾患|Other disorders of the nervous system
H00-H59|眼和附器疾病|Diseases of the eye
H60-H95|耳和乳突疾病|Diseases of the ear
I00-I02|急性风湿热|Acute rheumatic fever
I05-I09|慢性风湿性心脏病|Chronic rheumatic heart diseases
I10-I15|高血压病|Hypertensive diseases
I20-I25|缺血性心脏病|Ischaemic heart diseases
I26-I28|肺源性心脏病和肺循环疾病|Pulmonary heart disease
I30-I52|其他类型心脏病|Other heart disease
I60-I69|脑血管病|Cerebrovascular diseases
I70-I79|动脉、小动脉和毛细血管疾病|Diseases of arteries
I80-I89|静脉、淋巴管疾病|Diseases of veins and lymphatics
I95-I99|循环系统其他疾患|Other disorders of circulation
J00-J06|急性上呼吸道感染|Acute upper respiratory infections
J09-J18|流行性感冒和肺炎|Influenza and pneumonia
J20-J22|其他急性下呼吸道感染|Other acute lower respiratory infections
J30-J39|上呼吸道其他疾病|Other diseases of upper respiratory tract
J40-J47|慢性下呼吸道疾病|Chronic lower respiratory diseases
J60-J70|外部物质引起的肺病|Lung diseases due to external agents
J80-J99|呼吸系统其他疾病|Other respiratory diseases
K00-K14|口腔、涎腺和颌疾病|Diseases of oral cavity
K20-K31|食管、胃和十二指肠疾病|Diseases of oesophagus, stomach and duodenum
K35-K38|阑尾疾病|Diseases of appendix
K40-K46|疝|Hernia
K50-K52|非感染性肠炎和结肠炎|Noninfective enteritis
K55-K64|肠其他疾病|Other diseases of intestines
K65-K67|腹膜疾病|Diseases of peritoneum
K70-K77|肝疾病|Diseases of liver
K80-K87|胆囊、胆道和胰疾患|Disorders of gallbladder, biliary tract and pancreas
K90-K93|消化系统其他疾病|Other diseases of the digestive system
L00-L99|皮肤和皮下组织疾病|Diseases of the skin
M00-M25|关节病|Arthropathies
M30-M36|系统性结缔组织疾患|Systemic connective tissue disorders
M40-M99|脊柱、肌肉和骨的疾患|Disorders of spine, muscle and bone
N00-N08|肾小球疾病|Glomerular diseases
N10-N16|肾小管间质疾病|Renal tubulo-interstitial diseases
N17-N19|肾衰竭|Renal failure
N20-N39|泌尿系统其他疾病|Other diseases of the urinary system
N40-N51|男性生殖器官疾病|Diseases of male genital organs
N60-N64|乳房疾患|Disorders of breast
N70-N98|女性生殖器官疾病|Diseases of female genital organs
N99-N99|泌尿生殖系统其他疾患|Other genitourinary disorders
O00-O08|流产结局的妊娠|Pregnancy with abortive outcome
O10-O16|妊娠期高血压疾患|Hypertensive disorders of pregnancy
O20-O48|妊娠期其他孕产妇疾患|Other maternal disorders of pregnancy
O60-O75|产程和分娩的并发症|Complications of labour and delivery
O80-O92|分娩和产褥期并发症|Delivery and puerperium
O94-O99|其他产科情况|Other obstetric conditions
P00-P04|受母体因素影响的胎儿和新生儿|Newborn affected by maternal factors
P05-P08|与孕期长短和胎儿生长有关的疾患|Disorders of gestation and fetal growth
P10-P15|产伤|Birth trauma
P20-P29|围生期呼吸和心血管疾患|Perinatal respiratory and cardiovascular disorders
P35-P39|围生期感染|Perinatal infections
P50-P96|围生期其他疾患|Other perinatal disorders
Q00-Q07|神经系统先天性畸形|Congenital malformations of the nervous system
Q10-Q18|眼、耳、面和颈先天性畸形|Congenital malformations of eye, ear, face and neck
Q20-Q28|循环系统先天性畸形|Congenital malformations of the circulatory system
Q30-Q34|呼吸系统先天性畸形|Congenital malformations of the respiratory system
Q35-Q37|唇裂和腭裂|Cleft lip and palate
Q38-Q45|消化系统其他先天性畸形|Congenital malformations of the digestive system
Q50-Q64|泌尿生殖系统先天性畸形|Congenital malformations of genital and urinary organs
Q65-Q79|肌肉骨骼系统先天性畸形|Congenital malformations of the musculoskeletal system
Q80-Q89|其他先天性畸形|Other congenital malformations
Q90-Q99|染色体异常|Chromosomal abnormalities
R00-R53|症状和体征|Symptoms and signs
R54-R54|衰老|Senility
R55-R94|其他症状、体征和异常所见|Other symptoms, signs and abnormal findings
R95-R99|原因不明确和未知的死亡|Ill-defined and unknown causes of death
S00-T14|损伤|Injuries
T15-T32|异物、烧伤|Foreign bodies, burns
T33-T35|冻伤|Frostbite
T36-T65|中毒|Poisoning
T66-T98|外因的其他效应和并发症|Other effects of external causes
U04-U12|特殊目的编码|Codes for special purposes
V01-V99|运输事故|Transport accidents
W00-W19|跌倒|Falls
W20-W64|机械性力量、溺水、窒息前的其他意外|Mechanical forces and animate forces
W65-W74|淹溺|Drowning
W75-W84|意外窒息|Accidental suffocation
W85-W99|电流、辐射和极端温度|Electric current, radiation, temperature
X00-X09|火灾和火焰|Fire
X10-X39|热物质、有毒动植物和自然力量|Heat, venomous animals, forces of nature
X40-X49|意外中毒|Accidental poisoning
X50-X57|用力过度和匮乏|Overexertion and privation
X58-X59|其他和未特指的意外|Other and unspecified accidents
X60-X84|故意自害|Intentional self-harm
X85-Y09|加害|Assault
Y10-Y34|意图不确定的事件|Events of undetermined intent
Y35-Y36|依法处置和作战|Legal intervention and war
Y40-Y84|医疗并发症|Complications of medical care
Y85-Y89|外因的后遗症|Sequelae of external causes
`

/** A block: its categories from the first to the last, both included. */
export interface IcdBlock {
  readonly from: string
  readonly to: string
  readonly title: { readonly zh: string; readonly en: string }
}

/** All blocks, in the order of the classification. */
export const icdBlocks: readonly IcdBlock[] = text
  .trim()
  .split('\n')
  .map((line) => {
    const [range, zh, en] = line.split('|') as [string, string, string]
    const [from, to] = range.split('-') as [string, string]
    return { from, to, title: { zh, en } }
  })
