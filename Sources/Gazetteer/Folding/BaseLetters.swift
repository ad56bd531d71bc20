/// Base letters of the letters that Unicode composes from a base and marks, or keeps for compatibility.
///
/// Decompositions of Unicode 14 for letters, marks, decimal digits and letter numbers, with the marks that
/// `DroppedMarks` names left out: compatibility ones (NFKD) up to U+2EFF and for Latin ligatures and full- and
/// half-width forms, canonical ones for the rest but CJK ideographs and Hangul. Capital letters are absent:
/// they are lower-cased first. Superscript digits are absent on purpose: "Kyiv¹" is Kyiv
/// with a footnote. Each group reads: what they become, a space, the letters that become it.
enum BaseLetters {
  /// Scalar value to the scalars it becomes.
  static func table() -> [UInt32: [Unicode.Scalar]] {
    var result: [UInt32: [Unicode.Scalar]] = [:]
    for group in groups.unicodeScalars.split(separator: ";") {
      let parts = group.split(separator: " ", omittingEmptySubsequences: true)
      guard parts.count == 2 else { continue }
      let base = Array(parts[0])
      for scalar in parts[1] { result[scalar.value] = base }
    }
    return result
  }

  private static let groups = """
    0 ０; 1 １; 2 ２; 3 ３; 4 ４; 5 ５; 6 ６; 7 ７; 8 ８; 9 ９; a ªàáâãäåāăąǎǟǡǻȁȃȧᴬᵃḁạảấầẩẫậắằẳẵặₐａ; \
    aʾ ẚ; b ᴮᵇḃḅḇℬｂ; c çćĉċčᶜḉℂℭⅽｃ; d ďᴰᵈḋḍḏḑḓⅅⅆⅾｄ; dz ǆǳ; e èéêëēĕėęěȅȇȩᴱᵉḕḗḙḛḝẹẻẽếềểễệₑℯℰⅇｅ; \
    f ᶠḟℱｆ; ff ﬀ; ffi ﬃ; ffl ﬄ; fi ﬁ; fl ﬂ; g ĝğġģǧǵᴳᵍḡℊｇ; h ĥȟʰᴴḣḥḧḩḫẖₕℋℌℍℎｈ; \
    i ìíîïĩīĭįǐȉȋᴵᵢḭḯỉịⁱℐℑℹⅈⅰｉ; ii ⅱ; iii ⅲ; ij ĳ; iv ⅳ; ix ⅸ; j ĵǰʲᴶⅉⱼｊ; k ķǩᴷᵏḱḳḵₖｋ; \
    l ĺļľˡᴸḷḹḻḽₗℒℓⅼｌ; lj ǉ; m ᴹᵐḿṁṃₘℳⅿｍ; n ñńņňǹᴺṅṇṉṋⁿₙℕｎ; nj ǌ; \
    o ºòóôõöōŏőơǒǫǭȍȏȫȭȯȱᴼᵒṍṏṑṓọỏốồổỗộớờởỡợₒℴｏ; p ᴾᵖṕṗₚℙｐ; q ℚｑ; r ŕŗřȑȓʳᴿᵣṙṛṝṟℛℜℝｒ; \
    s śŝşšſșˢṡṣṥṧṩẛₛｓ; st ﬅﬆ; t ţťțᵀᵗṫṭṯṱẗₜｔ; u ùúûüũūŭůűųưǔǖǘǚǜȕȗᵁᵘᵤṳṵṷṹṻụủứừửữựｕ; v ᵛᵥṽṿⅴⱽｖ; vi ⅵ; \
    vii ⅶ; viii ⅷ; w ŵʷᵂẁẃẅẇẉẘｗ; x ˣẋẍₓⅹｘ; xi ⅺ; xii ⅻ; y ýÿŷȳʸẏẙỳỵỷỹｙ; z źżžᶻẑẓẕℤℨｚ; æ ǣǽᴭ; ð ᶞ; \
    ø ǿ; ħ ℏ; ŋ ᵑ; ƫ ᶵ; ǝ ᴲ; ȣ ᴽ; ɐ ᵄ; ɑ ᵅ; ɒ ᶛ; ɔ ᵓ; ɕ ᶝ; ə ᵊₔ; ɛ ᵋℇ; ɜ ᵌᶟ; ɟ ᶡ; ɡ ᶢ; ɣ ˠ; ɥ ᶣ; ɦ ʱ; \
    ɨ ᶤ; ɩ ᶥ; ɪ ᶦ; ɭ ᶩ; ɯ ᵚ; ɰ ᶭ; ɱ ᶬ; ɲ ᶮ; ɳ ᶯ; ɴ ᶰ; ɵ ᶱ; ɸ ᶲ; ɹ ʴ; ɻ ʵ; ʁ ʶ; ʂ ᶳ; ʃ ᶴ; ʉ ᶶ; ʊ ᶷ; ʋ ᶹ; \
    ʌ ᶺ; ʐ ᶼ; ʑ ᶽ; ʒ ǯᶾ; ʕ ˤ; ʝ ᶨ; ʟ ᶫ; ʹ ʹ; ʼn ŉ; α άἀἁἂἃἄἅἆἇὰάᾀᾁᾂᾃᾄᾅᾆᾇᾰᾱᾲᾳᾴᾶᾷ; β ϐᵝᵦ; γ ᵞᵧℽℾ; δ ᵟ; \
    ε έϵἐἑἒἓἔἕὲέ; η ήἠἡἢἣἤἥἦἧὴήᾐᾑᾒᾓᾔᾕᾖᾗῂῃῄῆῇ; θ ϑᶿ; ι ΐίϊἰἱἲἳἴἵἶἷὶίιῐῑῒΐῖῗ; κ ϰ; μ µ; ο όὀὁὂὃὄὅὸό; \
    π ϖℼℿ; ρ ϱᵨῤῥ; ς ϲ; σ Ϲ; υ ΰϋύϒϓϔὐὑὒὓὔὕὖὗὺύῠῡῢΰῦῧ; φ ϕᵠᵩ; χ ᵡᵪ; ω ώὠὡὢὣὤὥὦὧὼώᾠᾡᾢᾣᾤᾥᾦᾧῲῳῴῶῷ; а ӑӓ; \
    г ѓ; е ѐёӗ; ж ӂӝ; з ӟ; и йѝӣӥ; к ќ; н ᵸ; о ӧ; у ўӯӱӳ; ч ӵ; ы ӹ; э ӭ; і ї; ѵ ѷ; ә ӛ; ө ӫ; եւ և; \
    א ℵאַאָאּ; ב ℶבּבֿ; ג ℷגּ; ד ℸדּ; ה הּ; ו וּוֹ; ז זּ; ט טּ; י יִיּ; ך ךּ; כ כּכֿ; ל לּ; מ מּ; נ נּ; ס סּ; ף ףּ; פ פּפֿ; צ צּ; \
    ק קּ; ר רּ; ש שׁשׂשּׁשּׂשּ; ת תּ; ײ ײַ; ا آأإ; اٴ ٵ; و ؤ; وٴ ٶ; ي ئ; يٴ ٸ; ہ ۂ; ۇٴ ٷ; ے ۓ; ە ۀ; क\u{93C} क़; \
    ख\u{93C} ख़; ग\u{93C} ग़; ज\u{93C} ज़; ड\u{93C} ड़; ढ\u{93C} ढ़; न\u{93C} ऩ; फ\u{93C} फ़; य\u{93C} य़; \
    र\u{93C} ऱ; ळ\u{93C} ऴ; ড\u{9BC} ড়; ঢ\u{9BC} ঢ়; য\u{9BC} য়; \u{9C7}\u{9BE} \u{9CB}; \
    \u{9C7}\u{9D7} \u{9CC}; ਖ\u{A3C} ਖ਼; ਗ\u{A3C} ਗ਼; ਜ\u{A3C} ਜ਼; ਫ\u{A3C} ਫ਼; ਲ\u{A3C} ਲ਼; ਸ\u{A3C} ਸ਼; \
    ଡ\u{B3C} ଡ଼; ଢ\u{B3C} ଢ଼; \u{B47}\u{B3E} \u{B4B}; \u{B47}\u{B56} \u{B48}; \u{B47}\u{B57} \u{B4C}; \
    ஒ\u{BD7} ஔ; \u{BC6}\u{BBE} \u{BCA}; \u{BC6}\u{BD7} \u{BCC}; \u{BC7}\u{BBE} \u{BCB}; \
    \u{C46}\u{C56} \u{C48}; \u{CBF}\u{CD5} \u{CC0}; \u{CC6}\u{CC2} \u{CCA}; \
    \u{CC6}\u{CC2}\u{CD5} \u{CCB}; \u{CC6}\u{CD5} \u{CC7}; \u{CC6}\u{CD6} \u{CC8}; \
    \u{D46}\u{D3E} \u{D4A}; \u{D46}\u{D57} \u{D4C}; \u{D47}\u{D3E} \u{D4B}; \u{DD9}\u{DCA} \u{DDA}; \
    \u{DD9}\u{DCF} \u{DDC}; \u{DD9}\u{DCF}\u{DCA} \u{DDD}; \u{DD9}\u{DDF} \u{DDE}; \u{E4D}า ำ; ຫນ ໜ; \
    ຫມ ໝ; \u{ECD}າ ຳ; ཀ\u{FB5} ཀྵ; ག\u{FB7} གྷ; ཌ\u{FB7} ཌྷ; ད\u{FB7} དྷ; བ\u{FB7} བྷ; ཛ\u{FB7} ཛྷ; \
    \u{F71}\u{F72} \u{F73}; \u{F71}\u{F74} \u{F75}; \u{F71}\u{F80} \u{F81}; \u{F90}\u{FB5} \u{FB9}; \
    \u{F92}\u{FB7} \u{F93}; \u{F9C}\u{FB7} \u{F9D}; \u{FA1}\u{FB7} \u{FA2}; \u{FA6}\u{FB7} \u{FA7}; \
    \u{FAB}\u{FB7} \u{FAC}; \u{FB2}\u{F71}\u{F80} \u{F77}; \u{FB2}\u{F80} \u{F76}; \
    \u{FB3}\u{F71}\u{F80} \u{F79}; \u{FB3}\u{F80} \u{F78}; ဥ\u{102E} ဦ; ნ ჼ; ᬅ\u{1B35} ᬆ; ᬇ\u{1B35} ᬈ; \
    ᬉ\u{1B35} ᬊ; ᬋ\u{1B35} ᬌ; ᬍ\u{1B35} ᬎ; ᬑ\u{1B35} ᬒ; \u{1B3A}\u{1B35} \u{1B3B}; \
    \u{1B3C}\u{1B35} \u{1B3D}; \u{1B3E}\u{1B35} \u{1B40}; \u{1B3F}\u{1B35} \u{1B41}; \
    \u{1B42}\u{1B35} \u{1B43}; ᴂ ᵆ; ᴖ ᵔ; ᴗ ᵕ; ᴜ ᶸ; ᴝ ᵙ; ᴥ ᵜ; ᵻ ᶧ; ᶅ ᶪ; ⵡ ⵯ; う\u{3099} ゔ; \
    か\u{3099} が; き\u{3099} ぎ; く\u{3099} ぐ; け\u{3099} げ; こ\u{3099} ご; さ\u{3099} ざ; \
    し\u{3099} じ; す\u{3099} ず; せ\u{3099} ぜ; そ\u{3099} ぞ; た\u{3099} だ; ち\u{3099} ぢ; \
    つ\u{3099} づ; て\u{3099} で; と\u{3099} ど; は\u{3099} ば; は\u{309A} ぱ; ひ\u{3099} び; \
    ひ\u{309A} ぴ; ふ\u{3099} ぶ; ふ\u{309A} ぷ; へ\u{3099} べ; へ\u{309A} ぺ; ほ\u{3099} ぼ; \
    ほ\u{309A} ぽ; \u{3099} ﾞ; \u{309A} ﾟ; ゝ\u{3099} ゞ; ァ ｧ; ア ｱ; ィ ｨ; イ ｲ; ゥ ｩ; ウ ｳ; \
    ウ\u{3099} ヴ; ェ ｪ; エ ｴ; ォ ｫ; オ ｵ; カ ｶ; カ\u{3099} ガ; キ ｷ; キ\u{3099} ギ; ク ｸ; \
    ク\u{3099} グ; ケ ｹ; ケ\u{3099} ゲ; コ ｺ; コ\u{3099} ゴ; サ ｻ; サ\u{3099} ザ; シ ｼ; シ\u{3099} ジ; \
    ス ｽ; ス\u{3099} ズ; セ ｾ; セ\u{3099} ゼ; ソ ｿ; ソ\u{3099} ゾ; タ ﾀ; タ\u{3099} ダ; チ ﾁ; \
    チ\u{3099} ヂ; ッ ｯ; ツ ﾂ; ツ\u{3099} ヅ; テ ﾃ; テ\u{3099} デ; ト ﾄ; ト\u{3099} ド; ナ ﾅ; ニ ﾆ; \
    ヌ ﾇ; ネ ﾈ; ノ ﾉ; ハ ﾊ; ハ\u{3099} バ; ハ\u{309A} パ; ヒ ﾋ; ヒ\u{3099} ビ; ヒ\u{309A} ピ; フ ﾌ; \
    フ\u{3099} ブ; フ\u{309A} プ; ヘ ﾍ; ヘ\u{3099} ベ; ヘ\u{309A} ペ; ホ ﾎ; ホ\u{3099} ボ; \
    ホ\u{309A} ポ; マ ﾏ; ミ ﾐ; ム ﾑ; メ ﾒ; モ ﾓ; ャ ｬ; ヤ ﾔ; ュ ｭ; ユ ﾕ; ョ ｮ; ヨ ﾖ; ラ ﾗ; リ ﾘ; ル ﾙ; \
    レ ﾚ; ロ ﾛ; ワ ﾜ; ワ\u{3099} ヷ; ヰ\u{3099} ヸ; ヱ\u{3099} ヹ; ヲ ｦ; ヲ\u{3099} ヺ; ン ﾝ; ー ｰ; \
    ヽ\u{3099} ヾ; \u{11099}\u{110BA} \u{1109A}; \u{1109B}\u{110BA} \u{1109C}; \
    \u{110A5}\u{110BA} \u{110AB}; \u{11131}\u{11127} \u{1112E}; \u{11132}\u{11127} \u{1112F}; \
    \u{11347}\u{1133E} \u{1134B}; \u{11347}\u{11357} \u{1134C}; \u{114B9}\u{114B0} \u{114BC}; \
    \u{114B9}\u{114BA} \u{114BB}; \u{114B9}\u{114BD} \u{114BE}; \u{115B8}\u{115AF} \u{115BA}; \
    \u{115B9}\u{115AF} \u{115BB}; \u{11935}\u{11930} \u{11938}
    """
}
