/** Words of the paragraph that a file for a reference manager cites. */

export const citedPlace = {
  paragraph: (number: string): string => `第${number}段`,
  saved: (number: string): string => `文件里写明了第 ${number} 段，地址也指向这一段。`,
} as const;
