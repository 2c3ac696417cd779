import type { SiteRecords } from '#domain/site/site.ts';

export interface SiteRecord {
  readonly label: string;
  readonly href: string;
}

/**
 * The numbers a site shows at its foot, each with the register it stands in; `governmentCode` words
 * the one that does not say what it is.
 */
export function siteRecords(
  { icp, police, government }: SiteRecords,
  governmentCode: (code: string) => string,
): readonly SiteRecord[] {
  const records: SiteRecord[] = [];
  // 非经营性互联网信息服务备案管理办法: the number at the foot, linked to the ministry's register.
  if (icp !== null) records.push({ label: icp, href: 'https://beian.miit.gov.cn/' });
  if (police !== null) {
    const code = police.replace(/\D/gu, '');
    const href = `https://beian.mps.gov.cn/#/query/webSearch?code=${code}`;
    records.push({ label: police, href });
  }
  if (government !== null) {
    const href = `https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=${government}`;
    records.push({ label: governmentCode(government), href });
  }
  return records;
}
