package dev.kafkaorders.lab;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the documents promise names the test that tries to break it; a promise without one is none.
class DocumentsTests {

    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+Tests)(?:\\.(\\w+))?`");
    private static final Pattern FURTHER_METHOD = Pattern.compile("`\\.(\\w+)`");

    private final Map<String, String> tests = tests();

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/pitfalls.md"})
    void nameTestsThatExist(String document) throws IOException {
        var lines = Files.readAllLines(PROJECT.resolve(document));

        assertThat(lines.stream().filter(line -> CLASS.matcher(line).find())).hasSizeGreaterThan(9);
        assertThat(lines).allSatisfy(this::namesTestsThatExist);
    }

    @Test
    void aTestThatIsMissedIsNoticed() {
        assertThat(tests).doesNotContainKey("NeverWrittenTests");
        assertThat(isMethod("DocumentsTests", "neverWritten")).isFalse();
        assertThat(isMethod("DocumentsTests", "nameTestsThatExist")).isTrue();
    }

    private void namesTestsThatExist(String line) {
        var named = CLASS.matcher(line);
        var last = "";
        while (named.find()) {
            last = named.group(1);
            assertThat(tests).containsKey(last);
            if (named.group(2) != null) {
                assertThat(isMethod(last, named.group(2))).as(named.group()).isTrue();
            }
        }
        var further = FURTHER_METHOD.matcher(line);
        while (further.find()) {
            assertThat(isMethod(last, further.group(1))).as(further.group()).isTrue();
        }
    }

    private boolean isMethod(String test, String name) {
        return tests.getOrDefault(test, "").contains("void " + name + "(");
    }

    /// The sources by the name of their class: in two modules there may be one of the same name.
    private static Map<String, String> tests() {
        try (var files = Files.walk(PROJECT)) {
            return files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith("Tests.java"))
                    .collect(
                            groupingBy(
                                    DocumentsTests::name,
                                    mapping(DocumentsTests::read, joining())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
