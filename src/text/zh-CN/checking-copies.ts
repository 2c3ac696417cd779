/** Words for who checks a copy of the library, keyed by what the check answers. */

export const checkingCopies = {
  refused: {
    'no-archive': '这不是 zip 压缩包。请选从本库取得的那个 zip 文件，不是解压出来的文件夹。',
    cut: '这个 zip 不完整：结尾的目录缺了或者坏了，多半是没有下载完、没有拷完。请重新取一份。',
    overlapping: '这个 zip 里的文件互相重叠，正常的程序不会这样写。没有打开它，请不要解压。',
    'too-many': '这个 zip 里的文件多得不合常理，没有打开它。请不要解压。',
    foreign:
      '这个 zip 里没有清单（SHA256SUMS），不是用本库的程序做的拷贝，或者清单被拿掉了，没法核对。',
    'unread-manifest': '这个 zip 里的清单（SHA256SUMS）坏了，没法核对。请重新取一份。',
  },
  signature: {
    valid: '签名有效：清单是编辑组签的，没有改过。',
    invalid: '签名不对：清单不是用编辑组的密钥签的，或者签过以后改了。请不要使用这份拷贝。',
    unsigned: '清单没有签名：能查出文件有没有坏，查不出是谁做的。',
    'no-key': '清单有签名，但这里没有公布编辑组的公钥，没法验证是谁签的。',
    uncheckable:
      '清单有签名，这个浏览器在这个网址下不能验证。换成 https 网址，或者从解压的拷贝里打开本页再试。',
  },
  whole: (files: number): string => `${files} 个文件都和制作时一样。`,
  different: '和制作时不一样：',
  changed: (count: number): string => `改了或坏了的 ${count} 个`,
  missing: (count: number): string => `缺了的 ${count} 个`,
  extra: (count: number): string => `多出来的 ${count} 个`,
  listDamaged: '压缩包自己的目录也有损坏。',
} as const;
