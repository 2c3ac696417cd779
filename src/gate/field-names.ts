/** Where a value stands in a file: `['figures', 2, 'unit']`. */
export type FieldPath = readonly PropertyKey[];

/** What editors call each field of the schemas. */
export const fieldNames: Readonly<Record<string, string>> = {
  title: '标题',
  summary: '摘要',
  region: '地区',
  institution: '机构',
  topics: '主题',
  problems: '问题',
  measures: '做法',
  how: '怎么运转',
  section: '原文小节',
  figures: '数字',
  value: '数值',
  unit: '单位',
  counts: '数的是什么',
  scope: '范围',
  period: '时间',
  caveat: '使用提醒',
  outcomes: '成效',
  conditions: '条件',
  limits: '局限',
  text: '内容',
  notStated: '原文未载',
  unverified: '待考',
  questions: '讨论题',
  source: '出处',
  titleNote: '标题说明',
  authors: '署名',
  author: '署名人',
  office: '职务',
  document: '原始文档编号',
  writtenAfter: '成文不早于',
  writtenBefore: '成文不晚于',
  on: '时间界限',
  evidence: '依据',
  gaps: '扫描缺损',
  textStatus: '文本性质',
  edition: '版次',
  reviewedOn: '核对日期',
  changes: '修改说明',
  changedOn: '修改日期',
  note: '说明',
  id: '编号',
  name: '名称',
  short: '通称',
  abbr: '一字简称',
  pinyin: '拼音',
  level: '级别',
  parent: '上级',
  aliases: '别名',
  regions: '使用地区',
  former: '曾用名',
  code: '旧代码',
  until: '用到何时',
  label: '名称',
  broader: '上位主题',
  definition: '定义',
  order: '次序',
  updatedOn: '修改日期',
  misprints: '错别字表',
  wrong: '错误写法',
  right: '正确写法',
  unless: '例外',
  jargon: '行话表',
  practices: '实践',
  reading: '读法',
  overview: '综述',
  answers: '各地办法',
  kind: '类型',
  ways: '做法',
  practice: '实践',
  unsaid: '都没有说的',
  related: '相关问题',
  terms: '术语',
  paragraphs: '段落登记',
  retired: '已撤下的段落',
  retiredOn: '撤下日期',
  now: '并入的段落',
  shortName: '简称',
  description: '说明',
  team: '责任者',
  english: '英文名称',
  namePinyin: '名称的拼音',
  teamPinyin: '责任者的拼音',
  bodies: '主办单位',
  role: '身份',
  address: '网址',
  licence: '许可',
  url: '网址',
  contact: '联系方式',
  email: '邮箱',
  phone: '电话',
  form: '网上表单',
  records: '备案',
  icp: 'ICP 备案号',
  police: '公安备案号',
  government: '政府网站标识码',
  logo: '标志',
  icon: '小图标',
  accent: '主色',
  language: '语言',
  timeZone: '时区',
  sources: '原文文件夹',
};

/** What editors call a field; undefined for one that no schema has. */
export const chineseNameOf = (key: string): string | undefined =>
  Object.hasOwn(fieldNames, key) ? fieldNames[key] : undefined;

/** `['figures', 2, 'unit']` → `数字（figures）第 3 条的单位（unit）`. */
export function fieldName(path: FieldPath): string {
  let name = '';
  for (const key of path) {
    if (typeof key === 'number') name += `第 ${key + 1} 条`;
    else name += `${name === '' ? '' : '的'}${withKey(String(key))}`;
  }
  return name;
}

const withKey = (key: string): string => {
  const known = chineseNameOf(key);
  return known === undefined ? `“${key}”` : `${known}（${key}）`;
};
