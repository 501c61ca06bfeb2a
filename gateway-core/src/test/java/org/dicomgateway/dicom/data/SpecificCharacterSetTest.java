package org.dicomgateway.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes are written as Latin-1, ESC as a dollar's currency sign ¤. */
class SpecificCharacterSetTest {

  /** PS3.5 Annexes H, I, J and K, and names of the languages of PS3.3 Table C.12-2. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\ISO 2022 IR 87 | Yamada^Tarou=¤$B;3ED¤(B^¤$BB@O:¤(B=¤$B$d$^$@¤(B^¤$B$?$m$&¤(B"
            + " | Yamada^Tarou=山田^太郎=やまだ^たろう",
        "ISO 2022 IR 13\\ISO 2022 IR 87"
            + " | ÔÏÀÞ^ÀÛ³=¤$B;3ED¤(J^¤$BB@O:¤(J=¤$B$d$^$@¤(J^¤$B$?$m$&¤(J"
            + " | ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう",
        "\\ISO 2022 IR 149 | Hong^Gildong=¤$)Cûó^¤$)CÑÎÔ×=¤$)CÈ«^¤$)C±æµ¿"
            + " | Hong^Gildong=洪^吉洞=홍^길동",
        "GB18030 | Wang^XiaoDong=Íõ^Ð¡¶«= | Wang^XiaoDong=王^小东=",
        "GBK | Wang^XiaoDong=Íõ^Ð¡¶«= | Wang^XiaoDong=王^小东=",
        "\\ISO 2022 IR 58 | Zhang^XiaoDong=¤$)AÕÅ^¤$)AÐ¡¶«= | Zhang^XiaoDong=张^小东=",
        "ISO_IR 13 | ÔÏÀÞ^ÀÛ³ | ﾔﾏﾀﾞ^ﾀﾛｳ",
        "ISO_IR 100 | Buc^Jérôme | Buc^Jérôme",
        "ISO_IR 100 | Äneas^Rüdiger | Äneas^Rüdiger",
        "ISO_IR 101 | Wa³êsa | Wałęsa",
        "ISO_IR 109 | ¡amrun | Ħamrun",
        "ISO_IR 110 | ©ar | Šar",
        "ISO_IR 126 | ÄéïíõóéïòÉ | ΔιονυσιοςΙ",
        "ISO_IR 127 | âÈÇæê^äæÒÇÑ | قباني^لنزار",
        "ISO_IR 138 | ùøåï^ãáåøä | שרון^דבורה",
        "ISO_IR 144 | »îÚceÜÑypÓ | Люкceмбypг",
        "ISO_IR 148 | Þirin | Şirin",
        "ISO_IR 166 | ÊÁªÒÂ | สมชาย",
        "ISO_IR 203 | ¼uvre^½ | Œuvre^œ",
      })
  void decodesAndEncodesNames(String terms, String bytes, String text) {
    SpecificCharacterSet set = of(terms);
    assertThat(set.decode(bytes(bytes), VR.PN)).isEqualTo(text);
    assertThat(set.encode(text, VR.PN)).isEqualTo(bytes(bytes));
  }

  @Test
  void decodesAndEncodesUtf8() {
    byte[] bytes = "Wang^XiaoDong=王^小東=".getBytes(StandardCharsets.UTF_8);
    assertThat(SpecificCharacterSet.UTF_8.decode(bytes, VR.PN)).isEqualTo("Wang^XiaoDong=王^小東=");
    assertThat(SpecificCharacterSet.UTF_8.encode("Wang^XiaoDong=王^小東=", VR.PN)).isEqualTo(bytes);
    assertThat(of("\\ISO_IR 192").decode(bytes, VR.PN)).isEqualTo("Wang^XiaoDong=王^小東=");
  }

  /** PS3.5 Annex K.3: every line begins in the first character set again. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\\ISO 2022 IR 58 | 1.¤$)AµÚÒ»ÐÐÎÄ×Ö¡£~2.¤$)AµÚ¶þÐÐÎÄ×Ö¡£~ | 1.第一行文字。~2.第二行文字。~",
        "ISO 2022 IR 100\\ISO 2022 IR 144 | é¤-L»îÚ~é | éЛюк~é",
      })
  void beginsAnewBehindControlCharacters(String terms, String bytes, String text) {
    byte[] lines =
        new String(bytes(bytes), StandardCharsets.ISO_8859_1)
            .replace("~", "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(of(terms).decode(lines, VR.LT)).isEqualTo(text.replace("~", "\r\n"));
    assertThat(of(terms).encode(text.replace("~", "\r\n"), VR.LT)).isEqualTo(lines);
  }

  @Test
  void beginsAnewBehindTheDelimitersOfTheRepresentation() {
    SpecificCharacterSet set = of("ISO 2022 IR 100\\ISO 2022 IR 144");
    assertThat(set.decode(bytes("¤-L»\\é"), VR.LO)).isEqualTo("Л\\é");
    assertThat(set.decode(bytes("¤-L»\\»"), VR.LT)).isEqualTo("Л\\Л");
    assertThat(set.decode(bytes("¤-L»^é"), VR.PN)).isEqualTo("Л^é");
    assertThat(set.decode(bytes("¤-L»^»"), VR.LO)).isEqualTo("Л^Л");
  }

  @Test
  void splitsNoCharacterWhoseSecondByteIsABackslash() {
    Attributes dataSet = new Attributes();
    dataSet.setString(Tag.SpecificCharacterSet, VR.CS, "GB18030");
    dataSet.setBytes(Tag.OtherPatientNames, VR.PN, bytes("\u008c\\\\\u0095\\"));
    assertThat(dataSet.strings(Tag.OtherPatientNames)).containsExactly("孿", "昞");

    dataSet.setString(Tag.SpecificCharacterSet, VR.CS, "", "ISO 2022 IR 87");
    dataSet.setBytes(Tag.OtherPatientNames, VR.PN, bytes("¤$B3\\¤(B\\Doe"));
    assertThat(dataSet.strings(Tag.OtherPatientNames)).containsExactly("顎", "Doe");

    dataSet.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 13");
    dataSet.setBytes(Tag.OtherPatientNames, VR.PN, bytes("Ô\\Ï"));
    dataSet.setBytes(Tag.AdditionalPatientHistory, VR.LT, bytes("Ô\\Ï"));
    assertThat(dataSet.strings(Tag.OtherPatientNames)).containsExactly("ﾔ", "ﾏ");
    assertThat(dataSet.strings(Tag.AdditionalPatientHistory)).containsExactly("ﾔ¥ﾏ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISO_IR 144",
        "ISO 2022 IR 144",
        "ISO IR 144",
        "ISO-IR 144",
        "ISO_IR_144",
        "iso_ir144",
        "ISO 2022 144",
        " ISO_IR 144 ",
        "ISO-8859-5",
        "iso8859_5"
      })
  void understandsTermsAsTheyAreMisspelled(String term) {
    assertThat(of(term).decode(bytes("»îÚ"), VR.PN)).isEqualTo("Люк");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ISO_IR 6",
        "ISO_IR 999",
        "NO SUCH SET",
        "?",
        "latin1",
        "ISO_IR 100\\ISO_IR 192"
      })
  void readsTheUndefinedAsLatin1(String terms) {
    assertThat(of(terms).decode(bytes("Buc^Jérôme"), VR.PN)).isEqualTo("Buc^Jérôme");
  }

  @Test
  void followsEscapeSequencesThatWereNotAnnounced() {
    assertThat(SpecificCharacterSet.DEFAULT.decode(bytes("¤$B;3ED¤(B A"), VR.LO)).isEqualTo("山田 A");
    assertThat(of("ISO 2022 IR 149").decode(bytes("±æµ¿"), VR.LO)).isEqualTo("길동");
  }

  @Test
  void readsDamagedTextAsFarAsItGoes() {
    SpecificCharacterSet japanese = of("\\ISO 2022 IR 87");
    assertThat(japanese.decode(bytes("A¤"), VR.LO)).isEqualTo("A\u001b");
    assertThat(japanese.decode(bytes("A¤$Z"), VR.LO)).isEqualTo("A\u001b$Z");
    assertThat(japanese.decode(bytes("¤$B;3E"), VR.LO)).isEqualTo("山\uFFFD");
    assertThat(of("ISO_IR 192").decode(bytes("é!"), VR.LO)).isEqualTo("\uFFFD!");
    assertThat(of("ISO_IR 126").decode(bytes("ÒA"), VR.LO)).isEqualTo("\uFFFDA");
  }

  @Test
  void usesOtherSetsOnlyWhereTheyAreNeeded() {
    SpecificCharacterSet set = of("\\ISO 2022 IR 87\\ISO 2022 IR 159");
    byte[] bytes = set.encode("A山 騏\\B", VR.LO);
    assertThat(set.decode(bytes, VR.LO)).isEqualTo("A山 騏\\B");
    assertThat(bytes).endsWith(bytes("¤(B\\B"));
  }

  @Test
  void refusesToWriteWhatASetDoesNotHave() {
    assertThatThrownBy(() -> of("ISO_IR 100").encode("Nguyễn", VR.PN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("U+1EC5")
        .hasMessageContaining("LATIN_1");
    assertThatThrownBy(() -> of("GBK").encode("\ud83d\ude00", VR.PN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SpecificCharacterSet of(String terms) {
    return SpecificCharacterSet.of(List.of((terms == null ? "" : terms).split("\\\\", -1)));
  }

  private static byte[] bytes(String text) {
    return text.replace('¤', '\u001b').getBytes(StandardCharsets.ISO_8859_1);
  }
}
