# The images of the suite. Stage `build` compiles everything once; a service's image takes its own jar from it:
#   docker build --target service --build-arg SERVICE=order-producer .

FROM maven:3.9.16-eclipse-temurin-25 AS build
WORKDIR /suite
COPY . .
# Tests and formatting are judged elsewhere; the modules of the tests are here because Maven wants to know them.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    mvn --batch-mode --no-transfer-progress --quiet -Dmaven.test.skip -Dspotless.check.skip package \
        --also-make --projects cluster-setup,order-producer,payment-consumer,dlq-replayer

# Boot's layers: what changes seldom first, so that a change of ours costs a pull of our own classes only.
FROM eclipse-temurin:25-jre AS layers
ARG SERVICE
COPY --from=build /suite/${SERVICE}/target/${SERVICE}-*.jar app.jar
RUN ["java", "-Djarmode=tools", "-jar", "app.jar", "extract", "--layers", "--destination", "layers"]

FROM eclipse-temurin:25-jre AS service
WORKDIR /app
COPY --from=layers layers/dependencies ./
COPY --from=layers layers/spring-boot-loader ./
COPY --from=layers layers/snapshot-dependencies ./
COPY --from=layers layers/application ./
# An AOT cache (JEP 483, 514): classes loaded and linked in a training run that ends when the context is there, before
# anything connects. It holds only for this very JVM, these jars and this collector, so it is made here, from what runs.
RUN ["java", "-XX:AOTCacheOutput=app.aot", "-Xlog:aot*=error", "-XX:+UseSerialGC", \
     "-Dspring.context.exit=onRefresh", \
     "-Dspring.flyway.enabled=false", "-Dpayments.gateway.simulated=true", \
     "-Dreplayer.viewer.password=training", "-Dreplayer.operator.password=training", \
     "-jar", "app.jar"]
# Where it may keep what it can rebuild; a volume has to be there.
RUN ["install", "--directory", "--owner=10001", "--group=10001", "/var/lib/kafka-orders"]
# A number, so that an orchestrator can see that it isn't root.
USER 10001:10001
# How the service divides its heap.
ARG SERVICE
COPY --from=build /suite/${SERVICE}/src/main/jvm.options ./
# java is process 1 and gets SIGTERM itself: it finishes what it has in hand. Half of the memory is for the heap; classes,
# threads, buffers and RocksDB have the other half. It begins with half of the heap: the objects of the AOT cache go into
# the old generation, and where they don't fit no JVM comes up.
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-XX:InitialRAMPercentage=25", \
            "@jvm.options", "-XX:+ExitOnOutOfMemoryError", "-jar", "app.jar"]

# Makes a cluster have the topics, users and rights of the one list, and ends.
FROM eclipse-temurin:25-jre AS cluster-setup
WORKDIR /app
COPY --from=build /suite/cluster-setup/target/cluster-setup-*-exec.jar app.jar
USER 10001:10001
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", "app.jar"]

# A broker that tells Prometheus how it is.
FROM apache/kafka:4.2.2 AS kafka
COPY --from=build /suite/local-stack/binaries/target/jmx-exporter/jmx_prometheus_javaagent-*.jar /opt/jmx-exporter/agent.jar

# What the replicas of a service are reached by, from the packages of the distribution that the other images stand on.
FROM eclipse-temurin:25-jre AS doors
RUN apt-get update -qq && \
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends haproxy >/dev/null && \
    rm -rf /var/lib/apt/lists/*
USER 10001:10001
# To finish what is under way; as process 1 it wouldn't hear SIGTERM at all.
STOPSIGNAL SIGUSR1
ENTRYPOINT ["haproxy", "-f", "/etc/haproxy/haproxy.cfg"]
