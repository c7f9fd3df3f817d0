// Compares Typecast's verdicts on patterns with those of the regular expressions of Node.
// patterns.mjs collect FOLDER…   prints the patterns of all schemas below, one a line in hexadecimal
// patterns.mjs random COUNT SEED prints made-up patterns with texts over the same few characters
// patterns.mjs compare FILE      reads what PatternProbe printed for the patterns in FILE, and reports disagreements
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import vm from 'node:vm';

const [command, ...rest] = process.argv.slice(2);
const encode = (text) => Buffer.from(text, 'utf8').toString('hex');
const decode = (text) => Buffer.from(text, 'hex').toString('utf8');

function gather(root, found) {
  const open = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string') {
      if (value.includes('pattern"') || value.includes('"pattern')) {
        try { open.push(JSON.parse(value)); } catch { /* a text that only mentions patterns */ }
      }
    } else if (value && typeof value === 'object') {
      for (const [key, member] of Object.entries(value)) {
        if (key === 'pattern' && typeof member === 'string') found.add(member);
        if (key === 'patternProperties' && member && typeof member === 'object') {
          for (const name of Object.keys(member)) found.add(name);
        }
        open.push(member);
      }
    }
  }
}

function collect(folders) {
  const found = new Set();
  const visit = (file) => {
    if (fs.statSync(file).isDirectory()) {
      for (const name of fs.readdirSync(file).sort()) visit(path.join(file, name));
      return;
    }
    if (!/\.(json|jsonl|schema)$/.test(file)) return;
    const text = fs.readFileSync(file, 'utf8');
    if (!text.includes('attern')) return;
    for (const part of file.endsWith('.jsonl') ? text.split('\n') : [text]) {
      if (!part.includes('attern')) continue;
      try { gather(JSON.parse(part), found); } catch { /* a case of broken JSON */ }
    }
  };
  folders.forEach(visit);
  for (const pattern of found) if (pattern.isWellFormed?.() ?? true) console.log(encode(pattern));
}

// Made-up patterns use few characters, so that parts of them meet.
function random(count, seed) {
  let state = BigInt(seed);
  const below = (bound) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return Number((state >> 33n) % BigInt(bound));
  };
  const pick = (list) => list[below(list.length)];
  const atoms = [
    'a', 'b', 'c', '\u{1F432}', 'é', '.', '\\w', '\\W', '\\d', '\\s', '\\S', '[ab]', '[^ab]', '[a-c]', '[^é]',
    '[\\w-]', '[]', '[^]', '\\x61', '\\u0062', '\\u{63}', '\\p{L}', '\\P{L}', '\\p{Lu}', '[\\p{Nd}_]', '\\n', '\\.',
    '1', '_', '\\-', ']', '{', '\\1', '\\2', '\\k<n>', '\\07', '\\c', '[\\b]', '[b-]', '[\\d-z]', '\\cJ', '\\0', '\\_',
    'a{,2}', '\\u', '\\xa',
  ];
  const plain = 18;
  const quantifiers = ['*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{0,3}?', '{2,}', '{0}', '{0,1}', '{1,}?'];
  function term(depth, odd) {
    const kind = below(depth > 0 ? 14 : 7);
    if (kind < 7) return atoms[below(odd ? atoms.length : plain)];
    if (kind === 7) return pick(['^', '$', '\\b', '\\B']);
    if (kind === 8) return `(?:${choice(depth - 1, odd)})`;
    if (kind < 11) return `(${choice(depth - 1, odd)})`;
    if (kind === 11 && odd) return `(?<n>${choice(depth - 1, odd)})`;
    if (kind >= 12) return `(${pick(['?=', '?!', '?<=', '?<!'])}${choice(depth - 1, odd)})`;
    return `(?:${choice(depth - 1, odd)})`;
  }
  function choice(depth, odd) {
    const alternatives = [];
    for (let i = below(5) === 0 ? 1 : 0; i >= 0; i -= 1) {
      let text = '';
      for (let j = below(4); j >= 0; j -= 1) {
        text += term(depth, odd);
        if (below(3) === 0) text += pick(quantifiers);
      }
      alternatives.push(below(12) === 0 ? '' : text);
    }
    return alternatives.join('|');
  }
  const letters = ['a', 'b', 'c', 'a', 'b', '\u{1F432}', 'é', '1', '_', ' ', '\n', '-', 'A', '.'];
  for (let i = 0; i < count; i += 1) {
    let pattern = choice(3, below(3) === 0);
    if (below(3) === 0) pattern = `^${pattern}`;
    if (below(3) === 0) pattern += '$';
    const texts = new Set(['']);
    for (let j = 0; j < 24; j += 1) {
      let text = '';
      for (let k = below(7); k >= 0; k -= 1) text += pick(letters);
      texts.add(text);
    }
    console.log([pattern, ...texts].map(encode).join(' '));
  }
}

function read(pattern) {
  try { return ['strict', new RegExp(pattern, 'u')]; } catch { /* try the other grammar */ }
  try { return ['lenient', new RegExp(pattern)]; } catch { return ['invalid', null]; }
}

// Node may backtrack for ever: each pattern has a second, and a text that it gives up on is left out.
const state = vm.createContext({ expression: null, texts: [], found: [] });
const script = new vm.Script(`
  for (let i = found.length; i < texts.length; i += 1) found.push(expression.test(texts[i]));`);

function testAll(expression, texts) {
  Object.assign(state, { expression, texts, found: [] });
  let patience = 5;
  while (state.found.length < texts.length) {
    try {
      script.runInContext(state, { timeout: 200 });
    } catch (error) {
      if (error.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      state.found.push(null);
      patience -= 1;
      if (patience === 0) while (state.found.length < texts.length) state.found.push(null);
    }
  }
  return state.found;
}

async function compare(file) {
  const patterns = fs.readFileSync(file, 'utf8').trimEnd().split('\n').map((line) => decode(line.split(' ')[0]));
  const counts = {
    patterns: 0, pairs: 0, match: 0, noMatch: 0, undecided: 0, nodeGaveUp: 0, engines: {}, readings: {},
  };
  const disagreements = [];
  const note = (kind, pattern, detail) => disagreements.push({ kind, pattern, ...detail });
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [reading, engine, ...pairs] = line.split(' ');
    const pattern = patterns[counts.patterns];
    counts.patterns += 1;
    counts.engines[engine] = (counts.engines[engine] ?? 0) + 1;
    const [expected, expression] = read(pattern);
    counts.readings[expected] = (counts.readings[expected] ?? 0) + 1;
    // Where only the lenient grammar reads a pattern, Typecast keeps the meaning of these escapes.
    const keeps = reading !== 'strict' && expected !== 'strict' && /\\[upP]\{/.test(pattern);
    if (reading !== expected) note(keeps ? 'kept escapes' : 'reading', pattern, { ours: reading, node: expected });
    if (!expression || reading === 'invalid') continue;
    const texts = pairs.map((pair) => decode(pair.slice(0, pair.indexOf(':'))));
    const results = testAll(expression, texts);
    for (const [index, pair] of pairs.entries()) {
      const text = texts[index];
      const verdict = pair.slice(pair.indexOf(':') + 1);
      counts.pairs += 1;
      if (verdict === 'u') {
        counts.undecided += 1;
        continue;
      }
      const found = results[index];
      if (found === null) {
        counts.nodeGaveUp += 1;
        continue;
      }
      counts[found ? 'match' : 'noMatch'] += 1;
      if (found === (verdict === 'm')) continue;
      // Without the `u` flag Node counts UTF-16 units; Typecast counts code points always.
      const astral = expected === 'lenient' && /[\u{10000}-\u{10FFFF}]/u.test(pattern + text);
      // Node looks for a match between the halves of a surrogate pair too, which the standard does not.
      const place = found ? expression.exec(text).index : 0;
      const inside = expected === 'strict' && place > 0 && text.codePointAt(place - 1) > 0xffff;
      const kind = inside ? 'inside a pair' : keeps ? 'kept escapes' : astral ? 'code units' : 'verdict';
      note(kind, pattern, { text, ours: verdict, node: found });
    }
  }
  if (counts.patterns !== patterns.length) note('missing', '', { ours: counts.patterns, node: patterns.length });
  const kinds = {};
  for (const { kind } of disagreements) kinds[kind] = (kinds[kind] ?? 0) + 1;
  console.log(JSON.stringify({ node: process.version, ...counts, disagreements: kinds }, null, 1));
  const explained = ['code units', 'kept escapes', 'inside a pair'];
  const grave = disagreements.filter(({ kind }) => !explained.includes(kind));
  for (const entry of grave.slice(0, 40)) console.log(JSON.stringify(entry));
  process.exitCode = grave.length > 0 || counts.pairs === 0 ? 1 : 0;
}

if (command === 'collect') collect(rest);
else if (command === 'random') random(Number(rest[0]), rest[1] ?? 1);
else if (command === 'compare') await compare(rest[0]);
else {
  console.error('usage: patterns.mjs collect FOLDER… | patterns.mjs random COUNT SEED | patterns.mjs compare FILE');
  process.exitCode = 2;
}
