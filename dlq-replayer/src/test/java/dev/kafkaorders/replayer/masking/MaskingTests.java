package dev.kafkaorders.replayer.masking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTests {

    private final Masking masking =
            new Masking(
                    new MaskingSettings(
                            List.of("$.card", "$.lines[*].secret", "$..token", "$.a.b")));

    @Test
    void masksFieldsByTheirPath() {
        assertThat(text("{\"card\": \"4711\", \"other\": {\"card\": \"seen\"}}"))
                .isEqualTo("{\"card\":\"***\",\"other\":{\"card\":\"seen\"}}");
        assertThat(text("{\"lines\": [{\"secret\": 1}, {\"secret\": {\"x\": 2}}, 3]}"))
                .isEqualTo("{\"lines\":[{\"secret\":\"***\"},{\"secret\":\"***\"},3]}");
        assertThat(text("[{\"deep\": {\"token\": \"t\"}}]"))
                .isEqualTo("[{\"deep\":{\"token\":\"***\"}}]");
        assertThat(text("{\"a\": {\"b\": null, \"c\": 1}}"))
                .isEqualTo("{\"a\":{\"b\":\"***\",\"c\":1}}");
    }

    @Test
    void masksAFieldWhoseNameIsWrittenOtherwise() {
        assertThat(text("{\"c\\u0061rd\": \"4711\"}")).doesNotContain("4711");
    }

    @Test
    void hidesWhatItMaskedInOtherTextsToo() {
        assertThat(mask("{\"card\": \"4711\"}").hideIn("refused: 4711")).isEqualTo("refused: ***");
        assertThat(mask("{\"card\": {\"number\": \"4711\"}}").hideIn("4711")).isEqualTo("***");
        assertThat(mask("{\"card\": \"no\"}").hideIn("nobody")).isEqualTo("nobody");
        assertThat(mask("{}").hideIn(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"paymentMethod\": \"pm_4711\"}",
                "[{\"paymentMethod\": \"pm_4711\"}]",
                "{\"order\": {\"paymentMethod\": [\"pm_4711\"]}}",
                "\"{\\\"paymentMethod\\\": \\\"pm_4711\\\"}\"",
                "\"{\\\"p\\\\u0061ymentMethod\\\": {\\\"id\\\": \\\"pm_4711\\\"}}\"",
                "{\"text\": \"paymentMethod=pm_4711\"}",
                "[\"{\\\"paymentMethod\\\": \\\"pm_4711\"]"
            })
    void masksThePaymentMethodWhereverADocumentHasIt(String text) {
        var masked =
                new Masking(new MaskingSettings(List.of("$..paymentMethod")))
                        .mask(text.getBytes(UTF_8));
        assertThat(masked).isInstanceOf(Masked.Json.class);
        assertThat(masked.text()).contains("***").doesNotContain("4711");
        assertThat(masked.hideIn("refused: pm_4711")).isEqualTo("refused: ***");
    }

    @Test
    void leavesTextsInWhichThereIsNothingToMaskAsTheyAre() {
        var text = "{\"note\":\"{ \\\"x\\\" : 1 }\",\"other\":\"[sic]\",\"n\":[\"\",\"1\"]}";
        assertThat(text(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"card\": \"4711 0815\", broken",
                "{\"card\": \"4711 0815",
                "{\"card\":4711,",
                "{'card': '4711'}}",
                "card=4711&x=y",
                "\"{\\\"card\\\": \\\"4711\\\"}",
                "{\"card\": \"4711\"} {\"card\": \"4711\"}"
            })
    void masksWhatLooksLikeAFieldInWhatIsNoJson(String text) {
        var masked = mask(text);
        assertThat(masked).isInstanceOf(Masked.Bytes.class);
        assertThat(masked.text())
                .contains("card", "***")
                .doesNotContain("4711")
                .doesNotContain("0815");
        assertThat(masked.hideIn("refused: 4711")).contains("refused: ").isNotNull();
    }

    @Test
    void showsOtherBytesAsTheyAre() {
        assertThat(masking.mask(new byte[] {0, (byte) 0xfe}))
                .isInstanceOfSatisfying(
                        Masked.Bytes.class, bytes -> assertThat(bytes.hex()).isEqualTo("00fe"));
        assertThat(masking.mask((byte[]) null)).isEqualTo(new Masked.Nothing());
        assertThat(masking.mask(new byte[0])).isInstanceOf(Masked.Bytes.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"card", "$", "$.", "$.a[0]", "$.lines[*]", "$.a b", ""})
    void refusesAPathThatItDoesNotUnderstand(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MaskingSettings(List.of(path)))
                .withMessageContaining("replayer.masking.paths");
    }

    private Masked mask(String payload) {
        return masking.mask(payload.getBytes(UTF_8));
    }

    private String text(String payload) {
        return mask(payload).text();
    }
}
