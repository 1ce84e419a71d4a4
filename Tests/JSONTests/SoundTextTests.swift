import JSON
import Testing

/// What RFC 8259 has is read without a word: the cases `y_` of the parsing suite, and of `i_` those that we take.
@Suite struct SoundTextTests {
  static let sound = [
    Case("array_arraysWithSpaces", "[[]   ]", reads: "[[]]"),
    Case("array_empty-string", #"[""]"#),
    Case("array_empty", "[]"),
    Case("array_ending_with_newline", #"["a"]%0A"#, reads: #"["a"]"#),
    Case("array_false", "[false]"),
    Case("array_heterogeneous", #"[null, 1, "1", {}]"#, reads: #"[null,1,"1",{}]"#),
    Case("array_null", "[null]"),
    Case("array_with_1_and_newline", "[1%0A]", reads: "[1]"),
    Case("array_with_leading_space", " [1]", reads: "[1]"),
    Case("array_with_several_null", "[1,null,null,null,2]"),
    Case("array_with_trailing_space", "[2] ", reads: "[2]"),
    Case("number", "[123e65]"),
    Case("number_0e+1", "[0e+1]"),
    Case("number_0e1", "[0e1]"),
    Case("number_after_space", "[ 4]", reads: "[4]"),
    Case(
      "number_double_close_to_zero",
      "[-0.000000000000000000000000000000000000000000000000000000000000000000000000000001]"),
    Case("number_int_with_exp", "[20e1]"),
    Case("number_minus_zero", "[-0]"),
    Case("number_negative_int", "[-123]"),
    Case("number_negative_one", "[-1]"),
    Case("number_negative_zero", "[-0]"),
    Case("number_real_capital_e", "[1E22]"),
    Case("number_real_capital_e_neg_exp", "[1E-2]"),
    Case("number_real_capital_e_pos_exp", "[1E+2]"),
    Case("number_real_exponent", "[123e45]"),
    Case("number_real_fraction_exponent", "[123.456e78]"),
    Case("number_real_neg_exp", "[1e-2]"),
    Case("number_real_pos_exponent", "[1e+2]"),
    Case("number_simple_int", "[123]"),
    Case("number_simple_real", "[123.456789]"),
    Case("object", #"{"asd":"sdf", "dfg":"fgh"}"#, reads: #"{"asd":"sdf","dfg":"fgh"}"#),
    Case("object_basic", #"{"asd":"sdf"}"#),
    Case("object_duplicated_key", #"{"a":"b","a":"c"}"#),
    Case("object_duplicated_key_and_value", #"{"a":"b","a":"b"}"#),
    Case("object_empty", "{}"),
    Case("object_empty_key", #"{"":0}"#),
    Case("object_escaped_null_in_key", #"{"foo\u0000bar": 42}"#, reads: #"{"foo\u0000bar":42}"#),
    Case("object_extreme_numbers", #"{ "min": -1.0e+28, "max": 1.0e+28 }"#, reads: #"{"min":-1.0e+28,"max":1.0e+28}"#),
    Case(
      "object_long_strings",
      #"{"x":[{"id": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}], "id": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}"#,
      reads:
        #"{"x":[{"id":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}],"id":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}"#),
    Case("object_simple", #"{"a":[]}"#),
    Case(
      "object_string_unicode",
      #"{"title":"\u041f\u043e\u043b\u0442\u043e\u0440\u0430 \u0417\u0435\u043c\u043b\u0435\u043a\u043e\u043f\u0430" }"#,
      reads: #"{"title":"Полтора Землекопа"}"#),
    Case("object_with_newlines", #"{%0A"a": "b"%0A}"#, reads: #"{"a":"b"}"#),
    Case("string_1_2_3_bytes_UTF-8_sequences", #"["\u0060\u012a\u12AB"]"#, reads: #"["`Īካ"]"#),
    Case("string_accepted_surrogate_pair", #"["\uD801\udc37"]"#, reads: #"["𐐷"]"#),
    Case("string_accepted_surrogate_pairs", #"["\ud83d\ude39\ud83d\udc8d"]"#, reads: #"["\#u{1F639}\#u{1F48D}"]"#),
    Case("string_allowed_escapes", #"["\"\\\/\b\f\n\r\t"]"#, reads: #"["\"\\/\u0008\u000c\n\u000d\u0009"]"#),
    Case("string_backslash_and_u_escaped_zero", #"["\\u0000"]"#),
    Case("string_backslash_doublequotes", #"["\""]"#),
    Case("string_comments", #"["a/*b*/c/*d//e"]"#),
    Case("string_double_escape_a", #"["\\a"]"#),
    Case("string_double_escape_n", #"["\\n"]"#),
    Case("string_escaped_control_character", #"["\u0012"]"#),
    Case("string_escaped_noncharacter", #"["\uFFFF"]"#, reads: #"["\#u{FFFF}"]"#),
    Case("string_in_array", #"["asd"]"#),
    Case("string_in_array_with_leading_space", #"[ "asd"]"#, reads: #"["asd"]"#),
    Case("string_last_surrogates_1_and_2", #"["\uDBFF\uDFFF"]"#, reads: #"["\#u{10FFFF}"]"#),
    Case("string_nbsp_uescaped", #"["new\u00A0line"]"#, reads: #"["new line"]"#),
    Case("string_nonCharacterInUTF-8_U+10FFFF", #"["%F4%8F%BF%BF"]"#),
    Case("string_nonCharacterInUTF-8_U+FFFF", #"["%EF%BF%BF"]"#),
    Case("string_null_escape", #"["\u0000"]"#),
    Case("string_one-byte-utf-8", #"["\u002c"]"#, reads: #"[","]"#),
    Case("string_pi", #"["π"]"#),
    Case("string_reservedCharacterInUTF-8_U+1BFFF", #"["%F0%9B%BF%BF"]"#),
    Case("string_simple_ascii", #"["asd "]"#),
    Case("string_space", #"" ""#),
    Case("string_surrogates_U+1D11E_MUSICAL_SYMBOL_G_CLEF", #"["\uD834\uDd1e"]"#, reads: #"["𝄞"]"#),
    Case("string_three-byte-utf-8", #"["\u0821"]"#, reads: #"["ࠡ"]"#),
    Case("string_two-byte-utf-8", #"["\u0123"]"#, reads: #"["ģ"]"#),
    Case("string_u+2028_line_sep", #"["%E2%80%A8"]"#),
    Case("string_u+2029_par_sep", #"["%E2%80%A9"]"#),
    Case("string_uEscape", #"["\u0061\u30af\u30EA\u30b9"]"#, reads: #"["aクリス"]"#),
    Case("string_uescaped_newline", #"["new\u000Aline"]"#, reads: #"["new\nline"]"#),
    Case("string_unescaped_char_delete", #"["%7F"]"#),
    Case("string_unicode", #"["\uA66D"]"#, reads: #"["ꙭ"]"#),
    Case("string_unicodeEscapedBackslash", #"["\u005C"]"#, reads: #"["\\"]"#),
    Case("string_unicode_2", #"["%E2%8D%82%E3%88%B4%E2%8D%82"]"#),
    Case("string_unicode_U+10FFFE_nonchar", #"["\uDBFF\uDFFE"]"#, reads: #"["\#u{10FFFE}"]"#),
    Case("string_unicode_U+1FFFE_nonchar", #"["\uD83F\uDFFE"]"#, reads: #"["\#u{1FFFE}"]"#),
    Case("string_unicode_U+200B_ZERO_WIDTH_SPACE", #"["\u200B"]"#, reads: #"["\#u{200B}"]"#),
    Case("string_unicode_U+2064_invisible_plus", #"["\u2064"]"#, reads: #"["\#u{2064}"]"#),
    Case("string_unicode_U+FDD0_nonchar", #"["\uFDD0"]"#, reads: #"["%EF%B7%90"]"#),
    Case("string_unicode_U+FFFE_nonchar", #"["\uFFFE"]"#, reads: #"["\#u{FFFE}"]"#),
    Case("string_unicode_escaped_double_quote", #"["\u0022"]"#, reads: #"["\""]"#),
    Case("string_utf8", #"["%E2%82%AC%F0%9D%84%9E"]"#),
    Case("string_with_del_character", #"["a%7Fa"]"#),
    Case("structure_lonely_false", "false"),
    Case("structure_lonely_int", "42"),
    Case("structure_lonely_negative_real", "-0.1"),
    Case("structure_lonely_null", "null"),
    Case("structure_lonely_string", #""asd""#),
    Case("structure_lonely_true", "true"),
    Case("structure_string_empty", #""""#),
    Case("structure_trailing_newline", #"["a"]%0A"#, reads: #"["a"]"#),
    Case("structure_true_in_array", "[true]"),
    Case("structure_whitespace_array", " [] ", reads: "[]"),
  ]

  @Test(arguments: sound)
  func isReadWithoutAWord(_ example: Case) throws {
    let (document, text, slips) = try example.read()
    #expect(document.isStrict && !document.isCutShort)
    #expect(slips == "")
    #expect(text == example.reads)
    #expect(JSONTree(strict: example.bytes)?.text(.compact) == example.reads)
  }

  /// Where the standard leaves it to the reader: digits stay as they are, what is no UTF-8 and half surrogate pairs are
  /// U+FFFD, another encoding is no JSON.
  static let open = [
    Case("number_double_huge_neg_exp", "[123.456e-789]"),
    Case(
      "number_huge_exp",
      "[0.4e00669999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999969999999006]"
    ),
    Case("number_neg_int_huge_exp", "[-1e+9999]"),
    Case("number_pos_double_huge_exp", "[1.5e+9999]"),
    Case("number_real_neg_overflow", "[-123123e100000]"),
    Case("number_real_pos_overflow", "[123123e100000]"),
    Case("number_real_underflow", "[123e-10000000]"),
    Case("number_too_big_neg_int", "[-123123123123123123123123123123]"),
    Case("number_too_big_pos_int", "[100000000000000000000]"),
    Case("number_very_big_negative_int", "[-237462374673276894279832749832423479823246327846]"),
    Case("object_key_lone_2nd_surrogate", #"{"\uDFAA":0}"#, reads: #"{"�":0}"#),
    Case("string_1st_surrogate_but_2nd_missing", #"["\uDADA"]"#, reads: #"["�"]"#),
    Case("string_1st_valid_surrogate_2nd_invalid", #"["\uD888\u1234"]"#, reads: #"["�ሴ"]"#),
    Case("string_UTF-16LE_with_BOM", #"%FF%FE[%00"%00%E9%00"%00]%00"#, reads: nil, slips: "1:1"),
    Case("string_UTF-8_invalid_sequence", #"["%E6%97%A5%D1%88%FA"]"#, reads: #"["日ш�"]"#),
    Case("string_UTF8_surrogate_U+D800", #"["%ED%A0%80"]"#, reads: #"["���"]"#),
    Case("string_incomplete_surrogate_and_escape_valid", #"["\uD800\n"]"#, reads: #"["�\n"]"#),
    Case("string_incomplete_surrogate_pair", #"["\uDd1ea"]"#, reads: #"["�a"]"#),
    Case("string_incomplete_surrogates_escape_valid", #"["\uD800\uD800\n"]"#, reads: #"["��\n"]"#),
    Case("string_invalid_lonely_surrogate", #"["\ud800"]"#, reads: #"["�"]"#),
    Case("string_invalid_surrogate", #"["\ud800abc"]"#, reads: #"["�abc"]"#),
    Case("string_invalid_utf-8", #"["%FF"]"#, reads: #"["�"]"#),
    Case("string_inverted_surrogates_U+1D11E", #"["\uDd1e\uD834"]"#, reads: #"["��"]"#),
    Case("string_iso_latin_1", #"["%E9"]"#, reads: #"["�"]"#),
    Case("string_lone_second_surrogate", #"["\uDFAA"]"#, reads: #"["�"]"#),
    Case("string_lone_utf8_continuation_byte", #"["%81"]"#, reads: #"["�"]"#),
    Case("string_not_in_unicode_range", #"["%F4%BF%BF%BF"]"#, reads: #"["����"]"#),
    Case("string_overlong_sequence_2_bytes", #"["%C0%AF"]"#, reads: #"["��"]"#),
    Case("string_overlong_sequence_6_bytes", #"["%FC%83%BF%BF%BF%BF"]"#, reads: #"["������"]"#),
    Case("string_overlong_sequence_6_bytes_null", #"["%FC%80%80%80%80%80"]"#, reads: #"["������"]"#),
    Case("string_truncated-utf-8", #"["%E0%FF"]"#, reads: #"["��"]"#),
    Case("string_utf16BE_no_BOM", #"%00[%00"%00%E9%00"%00]"#, reads: #"["\u0000�\u0000"]"#, slips: "1:1 1:3 1:9"),
    Case("string_utf16LE_no_BOM", #"[%00"%00%E9%00"%00]%00"#, reads: #"["\u0000�\u0000"]"#, slips: "1:2 1:8 1:10"),
    Case("structure_UTF-8_BOM_empty_object", "%EF%BB%BF{}", reads: "{}"),
  ]

  @Test(arguments: open)
  func isReadAsWeChoose(_ example: Case) throws {
    let (document, text, slips) = try example.read()
    #expect(document.isStrict == example.slips.isEmpty)
    #expect(slips == example.slips)
    #expect(text == example.reads)
  }

  @Test func fiveHundredListsInEachOtherAreTooDeep() throws {
    let bytes = Array((String(repeating: "[", count: 500) + String(repeating: "]", count: 500)).utf8)
    let document = try JSONReader().read(bytes)
    #expect(document.slips.isEmpty && !document.isStrict)
    #expect(document.tooDeep.map(\.offset) == [64])
    #expect(document.tooDeep.map(\.path) == ["$" + String(repeating: "[0]", count: 64)])
    #expect(try JSONReader(depthLimit: 500).read(bytes).isStrict)
  }
}
