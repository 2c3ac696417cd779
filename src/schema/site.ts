import { z } from 'astro/zod';
import { isReadable } from '#domain/site/accent.ts';
import { plainSite, type Site } from '#domain/site/site.ts';
import { text } from '#schema/fields.ts';

/** A web address of http or https. */
const web = text.refine((value) => isWeb(value), '要写完整的网址，以 https:// 开头');

function isWeb(value: string): boolean {
  if (!/^https?:\/\/[^\s<>"]+$/u.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

/** Hosts that stand for others in examples (RFC 2606) lead nobody anywhere. */
const isExample = (host: string): boolean => /(^|\.)example(\.(com|net|org|cn))?$/u.test(host);

const address = web
  .refine((value) => !isWeb(value) || !isExample(new URL(value).hostname), {
    message: '这是示例地址，不是真的网址',
  })
  .refine((value) => !/[?#]/u.test(value), '网址里不要带 ? 和 #')
  .refine((value) => !isWeb(value) || value.endsWith('/'), '网址要以 / 结尾')
  .describe('网站公布后的完整网址，以 / 结尾，例如 https://www.某地.gov.cn/shijian/；没有定就不写');

const fileName = (endings: string) =>
  text.regex(
    new RegExp(`^[A-Za-z0-9][A-Za-z0-9._-]*\\.(${endings})$`, 'u'),
    `只写文件名，用字母、数字和连字符，以 .${endings.replaceAll('|', '、.')} 结尾`,
  );

const provinces = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕秦甘陇青宁新';

/** `content/site.yml`: what the library is called, who answers for it, how it looks. */
export const siteFile = z.strictObject({
  name: text.max(20, '最多 20 个字').describe('本库的名称，写在每一页和每一条引用里'),
  shortName: text.max(10, '最多 10 个字').optional().describe('简称，用在打印的页脚；不写就用名称'),
  description: text.optional().describe('一句话说明本库收什么，写在首页标题和订阅里'),
  team: text.describe('摘编的责任者，写在引用的最前面，例如 某市治理实践库编辑组'),
  english: z
    .strictObject({
      name: text.optional().describe('本库的英文名'),
      team: text.optional().describe('责任者的英文名'),
      namePinyin: text.optional().describe('本库名称的拼音，首字母大写'),
      teamPinyin: text.optional().describe('责任者名称的拼音，首字母大写'),
    })
    .default({})
    .describe('英文引用格式里用的名称；不写就保留汉字'),
  bodies: z
    .array(
      z.strictObject({
        role: text.describe('身份，例如 主办、承办'),
        name: text.describe('单位全称'),
      }),
    )
    .default([])
    .describe('主办、承办单位，写在页脚'),
  address: address.optional(),
  licence: z
    .strictObject({
      name: text.describe('许可的名称，例如 CC BY 4.0'),
      url: web.describe('许可全文的网址'),
    })
    .default(plainSite.licence)
    .describe('别人可以怎样使用摘编；不写就是 CC BY 4.0'),
  contact: z
    .strictObject({
      name: text.optional().describe('接收意见的单位或科室'),
      email: z.email('要写成 name@host 的样子').optional().describe('接收意见的邮箱'),
      phone: text
        .regex(
          /^[0-9+() -]{5,30}(?:(?:转|ext\.? ?)[0-9]{1,6})?$/u,
          '只写数字、空格、连字符和半角括号，分机写成“转8”',
        )
        .optional()
        .describe('接收意见的电话，例如 0555-1234567'),
      form: web
        .optional()
        .describe('网上表单的网址；{title}、{address}、{paragraph} 会换成网页的标题、地址和段号'),
    })
    .default({})
    .describe('读者发现错误找谁，写在每一页；至少写一项，都没有定就不写'),
  records: z
    .strictObject({
      icp: text
        .regex(
          new RegExp(`^[${provinces}]ICP备\\d{6,10}号(-\\d{1,3})?$`, 'u'),
          '要写成 京ICP备12345678号-1 的样子',
        )
        .optional()
        .describe('ICP 备案号'),
      police: text
        .regex(
          new RegExp(`^[${provinces}]公网安备 ?\\d{14}号$`, 'u'),
          '要写成 京公网安备11010802012345号 的样子，14 位数字',
        )
        .optional()
        .describe('公安备案号'),
      government: text
        .regex(/^[0-9A-Za-z]{10}$/u, '政府网站标识码是 10 位数字或字母，加引号')
        .optional()
        .describe('政府网站标识码，要加引号'),
    })
    .default({})
    .describe('备案号和标识码，写在页脚并连到登记的网站；内网不写'),
  logo: fileName('svg|png').optional().describe('标志的文件名，文件放在内容文件夹里，显示在页眉'),
  icon: fileName('svg|png').optional().describe('浏览器标签上的小图标，正方形，放在内容文件夹里'),
  accent: text
    .regex(/^#[0-9a-f]{6}$/u, '要写成 # 加六位，字母小写，例如 #a8321f，要加引号')
    .refine(
      (value) => !/^#[0-9a-f]{6}$/u.test(value) || isReadable(value),
      '颜色太浅，用它写的字在浅色底上看不清（对比度不到 4.5）；换一个深一些的',
    )
    .optional()
    .describe('主色，用在链接、按钮和图上，例如 #a8321f；深色方案和各级深浅自动算出'),
  practicePictures: z
    .boolean()
    .default(true)
    .describe(
      '每篇实践要不要一张自己的分享图片；篇目上万、嫌建站慢，就写 false，各篇共用本库的一张',
    ),
  language: text
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u, '要写成 zh-CN 的样子')
    .default('zh-CN')
    .describe('界面的语言，是 src/text/ 里一个文件夹的名字；一般不写，就是 zh-CN'),
  signingKey: text
    .regex(
      /^MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE[A-Za-z0-9+/]{86}==$/u,
      '要写 P-256 公钥的 base64，一行，以 MFkwEwYH 开头、== 结尾；做法见说明“部署”',
    )
    .optional()
    .describe('编辑组的公钥，读者用它验证拷贝是不是编辑组做的；私钥不要放进来'),
  timeZone: z
    .string()
    .refine(isTimeZone, '没有这个时区')
    .default('Asia/Shanghai')
    .describe('日期按哪个时区算，一般不写，就是 Asia/Shanghai'),
  sources: text
    .optional()
    .describe('原文存放的文件夹，从内容文件夹算起，例如 ../原文；查照抄时用，不会公布'),
});

export type SiteFile = z.output<typeof siteFile>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The site a sound file describes. */
export function siteOf({ address: url, ...file }: SiteFile): Site {
  const { origin = null, pathname = '/' } = url === undefined ? {} : new URL(url);
  const { english, contact, records } = file;
  return {
    name: file.name,
    shortName: file.shortName ?? file.name,
    description: file.description ?? plainSite.description,
    team: file.team,
    english: {
      name: english.name ?? null,
      team: english.team ?? null,
      namePinyin: english.namePinyin ?? null,
      teamPinyin: english.teamPinyin ?? null,
    },
    bodies: file.bodies,
    origin,
    base: pathname,
    language: file.language,
    licence: file.licence,
    contact: {
      name: contact.name ?? null,
      email: contact.email ?? null,
      phone: contact.phone ?? null,
      form: contact.form ?? null,
    },
    records: {
      icp: records.icp ?? null,
      police: records.police ?? null,
      government: records.government ?? null,
    },
    logo: file.logo ?? null,
    icon: file.icon ?? null,
    accent: file.accent ?? null,
    hasPracticePictures: file.practicePictures,
    signingKey: file.signingKey ?? null,
  };
}
