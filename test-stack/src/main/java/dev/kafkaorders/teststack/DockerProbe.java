package dev.kafkaorders.teststack;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/// Finds out whether containers can be had without a wait: an engine that hangs, or has no image
/// and reaches no registry, must neither hang a build nor fail it.
class DockerProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    sealed interface Answer {}

    record Usable() implements Answer {}

    record Unusable(String reason) implements Answer {}

    Answer ask() {
        var probe =
                CompletableFuture.supplyAsync(
                        DockerProbe::engineAndImages, task -> Thread.ofVirtual().start(task));
        try {
            return probe.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            return new Unusable(
                    "Docker did not have the images within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unusable("interrupted while asking Docker");
        } catch (ExecutionException e) {
            return new Unusable("Docker does not work: " + e.getMessage());
        }
    }

    private static Answer engineAndImages() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return new Unusable("no Docker engine answers");
        }
        var client = DockerClientFactory.lazyClient();
        for (var image : Images.ALL) {
            if (!isThere(client, image) && !comes(client, image)) {
                return new Unusable("Docker can't get the image " + image);
            }
        }
        return new Usable();
    }

    private static boolean isThere(DockerClient client, DockerImageName image) {
        try {
            client.inspectImageCmd(image.asCanonicalNameString()).exec();
            return true;
        } catch (NotFoundException _) {
            return false;
        }
    }

    private static boolean comes(DockerClient client, DockerImageName image) {
        try {
            return client.pullImageCmd(image.asCanonicalNameString())
                    .start()
                    .awaitCompletion(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (DockerException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
