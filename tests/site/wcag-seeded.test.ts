/** Whether each check of `wcag.test.ts` finds a fault where there is one, and only there. */
import { expect, test } from './reader.ts';
import { setWidely, unfitText } from './wcag/fitting.ts';
import { walkByTab } from './wcag/focus.ts';
import { announced, hear, listen } from './wcag/listening.ts';
import { lostInForcedColours, stillMoving } from './wcag/settings.ts';
import { tooSmallTargets } from './wcag/target-size.ts';
import { misreadWords } from './wcag/words.ts';

const named = (faults: readonly string[]): string[] =>
  faults.flatMap((fault) => /id="(\w+)"|“([^”]+)”/.exec(fault)?.slice(1).filter(Boolean) ?? []);

test('small targets are found, those in a sentence or with room around are not', async ({
  page,
}) => {
  await page.setContent(`
    <style>i a { display: block; font: 12px/16px serif } .big { padding: 8px; display: block }
      #reached { position: relative; display: block; margin: 20px; width: 16px; height: 16px }
      #reached::after { content: ''; position: absolute; inset: -6px }</style>
    <i><a id="first" href="#">一</a><a id="second" href="#">二</a></i>
    <p>在一句话里的<a href="#">链</a>，和<a href="#">接</a>。</p>
    <p style="padding: 20px"><button style="width: 20px; height: 20px; padding: 0">＋</button></p>
    <a class="big" href="#">够大</a><a id="reached" href="#">＋</a>`);
  expect(named(await tooSmallTargets(page))).toEqual(['first', 'second']);
});

test('focus under a bar, out of sight or with a faint ring is found', async ({ page }) => {
  await page.setContent(`
    <style>:focus-visible { outline: 3px solid #000 } a { display: block; height: 40px }
      #bar { position: fixed; inset: 0 0 auto; height: 60px; background: #fff; z-index: 1 }
      #faint:focus-visible { outline-color: #eee } #ringless:focus-visible { outline: 0 }
      #unseen { position: absolute; width: 1px; height: 1px; clip-path: inset(50%) }</style>
    <div id="bar"></div><a id="covered" href="#">甲</a><a id="unseen" href="#">乙</a>
    <div style="height: 40px"></div><a id="faint" href="#">丙</a><a id="ringless" href="#">丁</a>
    <a id="sound" href="#">戊</a>`);
  const stops = await walkByTab(page, 9);
  expect(named(stops.map(({ html }) => html))).toHaveLength(5);
  const hidden = stops.filter((stop) => stop.hidden).map(({ html }) => html);
  expect(named(hidden)).toEqual(['covered', 'unseen']);
  const faint = stops.filter(({ contrast }) => contrast < 3).map(({ html }) => html);
  expect(named(faint)).toEqual(['faint', 'ringless']);
});

test('text that is cut off, runs out of the page or lies over other text is found', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await page.setContent(`
    <style>body { margin: 0; font: 16px/1.2 serif } #box { height: 20px; overflow: hidden }</style>
    <p style="width: 400px">太宽的段落，一行写不下三百二十个像素，比窗口还要宽</p>
    <p id="box">盒子里的第一行字<br>被裁掉的第二行</p>
    <div style="height: 20px">压住别人<br>第二行</div><div>被压住的</div>
    <div style="overflow-x: auto"><div style="width: 900px; white-space: nowrap">可以拖动的表格里有很长很长很长很长的一行字</div></div>
    <p>都好</p>`);
  const faults = (await unfitText(page)).join('\n');
  expect(faults).toMatch(/the page is 400 px wide/);
  expect(faults).toMatch(/cut off by <html.*太宽的段落/);
  expect(faults).toMatch(/cut off by <p.*被裁掉的第二行/);
  expect(faults).toMatch(/one over the other: “第二行.*被压住的/);
  expect(faults).not.toMatch(/可以拖动|都好/);
});

test('a box made for one setting of text is found once a reader sets it widely', async ({
  page,
}) => {
  await page.setContent(
    '<p style="width: 64px; overflow: hidden; white-space: nowrap; font: 16px serif">四个汉字</p>',
  );
  expect(await unfitText(page)).toEqual([]);
  await setWidely(page);
  expect(named(await unfitText(page))).toEqual(['四个汉字']);
});

test('headings with a step left out, names of a paragraph and foreign phrases are found', async ({
  page,
}) => {
  const long = '一整段话都成了链接的名字'.repeat(6);
  await page.setContent(`<html lang="zh-CN"><h1>题</h1><h3 id="jump">节</h3>
    <a id="long" href="#">${long}</a><button id="nameless"></button>
    <p id="foreign">some words in another language</p><p lang="en">some words of its own</p>
    <p>Word、Excel 与 Zhili Shijianku Bianjizu，https://an.address.of.some.length/</p>`);
  const faults = await misreadWords(page);
  expect(faults.map((fault) => /id="(\w+)"/.exec(fault)?.[1])).toEqual([
    'jump',
    'long',
    'nameless',
    'foreign',
  ]);
});

test('motion, and controls that lose their edge or their state, are found', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await page.setContent(`
    <style>#moves { transition: color 150ms } button, select { border: 1px solid; background: none }
      #bare { border: 0 } .picks input { appearance: none; position: absolute; opacity: 0 }
      .picks label { border: 1px solid } .picks :checked + label { background: red }
      .sound :checked + label { border-width: 3px }</style>
    <p id="moves">动</p><button>有框</button><button id="bare">无框</button>
    <p class="picks"><input type="radio" name="a" id="lost" checked><label for="lost">甲</label>
      <input type="radio" name="a" id="other"><label for="other">乙</label></p>
    <p class="picks sound"><input type="radio" name="b" id="kept" checked><label for="kept">甲</label>
      <input type="radio" name="b" id="rest"><label for="rest">乙</label></p>`);
  expect(named(await stillMoving(page))).toEqual(['moves']);
  expect(named(await lostInForcedColours(page))).toEqual(['bare', 'lost']);
});

test('a listener notices a name that is missing, an order that is wrong, a silent change', async ({
  page,
}) => {
  await page.setContent(`
    <main><button aria-label="下移：甲">↓</button><button>↓</button><h2>甲</h2>
    <p role="status" id="said"></p><p id="silent"></p></main>`);
  await listen(page);
  expect(await hear(page, 6)).toEqual([
    'main',
    'button, 下移：甲',
    '↓',
    'button, ↓',
    'heading, 甲, level 2',
  ]);
  await page.evaluate(() => {
    for (const id of ['silent', 'said']) document.getElementById(id)?.append(`改了 ${id}`);
  });
  await expect.poll(() => announced(page)).toEqual(['改了 said']);
});
