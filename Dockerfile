# The command kit as an image; without arguments it plays the mock on port 8080. See docs/ci.md.
# The bases are pinned by tag, for a tag gets the mends of its system; who wants the same bytes again adds the digest.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -pl conformance-tests -am -DskipTests -Dspotless.check.skip package

FROM eclipse-temurin:17-jre
COPY kit LICENSE /opt/kit/
COPY --from=build /build/conformance-tests/target/kit.jar /opt/kit/
# /work is where a target file is mounted and reports are written. The first run stores the classes for all others.
RUN useradd --uid 10001 --create-home --home-dir /work kit && /opt/kit/kit --version
USER 10001
WORKDIR /work
EXPOSE 8080
# By bash, which the launcher needs anyway. Where the container runs another command than the mock, nobody asks for its health.
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /__admin/health HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/opt/kit/kit"]
# The container's own loopback would be reached by nobody.
CMD ["mock", "--bind", "0.0.0.0"]
