package dev.kafkaorders.lab.sabotage.agent;

import java.lang.constant.ClassDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes a service's methods as they are loaded: `-javaagent:sabotage.jar=NAME`.
///
/// A service that could not be sabotaged must not pass for one that was. So it ends the process
/// when a method isn't there any more, and says in the log what it has changed.
public final class SabotageAgent implements ClassFileTransformer {
    private static final int IMPOSSIBLE = 70;

    private final List<Patch> patches;

    private SabotageAgent(List<Patch> patches) {
        this.patches = patches;
    }

    /// Called by the JVM, before the service's own `main`.
    ///
    /// @param sabotage its name
    public static void premain(String sabotage, Instrumentation instrumentation) {
        instrumentation.addTransformer(new SabotageAgent(Patches.of(sabotage)));
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            String className,
            @Nullable Class<?> redefined,
            ProtectionDomain domain,
            byte[] original) {
        byte[] changed = null;
        for (var patch : patches) {
            if (loader != null && patch.type().equals(ClassDesc.ofInternalName(className))) {
                changed = apply(patch, changed == null ? original : changed, loader);
            }
        }
        return changed;
    }

    /// The JVM takes an exception from here for no change at all.
    private static byte[] apply(Patch patch, byte[] original, ClassLoader loader) {
        try {
            var changed = patch.applyTo(original, loader);
            System.out.println("SABOTAGED " + patch);
            return changed;
        } catch (RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(IMPOSSIBLE);
            throw e;
        }
    }
}
