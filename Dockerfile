# The kit as an image. Without arguments it starts the mock on port 8080. See docs/ci.md.
# The base images are pinned by digest, so that a build always uses the same ones. Update tag and digest together.
FROM maven:3.9-eclipse-temurin-17@sha256:a8746f15d5bb26b5b8bacb056cc76211553850f4c71d16aff845cfa004cbc197 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -pl conformance-tests -am -DskipTests -Dspotless.check.skip package

FROM eclipse-temurin:17-jre@sha256:13cc28a6cc72a38ce1f00c906be3580c1a3e604b8984d694f369a96742abc93b
COPY kit LICENSE /opt/kit/
COPY --from=build /build/conformance-tests/target/kit.jar /opt/kit/
# Target files are mounted to /work, and reports are written there. The first start stores the classes for all later ones.
RUN useradd --uid 10001 --create-home --home-dir /work kit && /opt/kit/kit --version
USER 10001
WORKDIR /work
EXPOSE 8080
# Uses bash, which the launcher needs anyway. It only matters for containers that run the mock.
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /__admin/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/opt/kit/kit"]
# The loopback address of the container cannot be reached from outside.
CMD ["mock", "--bind", "0.0.0.0"]
