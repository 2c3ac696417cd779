#!/bin/sh
# 双击打开编辑台（Linux）。内容在别的文件夹的，把那个文件夹写在后面：desk.sh ../本县实践库
# Starts the editing desk with the Node that came with the project.
given=$1
[ -n "$given" ] && given=$(CDPATH= cd -- "$given" 2>/dev/null && pwd)
CDPATH= cd -- "$(dirname -- "$0")/.." || exit 1
node=node_modules/.bin/node
[ -x "$node" ] || node=node
stay() {
  printf '%s\n' "$1"
  [ -t 0 ] && { printf '按回车键关上。'; read -r _; }
  exit 1
}
[ -d node_modules ] || stay '还没有安装：在这个文件夹里打开终端，运行一次 npm install，再双击。'
"$node" -e 'process.exit(process.features.typescript ? 0 : 1)' 2>/dev/null ||
  stay '没有找到能用的 Node：运行一次 npm install，或者安装 Node 24，再双击。'
[ -n "$given" ] && export CONTENT_DIR="$given"
"$node" --import ./src/commands/keep-compiled.mjs src/commands/desk.ts || stay '编辑台没有打开，原因见上面。'
