// For each file or folder of *.drawflow.json named: import it into the editor library, show every module, export,
// and compare with the file, the order of members included. Exit code 1 where one differs or can't be opened.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';

const require = createRequire(import.meta.url);

function createEditor() {
  const dom = new JSDOM('<!doctype html><div id="drawflow"></div>');
  Object.assign(globalThis, { window: dom.window, document: dom.window.document });
  const Drawflow = require('drawflow');
  const editor = new Drawflow(dom.window.document.getElementById('drawflow'));
  editor.reroute = true;
  editor.start();
  return editor;
}

function firstDifference(expected, actual, pointer = '') {
  if (typeof expected !== typeof actual || Array.isArray(expected) !== Array.isArray(actual)) {
    return { pointer, expected, actual };
  }
  if (expected === null || actual === null || typeof expected !== 'object') {
    return Object.is(expected, actual) ? null : { pointer, expected, actual };
  }
  const [expectedKeys, actualKeys] = [Object.keys(expected), Object.keys(actual)];
  if (expectedKeys.join('\n') !== actualKeys.join('\n')) {
    return { pointer, expected: expectedKeys, actual: actualKeys };
  }
  for (const key of expectedKeys) {
    const escaped = key.replaceAll('~', '~0').replaceAll('/', '~1');
    const difference = firstDifference(expected[key], actual[key], `${pointer}/${escaped}`);
    if (difference) {
      return difference;
    }
  }
  return null;
}

// JSON.parse sorts integer-like names, so their order in the text is compared by the text itself.
function compact(text) {
  let inText = false;
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (inText && c === '\\') {
      result += c + text[++i];
      continue;
    }
    if (c === '"') {
      inText = !inText;
    }
    if (inText || !/\s/.test(c)) {
      result += c;
    }
  }
  return result;
}

function names(text) {
  return [...compact(text).matchAll(/"((?:[^"\\]|\\.)*)"(:?)/g)].filter(m => m[2]).map(m => JSON.parse(`"${m[1]}"`));
}

function check(path) {
  const text = readFileSync(path, 'utf8');
  const expected = JSON.parse(text);
  const editor = createEditor();
  editor.import(structuredClone(expected));
  for (const module of Object.keys(expected.drawflow)) {
    editor.changeModule(module);
  }
  editor.changeModule('Home');
  const actual = editor.export();
  const difference = firstDifference(expected, actual);
  if (difference) {
    return difference;
  }
  const [expectedNames, actualNames] = [names(text), names(JSON.stringify(actual))];
  const at = expectedNames.findIndex((name, i) => name !== actualNames[i]);
  return at < 0 ? null : { pointer: `member ${at} of the text`, expected: expectedNames[at], actual: actualNames[at] };
}

function files(path) {
  return statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true }).filter(name => name.endsWith('.drawflow.json')).sort().map(name => join(path, name))
    : [path];
}

const paths = process.argv.slice(2).flatMap(files);
if (paths.length === 0) {
  console.log('usage: node roundtrip.mjs <file or folder>...');
  process.exit(2);
}

let failed = 0;
for (const path of paths) {
  try {
    const difference = check(path);
    console.log(difference ? `FAIL ${path}` : `ok   ${path}`);
    if (difference) {
      failed++;
      console.log(`  at ${difference.pointer || '/'}\n  - ${JSON.stringify(difference.expected)}\n  + ${JSON.stringify(difference.actual)}`);
    }
  } catch (error) {
    failed++;
    console.log(`FAIL ${path}\n  the editor can't open it: ${error.message}`);
  }
}

process.exit(failed === 0 ? 0 : 1);
