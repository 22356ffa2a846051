package dev.kafkaorders.lab.sabotage.agent;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/// A change to one method of one class.
///
/// @param type the class
/// @param method its method's name
/// @param signature its method's parameters and result
record Patch(ClassDesc type, String method, MethodTypeDesc signature, Change change) {

    /// @param resources the loader that the class comes from: to look up its relatives, whose bytes
    ///   are read and which are not loaded
    /// @throws IllegalStateException when there is no such method: then there is no such sabotage
    byte[] applyTo(byte[] original, ClassLoader resources) {
        var classFile =
                ClassFile.of(
                        ClassFile.ClassHierarchyResolverOption.of(
                                ClassHierarchyResolver.ofResourceParsing(resources)
                                        .orElse(ClassHierarchyResolver.defaultResolver())));
        var model = classFile.parse(original);
        if (model.methods().stream().noneMatch(this::isMeant)) {
            throw new IllegalStateException("no method " + this);
        }
        return classFile.transformClass(
                model, ClassTransform.transformingMethods(this::isMeant, changingCode()));
    }

    private boolean isMeant(MethodModel model) {
        return model.methodName().equalsString(method)
                && model.methodTypeSymbol().equals(signature);
    }

    private MethodTransform changingCode() {
        return (builder, element) -> {
            switch (element) {
                case CodeModel code -> change.apply(builder, code);
                case MethodElement other -> builder.with(other);
            }
        };
    }

    @Override
    public String toString() {
        return type.packageName()
                + "."
                + type.displayName()
                + "."
                + method
                + signature.displayDescriptor();
    }
}
