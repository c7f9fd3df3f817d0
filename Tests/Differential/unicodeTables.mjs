// Prints Sources/TypecastSchema/Patterns/PatternUnicodeTables.swift from the Unicode data that Node carries.
// Usage: node unicodeTables.mjs > PatternUnicodeTables.swift

const generalCategories = `
Lu=Uppercase_Letter Ll=Lowercase_Letter Lt=Titlecase_Letter Lm=Modifier_Letter Lo=Other_Letter Mn=Nonspacing_Mark
Mc=Spacing_Mark Me=Enclosing_Mark Nd=Decimal_Number=digit Nl=Letter_Number No=Other_Number Pc=Connector_Punctuation
Pd=Dash_Punctuation Ps=Open_Punctuation Pe=Close_Punctuation Pi=Initial_Punctuation Pf=Final_Punctuation
Po=Other_Punctuation Sm=Math_Symbol Sc=Currency_Symbol Sk=Modifier_Symbol So=Other_Symbol Zs=Space_Separator
Zl=Line_Separator Zp=Paragraph_Separator Cc=Control=cntrl Cf=Format Cs=Surrogate Co=Private_Use Cn=Unassigned`;

const binaryProperties = `
ASCII_Hex_Digit=AHex Alphabetic=Alpha Bidi_Control=Bidi_C Bidi_Mirrored=Bidi_M Case_Ignorable=CI Cased
Changes_When_Casefolded=CWCF Changes_When_Casemapped=CWCM Changes_When_Lowercased=CWL
Changes_When_NFKC_Casefolded=CWKCF Changes_When_Titlecased=CWT Changes_When_Uppercased=CWU Dash
Default_Ignorable_Code_Point=DI Deprecated=Dep Diacritic=Dia Emoji Emoji_Component=EComp Emoji_Modifier=EMod
Emoji_Modifier_Base=EBase Emoji_Presentation=EPres Extended_Pictographic=ExtPict Extender=Ext Grapheme_Base=Gr_Base
Grapheme_Extend=Gr_Ext Hex_Digit=Hex IDS_Binary_Operator=IDSB IDS_Trinary_Operator=IDST ID_Continue=IDC ID_Start=IDS
Ideographic=Ideo Join_Control=Join_C Logical_Order_Exception=LOE Lowercase=Lower Math Noncharacter_Code_Point=NChar
Pattern_Syntax=Pat_Syn Pattern_White_Space=Pat_WS Quotation_Mark=QMark Radical Regional_Indicator=RI
Sentence_Terminal=STerm Soft_Dotted=SD Terminal_Punctuation=Term Unified_Ideograph=UIdeo Uppercase=Upper
Variation_Selector=VS White_Space=space XID_Continue=XIDC XID_Start=XIDS`;

const scripts = `
Adlm=Adlam Aghb=Caucasian_Albanian Ahom Arab=Arabic Armi=Imperial_Aramaic Armn=Armenian Avst=Avestan Bali=Balinese
Bamu=Bamum Bass=Bassa_Vah Batk=Batak Beng=Bengali Berf=Beria_Erfe Bhks=Bhaiksuki Bopo=Bopomofo Brah=Brahmi
Brai=Braille Bugi=Buginese Buhd=Buhid Cakm=Chakma Cans=Canadian_Aboriginal Cari=Carian Cham Cher=Cherokee
Chrs=Chorasmian Copt=Coptic=Qaac Cpmn=Cypro_Minoan Cprt=Cypriot Cyrl=Cyrillic Deva=Devanagari Diak=Dives_Akuru
Dogr=Dogra Dsrt=Deseret Dupl=Duployan Egyp=Egyptian_Hieroglyphs Elba=Elbasan Elym=Elymaic Ethi=Ethiopic Gara=Garay
Geor=Georgian Glag=Glagolitic Gong=Gunjala_Gondi Gonm=Masaram_Gondi Goth=Gothic Gran=Grantha Grek=Greek Gujr=Gujarati
Gukh=Gurung_Khema Guru=Gurmukhi Hang=Hangul Hani=Han Hano=Hanunoo Hatr=Hatran Hebr=Hebrew Hira=Hiragana
Hluw=Anatolian_Hieroglyphs Hmng=Pahawh_Hmong Hmnp=Nyiakeng_Puachue_Hmong Hung=Old_Hungarian Ital=Old_Italic
Java=Javanese Kali=Kayah_Li Kana=Katakana Kawi Khar=Kharoshthi Khmr=Khmer Khoj=Khojki Kits=Khitan_Small_Script
Knda=Kannada Krai=Kirat_Rai Kthi=Kaithi Lana=Tai_Tham Laoo=Lao Latn=Latin Lepc=Lepcha Limb=Limbu Lina=Linear_A
Linb=Linear_B Lisu Lyci=Lycian Lydi=Lydian Mahj=Mahajani Maka=Makasar Mand=Mandaic Mani=Manichaean Marc=Marchen
Medf=Medefaidrin Mend=Mende_Kikakui Merc=Meroitic_Cursive Mero=Meroitic_Hieroglyphs Mlym=Malayalam Modi Mong=Mongolian
Mroo=Mro Mtei=Meetei_Mayek Mult=Multani Mymr=Myanmar Nagm=Nag_Mundari Nand=Nandinagari Narb=Old_North_Arabian
Nbat=Nabataean Newa Nkoo=Nko Nshu=Nushu Ogam=Ogham Olck=Ol_Chiki Onao=Ol_Onal Orkh=Old_Turkic Orya=Oriya Osge=Osage
Osma=Osmanya Ougr=Old_Uyghur Palm=Palmyrene Pauc=Pau_Cin_Hau Perm=Old_Permic Phag=Phags_Pa Phli=Inscriptional_Pahlavi
Phlp=Psalter_Pahlavi Phnx=Phoenician Plrd=Miao Prti=Inscriptional_Parthian Rjng=Rejang Rohg=Hanifi_Rohingya Runr=Runic
Samr=Samaritan Sarb=Old_South_Arabian Saur=Saurashtra Sgnw=SignWriting Shaw=Shavian Shrd=Sharada Sidd=Siddham
Sidt=Sidetic Sind=Khudawadi Sinh=Sinhala Sogd=Sogdian Sogo=Old_Sogdian Sora=Sora_Sompeng Soyo=Soyombo Sund=Sundanese
Sunu=Sunuwar Sylo=Syloti_Nagri Syrc=Syriac Tagb=Tagbanwa Takr=Takri Tale=Tai_Le Talu=New_Tai_Lue Taml=Tamil Tang=Tangut
Tavt=Tai_Viet Tayo=Tai_Yo Telu=Telugu Tfng=Tifinagh Tglg=Tagalog Thaa=Thaana Thai Tibt=Tibetan Tirh=Tirhuta
Tnsa=Tangsa Todr=Todhri Tols=Tolong_Siki Toto Tutg=Tulu_Tigalari Ugar=Ugaritic Vaii=Vai Vith=Vithkuqi Wara=Warang_Citi
Wcho=Wancho Xpeo=Old_Persian Xsux=Cuneiform Yezi=Yezidi Yiii=Yi Zanb=Zanabazar_Square Zinh=Inherited=Qaai Zyyy=Common`;

const names = (text) => text.trim().split(/\s+/).map((entry) => entry.split('='));

function members(expression) {
  const pattern = new RegExp(`^\\p{${expression}}$`, 'u');
  const set = new Uint8Array(0x110000);
  for (let scalar = 0; scalar < 0x110000; scalar += 1) {
    set[scalar] = pattern.test(String.fromCodePoint(scalar)) ? 1 : 0;
  }
  return set;
}

function boundaries(set) {
  const result = [];
  let previous = 0;
  for (let scalar = 0; scalar < 0x110000; scalar += 1) {
    if (set[scalar] !== previous) {
      result.push(scalar);
      previous = set[scalar];
    }
  }
  return result;
}

// Each distance is written in base 45, low digit first; digits from 45 on say that another digit follows.
function encode(list) {
  let text = '';
  let previous = 0;
  for (const boundary of list) {
    let value = boundary - previous;
    previous = boundary;
    for (;;) {
      const more = value >= 45;
      const digit = (value % 45) + (more ? 45 : 0);
      let code = 35 + digit;
      if (code >= 92) code += 1;
      text += String.fromCharCode(code);
      if (!more) break;
      value = Math.floor(value / 45);
    }
  }
  return text;
}

const covered = new Uint8Array(0x110000);
const entry = (aliases, list) => {
  const text = encode(list);
  return `${aliases.join(',')} ${text.length} ${text}`;
};

function table(text, prefix) {
  return names(text).map((aliases) => {
    const sets = aliases.map((alias) => members(prefix + alias));
    for (const set of sets) {
      if (Buffer.compare(Buffer.from(set), Buffer.from(sets[0])) !== 0) throw new Error(`aliases differ: ${aliases}`);
    }
    return entry(aliases, boundaries(sets[0]));
  });
}

const scriptLines = [];
const extensionLines = [];
for (const aliases of names(scripts)) {
  const script = members(`Script=${aliases[0]}`);
  const extension = members(`Script_Extensions=${aliases[0]}`);
  for (const alias of aliases.slice(1)) {
    const same = Buffer.compare(Buffer.from(script), Buffer.from(members(`Script=${alias}`))) === 0;
    if (!same) throw new Error(`aliases differ: ${aliases}`);
  }
  const difference = new Uint8Array(0x110000);
  for (let scalar = 0; scalar < 0x110000; scalar += 1) {
    covered[scalar] |= script[scalar];
    difference[scalar] = script[scalar] ^ extension[scalar];
  }
  scriptLines.push(entry(aliases, boundaries(script)));
  extensionLines.push(entry([aliases[0]], boundaries(difference)));
}
const unassigned = /^[\p{Cn}\p{Co}\p{Cs}]$/u;
for (let scalar = 0; scalar < 0x110000; scalar += 1) {
  if (!covered[scalar] && !unassigned.test(String.fromCodePoint(scalar))) {
    throw new Error(`no script for U+${scalar.toString(16)}`);
  }
}

function literal(name, abstract, lines) {
  const width = 110;
  let body = '';
  for (const line of lines) {
    for (let start = 0; start < line.length; start += width) {
      const last = start + width >= line.length;
      body += `    ${line.slice(start, start + width)}${last ? '' : '\\#'}\n`;
    }
  }
  return `  /// ${abstract}\n  static let ${name}: StaticString = #"""\n${body}    """#\n`;
}

console.log(`/// Facts of the Unicode Character Database ${process.versions.unicode}, packed.
///
/// Written by \`Tests/Differential/unicodeTables.mjs\`; not edited by hand. A line holds the names of a property value,
/// the length of its data, and the data: distances between the code points where membership changes, each in base 45,
/// the low digit first, with 45 added to every digit but the last. Digits count from \`#\` and skip the backslash.
enum PatternUnicodeTables {
  /// The version of the database that the tables come from.
  static let version = "${process.versions.unicode}"

${literal('generalCategory', 'Values of \`General_Category\`.', table(generalCategories, 'General_Category='))}
${literal('script', 'Values of \`Script\`.', scriptLines)}
${literal('scriptExtensions',
  'Where \`Script_Extensions\` differs from \`Script\`, for the same value.', extensionLines)}
${literal('binary', 'Properties that hold or do not.', table(binaryProperties, ''))}}`);
