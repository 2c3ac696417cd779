/** A search page for a peer: finds as one types, shows ten results with the words around the first hit. */
import { peers, type Text } from './peers.ts';

const name = new URLSearchParams(location.search).get('peer');
const peer = peers.find((of) => of.name === name);
const input = document.querySelector('input');
const list = document.querySelector('ol');
if (!peer || !input || !list) throw new Error(`There is no peer ${name}.`);

const folder = `/bench/${peer.name}/`;
const find = await peer.open(await (await fetch(`${folder}index.json`)).text());
const texts: Text[] = await (await fetch('/bench/texts.json')).json();

input.addEventListener('input', () => {
  const query = input.value;
  list.textContent = '';
  for (const place of find(query).slice(0, 10)) {
    const { title, text } = texts[place] ?? { title: '', text: '' };
    const item = document.createElement('li');
    const at = text.indexOf(query);
    const mark = document.createElement('mark');
    mark.textContent = at < 0 ? '' : query;
    const start = Math.max(0, at - 24);
    item.append(title, document.createElement('br'), text.slice(start, Math.max(at, start)), mark);
    item.append(at < 0 ? text.slice(0, 84) : text.slice(at + query.length, at + 60));
    list.append(item);
  }
  list.dataset['answers'] = `?${new URLSearchParams({ q: query }).toString()}`;
});
document.body.dataset['ready'] = '';
