package dev.kafkaorders.lab.sabotage.agent;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.instruction.ReturnInstruction;
import java.util.function.Consumer;

/// What is done to a method's code.
sealed interface Change {

    void apply(MethodBuilder method, CodeModel original);

    /// It does something else.
    record Instead(Consumer<CodeBuilder> code) implements Change {
        @Override
        public void apply(MethodBuilder method, CodeModel original) {
            method.withCode(code);
        }
    }

    /// It does something more first.
    record Before(Consumer<CodeBuilder> code) implements Change, CodeTransform {
        @Override
        public void apply(MethodBuilder method, CodeModel original) {
            method.transformCode(original, this);
        }

        @Override
        public void atStart(CodeBuilder builder) {
            code.accept(builder);
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            builder.with(element);
        }
    }

    /// It does something more at last, unless it throws.
    record After(Consumer<CodeBuilder> code) implements Change, CodeTransform {
        @Override
        public void apply(MethodBuilder method, CodeModel original) {
            method.transformCode(original, this);
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            if (element instanceof ReturnInstruction) {
                code.accept(builder);
            }
            builder.with(element);
        }
    }
}
