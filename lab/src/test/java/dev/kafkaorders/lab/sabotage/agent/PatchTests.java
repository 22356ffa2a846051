package dev.kafkaorders.lab.sabotage.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PatchTests {

    private static final ClassDesc VICTIM = ClassDesc.of(Victim.class.getName());
    private static final ClassDesc LIST = ConstantDescs.CD_List;
    private static final MethodTypeDesc ADD =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);

    /// Has a loop, so that its stack map frames have to be made anew.
    public static final class Victim implements UnaryOperator<List<String>> {
        @Override
        public List<String> apply(List<String> words) {
            say(words, 2);
            return words;
        }

        static void say(List<String> words, int times) {
            for (var i = 0; i < times; i++) {
                words.add("tea");
            }
        }
    }

    @Test
    void doesSomethingMoreFirst() throws Exception {
        assertThat(said(new Change.Before(PatchTests::sayMilk)))
                .containsExactly("milk", "tea", "tea");
    }

    @Test
    void doesSomethingMoreAtLast() throws Exception {
        assertThat(said(new Change.After(PatchTests::sayMilk)))
                .containsExactly("tea", "tea", "milk");
    }

    @Test
    void doesSomethingElse() throws Exception {
        var change =
                new Change.Instead(code -> {
                    sayMilk(code);
                    code.return_();
                });

        assertThat(said(change)).containsExactly("milk");
    }

    @Test
    void doesNotPassOverAMethodThatIsMissing() {
        var patch = new Patch(VICTIM, "sing", signature(), new Change.Before(_ -> {}));

        assertThatThrownBy(() -> patch.applyTo(bytes(), getClass().getClassLoader()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sing");
    }

    private static void sayMilk(CodeBuilder code) {
        code.aload(0).ldc("milk").invokeinterface(LIST, "add", ADD).pop();
    }

    private static MethodTypeDesc signature() {
        return MethodTypeDesc.of(ConstantDescs.CD_void, LIST, ConstantDescs.CD_int);
    }

    @SuppressWarnings("unchecked")
    private static List<String> said(Change change) throws Exception {
        var loader = PatchTests.class.getClassLoader();
        var changed = new Patch(VICTIM, "say", signature(), change).applyTo(bytes(), loader);
        var victim =
                new ClassLoader(loader) {
                    Class<?> define() {
                        return defineClass(Victim.class.getName(), changed, 0, changed.length);
                    }
                }.define().getConstructor().newInstance();
        return ((UnaryOperator<List<String>>) victim).apply(new ArrayList<>());
    }

    private static byte[] bytes() throws IOException {
        try (var file = Victim.class.getResourceAsStream("PatchTests$Victim.class")) {
            return file.readAllBytes();
        }
    }
}
