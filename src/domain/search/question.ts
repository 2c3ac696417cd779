import { fillers } from '#domain/search/pieces.ts';
import { fold, noTraditional, scriptOf, type SimplifiedBy } from '#domain/search/fold.ts';

/**
 * Words that make a question and say nothing of what is asked for. Longer ones first, so that
 * 怎么办 goes as a whole. A word that can itself be searched (制度、经验、案例) is not here.
 */
const phrases = `
有没有什么好办法 有没有好的做法 有没有什么办法 有什么好办法 有什么好的做法 有什么好做法
有什么新做法 有没有办法 有什么经验 有什么办法 有啥好办法 有啥办法 有哪些做法 有哪些办法
有哪些好 哪里有做得好的 做得好的地方 做得好的 该怎么处理才好 应该怎么办 该怎么处理 该怎么解决
怎么样才能 怎样才能 怎么才能 如何才能 怎么处理 怎么解决 怎么去 怎么办呢 怎么办 怎么做
怎么弄 怎么搞 怎么样 怎么能 怎么把 怎么让 怎么给 怎么用 怎么 怎样 如何 咋办 咋整 咋弄
咋样 为什么 为啥 为何 什么时候 什么样的 什么样 什么是 是什么 什么 干啥 啥样 有没有哪 有没有 有无 有哪些
有没有地方 有什么地方 什么地方 哪个地方 有地方 哪些地方 哪些 哪里 哪儿 哪个 哪家 哪种 能不能 可不可以 要不要 是不是 会不会 行不行
该不该 能否 可否 是否 好不好 想请教一下 请教一下 想了解一下 想了解 想知道 想找一下 想找
想看看 想看 想要 想学 请问 请教 求助 帮忙找 帮我找 帮忙 给我 查一下 找一下 看一下
别的地方 别的县 别的市 别的省 别处 其他地方 其它地方 外地 人家 各地 全国 国内 咱们
我们这里 我们这儿 我们这 我们 你们 他们 多少钱 多少人 多少 几个 几天 几次 几家 现在
目前 最近 总是 老是 经常 一直 已经 到底 究竟 真正 真的 其实 比较 特别 非常 很多 好多
太多 不少 一些 一下 一点 一个 一种 这种 那种 这个 那个 这些 那些 这样 那样 应该 应当
可以 需要 必须 才能 才好 不了 起来 出来 下来 下去 过来 的话 的时候 之类 等等 方面
东西 事情 情况 问题 办法 做法 方法 措施
有什么招 有啥招 有什么妙招 有什么用 有啥用 有什么好处 有用吗 有没有用 管不管用 管用吗 管用 好使吗
是啥意思 啥意思 什么意思 怎么回事 咋回事 有先例吗 有没有先例 先例 有人试过 试过没有 有没有人 谁知道
求推荐 推荐一下 介绍一下 说一说 讲一讲 说说 讲讲 聊聊 谈谈 自己 别人 大家 有人 好几年 好多年 这几年 近年来
近几年 这类 这事 这种事 那种事 这类事 这件事 一遍 多久 多长时间 多大用 什么程度 程度 还是 或者 关于 有关 相关
对于 针对 如果 要是 假如 因为 所以 但是 可是 不知道 不晓得 不清楚 不明白 凭什么 靠什么 用什么 可行吗 可行
值不值得 值得 可以吗 能吗 好吗 对吗 需要吗 要吗 说不定 听说 据说 好像 似乎 大概 差不多 一般
`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);

/** A stretch of a question that says what is asked for, between what was struck out. */
export interface Stretch {
  readonly text: string;
  readonly script: 'han' | 'word';
}

/** What is left of a question without its fillers; all of it where nothing would be left. */
export function stretchesOf(typed: string, simplified: SimplifiedBy = noTraditional): Stretch[] {
  const folded = fold(typed, simplified);
  let rest = folded;
  for (const phrase of phrases) rest = rest.split(phrase).join(' ');
  const stretches = split(rest);
  return stretches.length > 0 ? stretches : split(folded);
}

function split(text: string): Stretch[] {
  const stretches: { text: string; script: 'han' | 'word' }[] = [];
  let before = 'none';
  for (const character of text) {
    const script = scriptOf(character);
    const last = stretches[stretches.length - 1];
    if (script !== 'none') {
      if (script === before && last) last.text += character;
      else stretches.push({ text: character, script });
    }
    before = script;
  }
  return stretches.filter(({ text: of }) => !fillers.has(of));
}
