/** Words of taking a table away. */

export const tableTools = {
  label: '带走这张表',
  copy: '复制为 Word 表格',
  csv: '存为 CSV',
  link: '复制本页地址',
  print: '打印',
  copied: '已复制，到 Word 或 WPS 里粘贴就是表格。',
  linkCopied: '已复制本页地址。',
  notCopied: '没有复制成功，请选中表格后手动复制。',
  saved: '已存为文件。',
  source: (name: string, address: string): string => `来源：${name}，${address}`,
  licence: (licence: string): string => `摘编文字以 ${licence} 许可使用，须注明出处。`,
} as const;
